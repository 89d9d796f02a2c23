import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Paths of the repository's files (those that git would commit), with forward slashes, from the root. */
export const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

/** Our TypeScript under `src/`; generated files are not among the repository's files. */
export const sources = files.filter((path) => /^src\/.*\.tsx?$/.test(path));

export const textOf = (path: string): string => readFileSync(path, 'utf8');

export type Import = {
  /** The importing file. */
  from: string;
  /** The file or package that is imported. */
  to: string;
  /** Erased by the compiler: it says nothing about what runs. */
  typesOnly: boolean;
  /** By `import()`, when it is needed. */
  lazy: boolean;
};

const STATIC = /^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)';/gm;
const LAZY = /\bimport\(\s*'([^']+)'/g;

/** What a source file imports, relative names as paths from the root. */
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
