import { expect, test } from 'vitest';
import { files, importsOf, sources, textOf } from './source.ts';

const tests = files.filter((path) => /^test\/.*\.ts$/.test(path));
const scripts = files.filter((path) => path.endsWith('.mjs'));
const linesOf = (path: string) => textOf(path).split('\n').length - 1;

test('a source file has at most 400 lines, a test file at most 600', () => {
  expect([...sources, ...scripts].filter((path) => linesOf(path) > 400)).toEqual([]);
  expect(tests.filter((path) => linesOf(path) > 600)).toEqual([]);
});

test('file names are in kebab case and specific', () => {
  const code = [...sources, ...tests, ...scripts].map((path) => path.split('/').at(-1) ?? '');
  expect(code.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.db)?(\.test)?\.(tsx?|mjs)$/.test(name))).toEqual([]);
  expect(code.filter((name) => /^(utils?|helpers?|misc|common)\./.test(name))).toEqual([]);
});

test('no file is called index.ts; a file is named after its export', () => {
  expect(sources.filter((path) => path.endsWith('/index.ts'))).toEqual([]);
});

test('there are no default exports', () => {
  expect([...sources, ...tests].filter((path) => /^export default\b/m.test(textOf(path)))).toEqual([]);
});

test('imports of our own files end in .ts or .tsx', () => {
  const own = [...sources, ...tests].flatMap(importsOf).filter(({ to }) => /^(src|test)\//.test(to));
  expect(own.filter(({ to }) => !/\.tsx?$/.test(to))).toEqual([]);
});

test('only config.ts reads the environment', () => {
  expect(sources.filter((path) => /\bprocess\s*\.\s*env\b/.test(textOf(path)))).toEqual(['src/config.ts']);
});

test('no file contains a path of a developer’s machine', () => {
  const machine = new RegExp(`(?<![\\w.~*-])/(${['home', 'root', 'Users', 'work'].join('|')})/`);
  const text = files.filter((path) => !/\.(png|jpg|ico|woff2?)$/.test(path));
  expect(text.filter((path) => machine.test(textOf(path)))).toEqual([]);
});
