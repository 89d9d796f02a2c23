import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Paths of all files that git would commit, with forward slashes, from the root. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

/** Our TypeScript in `src/`, without generated files. */
export const sources = files.filter((path) => /^src\/.*\.tsx?$/.test(path));

export const textOf = (path: string): string => readFileSync(path, 'utf8');

export type Import = {
  /** The importing file. */
  from: string;
  /** The imported file or package. */
  to: string;
  /** `import type`, which the compiler erases. */
  typesOnly: boolean;
  /** By `import()`, at run time. */
  lazy: boolean;
};

const STATIC = /^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)';/gm;
const LAZY = /\bimport\(\s*'([^']+)'/g;

/** The imports of a source file, with relative names as paths from the root. */
export function importsOf(path: string): Import[] {
  const text = textOf(path);
  const resolve = (name: string) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
  const fixed = [...text.matchAll(STATIC)].map(([, type, name = '']) => ({
    name,
    typesOnly: type !== undefined,
    lazy: false,
  }));
  const lazy = [...text.matchAll(LAZY)].map(([, name = '']) => ({ name, typesOnly: false, lazy: true }));
  return [...fixed, ...lazy].map(({ name, ...rest }) => ({ from: path, to: resolve(name), ...rest }));
}
