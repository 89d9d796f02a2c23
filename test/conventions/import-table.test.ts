import { expect, test } from 'vitest';
import { type Import, importsOf, sources } from './source.ts';

/** The table of ARCHITECTURE.md: what a layer may import of ours, beside itself. `types` are erased by the compiler. */
const table: { readonly [layer: string]: { any?: readonly string[]; types?: readonly string[] } } = {
  cli: {
    any: [
      'server',
      'linked-data',
      'api',
      'query',
      'import',
      'export',
      'evidence',
      'db',
      'model',
      'config',
      'errors',
      'text',
    ],
  },
  server: { any: ['explorer', 'linked-data', 'query', 'db', 'errors', 'text'] },
  api: { any: ['question', 'schema'] },
  question: { any: ['schema', 'query', 'model', 'errors', 'text'] },
  explorer: {},
  graphiql: {},
  'linked-data': { any: ['query'], types: ['db'] },
  schema: { any: ['query', 'model', 'errors', 'text'] },
  query: { any: ['model', 'errors', 'text'], types: ['db'] },
  export: { any: ['import', 'model', 'errors', 'text'], types: ['db'] },
  import: { any: ['model', 'db', 'evidence', 'errors', 'text'] },
  evidence: { any: ['errors', 'text'], types: ['db'] },
  db: { any: ['errors'] },
  model: {},
  config: {},
  errors: {},
  text: {},
};

/** `src/query/root.ts` is of the layer `query`, `src/config.ts` of `config`; the two files of errors are one layer. */
function layerOf(path: string): string {
  const layer = /^src\/([^/.]+)/.exec(path)?.[1] ?? '';
  return layer === 'failure' ? 'errors' : layer;
}

const imports = sources.flatMap(importsOf).filter(({ to }) => to.startsWith('src/'));
const between = imports.filter(({ from, to }) => layerOf(from) !== layerOf(to));
const show = ({ from, to }: Import) => `${from} -> ${to}`;

test('there are sources and imports to look at', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(between.length).toBeGreaterThan(40);
});

test('every file is of a layer that the table knows', () => {
  expect(sources.filter((path) => !(layerOf(path) in table))).toEqual([]);
});

test('no layer imports another that the table does not allow it', () => {
  const allowed = ({ from, to, typesOnly }: Import) => {
    const { any = [], types = [] } = table[layerOf(from)] ?? {};
    return any.includes(layerOf(to)) || (typesOnly && types.includes(layerOf(to)));
  };
  expect(between.filter((one) => !allowed(one)).map(show)).toEqual([]);
});

test('only the database layer and the writer of the import know the Prisma client', () => {
  const users = imports.filter(({ to, typesOnly }) => to.startsWith('src/db/client/') && !typesOnly);
  expect(users.filter(({ from }) => layerOf(from) !== 'db' && from !== 'src/import/write.ts').map(show)).toEqual([]);
});

test('what only the command line may know, nothing else imports', () => {
  expect(
    between
      .filter(({ to }) => layerOf(to) === 'cli' || layerOf(to) === 'config')
      .filter(({ from }) => layerOf(from) !== 'cli')
      .map(show),
  ).toEqual([]);
});

test('no file imports itself through others, not even for types', () => {
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
