import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Builds the program from the current sources: the tests run it as users do. `npm run check` checks the types. */
export async function setup(): Promise<void> {
  await Promise.all([
    run('npx', ['tsc', '-p', 'tsconfig.build.json', '--noCheck']),
    run('npm', ['run', '--silent', 'build:assets']),
  ]);
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const [code] = await once(spawn(command, args, { stdio: 'inherit' }), 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
