import { execFileSync } from 'node:child_process';

/** Builds the program: the tests run what users run, of the sources as they are now. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
