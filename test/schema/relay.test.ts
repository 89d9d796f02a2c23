import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { DEFAULT_LIMITS } from '../../src/query/limit/limit.ts';
import { readManifest } from '../../src/server/manifest.ts';

const COMPILER = createRequire(import.meta.url).resolve('relay-compiler/cli.js');

/** A frontend as Relay wants it: a page of a list, a list within it, an object asked for again by its id, a subscription. */
const COMPONENT = `import { graphql } from 'react-relay';

export const page = graphql\`
  query QuoteListQuery($count: Int!, $cursor: String) {
    ...QuoteList_query @arguments(count: $count, cursor: $cursor)
    revision { number }
  }
\`;

export const list = graphql\`
  fragment QuoteList_query on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "QuoteListPaginationQuery") {
    quotes(first: $count, after: $cursor, orderBy: [{ wordings: { count: DESC } }])
    @connection(key: "QuoteList_quotes") {
      totalCount
      edges { node { ...QuoteList_quote } }
    }
  }
\`;

export const item = graphql\`
  fragment QuoteList_quote on Quote
  @argumentDefinitions(last: { type: "Int", defaultValue: 5 }, before: { type: "String" })
  @refetchable(queryName: "QuoteListRefetchQuery") {
    text
    canonicalSpeaker { __typename name ... on Person { titles(first: 1) { nodes { text } } } }
    wordings(last: $last, before: $before) @connection(key: "QuoteList_wordings") {
      edges { node { text article { headline } } }
    }
  }
\`;

export const node = graphql\`
  query QuoteListNodeQuery($id: ID!) { node(id: $id) { __typename ...QuoteList_quote @alias(as: "quote") } }
\`;

export const live = graphql\`
  subscription QuoteListLiveSubscription { revision { number } }
\`;
`;

const CONFIG = {
  src: 'src',
  language: 'typescript',
  schema: 'schema.graphql',
  artifactDirectory: 'src/__generated__',
  customScalarTypes: { Date: 'string', DateTime: 'string', Decimal: 'string' },
  persistConfig: { file: 'persisted_queries.json', algorithm: 'MD5' },
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'));
  await mkdir(join(folder, 'src/__generated__'), { recursive: true });
  await cp('schema.graphql', join(folder, 'schema.graphql'));
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(CONFIG));
  await writeFile(join(folder, 'persisted_queries.json'), '{}');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs Relay's compiler over the component: its exit code and all that it says. */
async function compile(component: string): Promise<{ code: number; said: string }> {
  await writeFile(join(folder, 'src/QuoteList.ts'), component);
  return new Promise((resolve) => {
    execFile(process.execPath, [COMPILER, 'relay.config.json'], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` }),
    );
  });
}

test('Relay’s compiler accepts the schema: pagination, refetching by id, a subscription', async () => {
  const { code, said } = await compile(COMPONENT);
  expect([code, said]).toEqual([0, expect.not.stringContaining('ERROR')]);
  expect((await readdir(join(folder, 'src/__generated__'))).sort()).toEqual([
    'QuoteListLiveSubscription.graphql.ts',
    'QuoteListNodeQuery.graphql.ts',
    'QuoteListPaginationQuery.graphql.ts',
    'QuoteListQuery.graphql.ts',
    'QuoteListRefetchQuery.graphql.ts',
    'QuoteList_query.graphql.ts',
    'QuoteList_quote.graphql.ts',
  ]);
  const refetch = await readFile(join(folder, 'src/__generated__/QuoteListRefetchQuery.graphql.ts'), 'utf8');
  expect(refetch).toContain('"name": "node"');
});

test('the documents that it persists can be used as trusted documents', async () => {
  await compile(COMPONENT);
  const limits = { schema: buildSchema(), limits: DEFAULT_LIMITS };
  const documents = await readManifest(join(folder, 'persisted_queries.json'), limits);
  expect(documents.size).toBe(5);
  for (const id of documents.keys()) expect(id).toMatch(/^[\da-f]{32}$/);
});

test.each([
  ['an unknown field', 'headline', 'headlin', 'The type `Article` has no field `headlin`'],
  ['an unknown direction', 'count: DESC', 'count: DOWN', 'DOWN'],
])('%s is rejected', async (_, right, wrong, message) => {
  const { code, said } = await compile(COMPONENT.replace(right, wrong));
  expect([code, said]).toEqual([1, expect.stringContaining(message)]);
});
