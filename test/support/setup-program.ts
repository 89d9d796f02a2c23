import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Builds the program from the current sources: the tests run it as users do. */
export async function setup(): Promise<void> {
  await Promise.all(['build', 'build:assets'].map(run));
}

async function run(script: string): Promise<void> {
  const [code] = await once(spawn('npm', ['run', '--silent', script], { stdio: 'inherit' }), 'close');
  if (code !== 0) throw new Error(`npm run ${script} failed`);
}
