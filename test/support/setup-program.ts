import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the program from the current sources, unless that was done: the tests run it as users do. `npm run check`
 * checks the types.
 */
export async function setup(): Promise<void> {
  const changed = lastChange(['src', 'package-lock.json', 'tsconfig.build.json', 'vite.config.ts']);
  await Promise.all([
    isNewer('dist/cli.js', changed) || run('npx', ['tsc', '-p', 'tsconfig.build.json', '--noCheck']),
    isNewer('dist/assets/manifest.json', changed) || run('npm', ['run', '--silent', 'build:assets']),
  ]);
}

/** When any of these files, or of the files in these folders, last changed, was added or was removed. */
function lastChange(paths: readonly string[]): number {
  const all = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? [path, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))]
      : [path],
  );
  // Not mtime, which a copied file may have from its original.
  return Math.max(...all.map((path) => statSync(path).ctimeMs));
}

function isNewer(file: string, time: number): boolean {
  return existsSync(file) && statSync(file).mtimeMs > time;
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const [code] = await once(spawn(command, args, { stdio: 'inherit' }), 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
