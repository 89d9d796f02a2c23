import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, sources, textOf } from './source.ts';

/** The order in ARCHITECTURE.md: a folder of the compiler imports only folders to its left. */
const ORDER = ['sql', 'limit', 'filter', 'list', 'group', 'file'];

const compiler = sources.filter((path) => path.startsWith('src/query/'));
const folderOf = (path: string) => /^src\/query\/([^/]+)\//.exec(path)?.[1];

/** The models of Onrecord, including link tables. */
const models = [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+) /gm)].map(
  ([, name = '']) => name,
);

/** Words with another sense in the compiler: an alias is a name in SQL. */
const OWN_SENSE = ['alias', 'aliases'];

const PLURALS: Readonly<Record<string, string>> = { person: 'people', alias: 'aliases' };

/** Names for a model in code and comments: `ProposalLink`, `proposalLink`, `proposal link`, and plurals. */
function namesOf(model: string): readonly string[] {
  const words = model.replaceAll(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();
  const camel = model.charAt(0).toLowerCase() + model.slice(1);
  return [...new Set([camel, words])].flatMap((name) => [name, PLURALS[name] ?? `${name}s`]);
}

test('the compiler names no model of Onrecord, in code or comments', () => {
  expect(models.length).toBeGreaterThan(20);
  const names = models.flatMap(namesOf).filter((name) => !OWN_SENSE.includes(name));
  const known = new RegExp(`\\b(?:${[...models, ...names].join('|')})\\b`, 'g');
  const found = compiler.flatMap((path) => [...textOf(path).matchAll(known)].map(([name]) => `${path}: ${name}`));
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
