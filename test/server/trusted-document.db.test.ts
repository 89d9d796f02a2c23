import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { trustedDocuments } from '../../src/explorer/render.tsx';
import { type App, createApp } from '../../src/server/app.ts';
import { seededDatabase } from '../support/database.ts';

const TEXT = 'query Some($first: Int) { people(first: $first) { nodes { name } } }';
const HASH = createHash('sha256').update(TEXT).digest('hex');
const MD5 = createHash('md5').update(TEXT).digest('hex');
const OTHER = '{ people { totalCount } }';
const OTHER_HASH = createHash('sha256').update(OTHER).digest('hex');

let database: Database;
let open: App;
let closed: App;

beforeAll(async () => {
  database = await seededDatabase();
  const documents = new Map([
    [`sha256:${HASH}`, TEXT],
    [MD5, TEXT],
    ['people-by-name', TEXT],
  ]);
  const options = { schema: buildSchema(), database, questions: [], documents, log: () => {} };
  open = createApp(options);
  closed = createApp({ ...options, trustedOnly: true });
});

const ACCEPT = { accept: 'application/graphql-response+json' };

async function post(body: object, app = open) {
  const headers = { ...ACCEPT, 'content-type': 'application/json' };
  const response = await app.fetch('http://localhost/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, ...(await response.json()) };
}

async function get(parameters: Record<string, string>, app = open) {
  const response = await app.fetch(`http://localhost/graphql?${new URLSearchParams(parameters)}`, { headers: ACCEPT });
  return { status: response.status, ...(await response.json()) };
}

const persisted = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } });
const variables = { first: 1 };
const answered = { status: 200, data: { people: { nodes: [{ name: expect.any(String) }] } } };
const rejection = (status: number, code: string, message: string) => ({
  status,
  errors: [{ message: expect.stringContaining(message), extensions: expect.objectContaining({ code }) }],
});

test.each([
  ['its hash', `sha256:${HASH}`],
  ['its hash alone', HASH],
  ['Relay’s md5', MD5],
  ['any name', 'people-by-name'],
])('%s identifies a document in the body of a POST, in the URL of a GET and as a persisted query', async (_, id) => {
  expect(await post({ documentId: id, variables })).toEqual(answered);
  expect(await get({ documentId: id, variables: JSON.stringify(variables) })).toEqual(answered);
  expect(await post({ extensions: persisted(id), variables })).toEqual(answered);
  const inUrl = { extensions: JSON.stringify(persisted(id)), variables: JSON.stringify(variables) };
  expect(await get(inUrl)).toEqual(answered);
  expect(await get(inUrl, closed)).toEqual(answered);
});

test('a download works by id too', async () => {
  const parameters = new URLSearchParams({ documentId: HASH, variables: JSON.stringify(variables) });
  const response = await closed.fetch(`http://localhost/download?${parameters}`);
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect((await response.text()).split('\r\n')).toHaveLength(3);
});

test('an unknown id gets an error that asks for the text; with its text it is answered', async () => {
  const documentId = `sha256:${OTHER_HASH}`;
  expect(await post({ documentId })).toEqual(rejection(400, 'NOT_FOUND', 'send its text as query'));
  expect(await post({ documentId, query: OTHER })).toMatchObject({ status: 200, data: expect.anything() });
});

test('an unknown persisted query is PersistedQueryNotFound; with its text it is answered, but not stored', async () => {
  const extensions = persisted(OTHER_HASH);
  const notFound = {
    status: 400,
    errors: [
      { message: 'PersistedQueryNotFound', extensions: { code: 'NOT_FOUND', hint: expect.stringContaining('text') } },
    ],
  };
  expect(await post({ extensions })).toEqual(notFound);
  expect(await post({ extensions, query: OTHER })).toMatchObject({ status: 200, data: expect.anything() });
  expect(await post({ extensions })).toEqual(notFound);
});

test('an id with a text that is not its document is rejected', async () => {
  const differ = rejection(400, 'BAD_USER_INPUT', 'query is not the document with the id');
  expect(await post({ documentId: HASH, query: OTHER })).toEqual(differ);
  expect(await post({ extensions: persisted(OTHER_HASH), query: TEXT, variables })).toEqual(differ);
  expect(await post({ documentId: MD5, query: OTHER })).toEqual(differ);
  expect(await post({ documentId: HASH, query: TEXT, variables })).toEqual(answered);
});

test.each([
  [{ documentId: 7 }],
  [{ documentId: '' }],
  [{ extensions: persisted(undefined) }],
  [{ extensions: { persistedQuery: 'x' } }],
])('an invalid id is BAD_USER_INPUT: %j', async (body) => {
  expect(await post(body)).toEqual(rejection(400, 'BAD_USER_INPUT', 'must be the id of a document'));
});

test('in trusted mode, the texts of trusted documents are answered too, and all others rejected with what to do', async () => {
  const forbidden = rejection(403, 'FORBIDDEN', 'send the id of one as documentId');
  expect(await post({ query: TEXT, variables }, closed)).toEqual(answered);
  expect(await post({ query: OTHER }, closed)).toEqual(forbidden);
  expect(await post({ query: '{ __schema { queryType { name } } }' }, closed)).toEqual(forbidden);
  expect(await post({ documentId: OTHER_HASH }, closed)).toEqual(forbidden);
  expect(await post({ extensions: persisted(OTHER_HASH) }, closed)).toEqual(forbidden);
  expect(await post({ extensions: persisted(OTHER_HASH), query: OTHER }, closed)).toEqual(forbidden);
  expect(await get({ query: OTHER }, closed)).toEqual(forbidden);
});

test('trusted mode leaves open what docs/settings.md lists: the schema, JSON-LD, and explanations of trusted documents', async () => {
  const documents = new Map([[HASH, TEXT]]);
  const options = { schema: buildSchema(), database, questions: [], documents, trustedOnly: true, log: () => {} };
  const explaining = createApp({ ...options, mayExplain: true });
  for (const path of ['/schema.graphql', '/person/kaja-kallas.jsonld', '/health'])
    expect([path, (await explaining.fetch(`http://localhost${path}`)).status]).toEqual([path, 200]);
  const explained = async (query: string, app: App) => {
    const headers = { ...ACCEPT, 'content-type': 'application/json', 'x-onrecord-explain': 'analyze' };
    const body = JSON.stringify({ query, variables });
    return (await app.fetch('http://localhost/graphql', { method: 'POST', headers, body })).json();
  };
  expect((await explained(TEXT, explaining)).extensions.explain.sql).toContain('Actor');
  expect(await explained(TEXT, closed)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  const statements: string[] = [];
  const stop = database.onStatement(({ text }) => statements.push(text));
  for (const query of [OTHER, '{ __schema { types { name } } }', 'subscription { revision { number } }'])
    expect(await explained(query, explaining)).toEqual({
      errors: [expect.objectContaining({ message: expect.stringContaining('only trusted documents') })],
    });
  stop();
  expect(statements).toEqual([]);
});

test('a document of the web UI accepts any condition, in trusted mode too', async () => {
  const [id = ''] = [...trustedDocuments].find(([, text]) => text.includes('query PeopleList(')) ?? [];
  const conditions = [{ quotes: { count: { gte: 5 } } }, { slug: { startsWith: 'volodymyr' } }];
  const { data } = await post({ documentId: id, variables: { conditions } }, closed);
  expect(data.people.nodes).toMatchObject([{ slug: 'volodymyr-zelenskyy' }]);
});

test('limits apply to trusted documents', async () => {
  expect(await post({ documentId: HASH, variables: { first: 5000 } }, closed)).toMatchObject(
    rejection(400, 'BAD_USER_INPUT', '1000'),
  );
});
