import { expect, test } from 'vitest';
import { type Import, importsOf, sources, textOf } from './source.ts';

/** The table in ARCHITECTURE.md: the other layers that a layer may import, or import types from. */
const table = new Map(
  textOf('ARCHITECTURE.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)))
    .filter((cells) => cells.length === 5)
    .flatMap(([, layers = [], any = [], types = []]) => layers.map((layer) => [layer, { any, types }] as const)),
);

/** `src/query/root.ts` belongs to the layer `query`, `src/config.ts` to `config`; both files of errors are one layer. */
function layerOf(path: string): string {
  const layer = /^src\/([^/.]+)/.exec(path)?.[1] ?? '';
  return layer === 'failure' ? 'errors' : layer;
}

const imports = sources.flatMap(importsOf).filter(({ to }) => to.startsWith('src/'));
const between = imports.filter(({ from, to }) => layerOf(from) !== layerOf(to));
const show = ({ from, to }: Import) => `${from} -> ${to}`;

test('finds sources and imports', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(between.length).toBeGreaterThan(40);
});

test('every file belongs to a layer in the table', () => {
  expect(sources.filter((path) => !table.has(layerOf(path)))).toEqual([]);
});

test('no layer imports a layer that the table does not allow', () => {
  const allowed = ({ from, to, typesOnly }: Import) => {
    const { any = [], types = [] } = table.get(layerOf(from)) ?? {};
    return any.includes(layerOf(to)) || (typesOnly && types.includes(layerOf(to)));
  };
  expect(between.filter((one) => !allowed(one)).map(show)).toEqual([]);
});

test('only the database layer and src/import/write.ts import the Prisma client', () => {
  const users = imports.filter(({ to, typesOnly }) => to.startsWith('src/db/client/') && !typesOnly);
  expect(users.filter(({ from }) => layerOf(from) !== 'db' && from !== 'src/import/write.ts').map(show)).toEqual([]);
});

test('only the command line imports itself and the configuration', () => {
  expect(
    between
      .filter(({ to }) => layerOf(to) === 'cli' || layerOf(to) === 'config')
      .filter(({ from }) => layerOf(from) !== 'cli')
      .map(show),
  ).toEqual([]);
});

test('no imports form a circle, including type-only imports', () => {
  const next = new Map(sources.map((path) => [path, importsOf(path).map(({ to }) => to)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path)) return;
    done.add(path);
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
  };
  for (const path of sources) visit(path, []);
  expect(cycles).toEqual([]);
});
