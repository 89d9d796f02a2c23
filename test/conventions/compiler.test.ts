import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, sources, textOf } from './source.ts';

/** The order in ARCHITECTURE.md: a folder of the compiler imports only folders to its left. */
const ORDER = ['sql', 'limit', 'filter', 'list', 'group', 'file'];

const compiler = sources.filter((path) => path.startsWith('src/query/'));
const folderOf = (path: string) => /^src\/query\/([^/]+)\//.exec(path)?.[1];

/** The models and enums of Onrecord, including link tables, in words: `proposal link`. */
const names = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^(?:model|enum) (\w+) /gm)].map(
  ([, name = '']) => inWords(name),
);

/** Words with another sense in the compiler: an alias is a name in SQL, a zone a time zone, and every `When` has a basis. */
const OWN_SENSE = ['alias', 'basis', 'zone'];

const PLURALS: Readonly<Record<string, string>> = { person: 'people', alias: 'aliases' };

/** A text in lower case, with its identifiers as words: `articleId`, `ARTICLE_ID` and `article-id` are `article id`. */
function inWords(text: string): string {
  return text
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
}

test('the compiler names no model or enum of Onrecord, in code or comments', () => {
  expect(names.length).toBeGreaterThan(40);
  const known = names.filter((name) => !OWN_SENSE.includes(name));
  const forms = known.flatMap((name) => [name, PLURALS[name] ?? `${name}s`]);
  const named = new RegExp(`\\b(?:${forms.join('|')})\\b`, 'g');
  const found = compiler.flatMap((path) =>
    [...inWords(textOf(path)).matchAll(named)].map(([name]) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

test('the folders of the compiler import each other in one order', () => {
  expect([...new Set(compiler.flatMap((path) => folderOf(path) ?? []))].sort()).toEqual([...ORDER].sort());
  const backwards = compiler.flatMap(importsOf).filter(({ from, to }) => {
    const [importing, imported] = [folderOf(from), folderOf(to)];
    return importing && imported && ORDER.indexOf(imported) > ORDER.indexOf(importing);
  });
  expect(backwards.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test('at most ten files are directly in src/query/', () => {
  expect(compiler.filter((path) => !folderOf(path)).length).toBeLessThanOrEqual(10);
});
