import { execFileSync } from 'node:child_process';

/** Builds the program: the tests run what users run, of the sources as they are now. */
export function setup(): void {
  for (const script of ['build', 'build:assets'])
    execFileSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
}
