import { request as httpRequest, type IncomingMessage } from 'node:http';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { rowFormatOf } from '../../src/server/media-type.ts';
import { seededDatabase } from '../support/database.ts';

const schema = buildSchema();
const PEOPLE = 'query People { people(first: 2) { nodes { slug name } } }';

let database: Database;
let app: App;
const logged: unknown[] = [];
beforeAll(async () => {
  database = await seededDatabase();
  app = appOver(database);
});
beforeEach(() => void logged.splice(0));

const appOver = (over: Database) =>
  createApp({ schema, database: over, questions: [], log: (error) => void logged.push(error) });

const post = (query: string, accept: string, variables = {}) =>
  app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables }),
  });

const link = (parameters: Record<string, string>, init: RequestInit = {}) =>
  app.fetch(`http://localhost/download?${new URLSearchParams(parameters)}`, init);

const headersOf = ({ status, headers }: Response) => [
  status,
  headers.get('content-type'),
  headers.get('content-disposition'),
];

const JSON_TYPE = 'application/json; charset=utf-8';

/** A list with far more rows than fit into the buffers between server and client. */
const ENDLESS = '{ mentions { nodes { text } } }';

/** The same database with streams from `make`, which may be endless or fail. */
function withStream(make: () => AsyncGenerator<readonly string[], void>): Database {
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'stream') return make;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

test('a POST that accepts CSV gets the list as CSV', async () => {
  const response = await post(PEOPLE, 'text/csv');
  expect(headersOf(response)).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="People.csv"',
  ]);
  expect(response.headers.get('vary')).toBe('accept, accept-encoding');
  const lines = (await response.text()).split('\r\n');
  expect([lines[0], lines.length]).toEqual(['slug,name', 4]);
});

test('a GET that accepts NDJSON gets the list as NDJSON', async () => {
  const response = await app.fetch(`http://localhost/graphql?${new URLSearchParams({ query: PEOPLE })}`, {
    headers: { accept: 'application/x-ndjson' },
  });
  expect(headersOf(response)).toEqual([
    200,
    'application/x-ndjson; charset=utf-8',
    'attachment; filename="People.ndjson"',
  ]);
  const lines = (await response.text()).trimEnd().split('\n');
  expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
    ['slug', 'name'],
    ['slug', 'name'],
  ]);
});

test('a link needs no headers: CSV by default, NDJSON, variables and a byte order mark by parameters', async () => {
  const query =
    'query One($slug: String!) { aliases(where: { kind: { eq: DIACRITIC }, actor: { slug: { eq: $slug } } }) { nodes { name: text } } }';
  const variables = JSON.stringify({ slug: 'lars-lokke-rasmussen' });
  expect(await (await link({ query, variables })).text()).toBe('name\r\nLars Løkke Rasmussen\r\n');
  const bytes = new Uint8Array(await (await link({ query, variables, format: 'csv', bom: 'true' })).arrayBuffer());
  expect([...bytes.slice(0, 7)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from('name')]);
  const ndjson = await (await link({ query, variables, format: 'ndjson' })).text();
  expect(JSON.parse(ndjson)).toEqual({ name: 'Lars Løkke Rasmussen' });
});

test.each(['GET', 'HEAD', 'POST'])(
  'the old path /export redirects %s to /download with the same query string',
  async (method) => {
    const query = new URLSearchParams({ query: PEOPLE, format: 'ndjson' });
    const { status, headers } = await app.fetch(`http://localhost/export?${query}`, { method, redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([308, `/download?${query}`]);
    const bare = await app.fetch('http://localhost/export', { method });
    expect(bare.headers.get('location')).toBe('/download');
  },
);

test('HEAD gets the headers of GET and no file', async () => {
  const head = await link({ query: PEOPLE }, { method: 'HEAD' });
  expect(headersOf(head)).toEqual(headersOf(await link({ query: PEOPLE })));
  expect(await head.text()).toBe('');
  expect((await link({}, { method: 'HEAD' })).status).toBe(400);
});

test('HEAD ends the statement', async () => {
  let ended = false;
  const endless = withStream(async function* () {
    try {
      for (;;) yield ['{"text":"x"}'];
    } finally {
      ended = true;
    }
  });
  const { url, stop } = await listen(appOver(endless), { host: '127.0.0.1', port: 0 });
  const response = await fetch(`${url}/download?${new URLSearchParams({ query: ENDLESS })}`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
  await expect.poll(() => ended).toBe(true);
  await stop(1000);
  expect(logged).toEqual([]);
});

test('a browser that follows a link gets the file, regardless of its Accept header', async () => {
  const response = await link({ query: PEOPLE }, { headers: { accept: 'text/html,*/*;q=0.8' } });
  await response.text();
  expect(headersOf(response)[1]).toContain('text/csv');
});

test.each([
  ['text/csv', 'csv'],
  ['text/csv; bom=true', 'csv-bom'],
  ['application/x-ndjson, application/json;q=0.9', 'ndjson'],
  ['application/json, text/csv;q=0.9', undefined],
  ['text/csv;q=0', undefined],
  ['*/*', undefined],
  ['text/*', undefined],
  [null, undefined],
])('Accept: %s selects the format %s', (accept, format) => expect(rowFormatOf(accept)).toBe(format));

test.each([
  ['a syntax error', '{ people {', 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ poeple { nodes { name } } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a list in a list', '{ people { nodes { wordings { totalCount } } } }', 400, 'BAD_USER_INPUT'],
  ['no list', '{ __typename }', 400, 'BAD_USER_INPUT'],
  ['a wrong variable', 'query ($n: Int!) { people(first: $n) { nodes { name } } }', 400, 'BAD_USER_INPUT'],
  ['a wrong filter', '{ people(where: { name: { eq: null } }) { nodes { name } } }', 400, 'BAD_USER_INPUT'],
])('an error has its status and is JSON: %s', async (_, query, status, code) => {
  for (const response of [await post(query, 'text/csv'), await link({ query, format: 'ndjson' })]) {
    expect(headersOf(response)).toEqual([status, JSON_TYPE, null]);
    expect((await response.json()).errors[0].extensions.code).toBe(code);
  }
  expect(logged).toEqual([]);
});

test('a link without a query, with an unknown format or method gets an error that says what is accepted', async () => {
  const rejected = [
    await link({}),
    await link({ query: PEOPLE, format: 'xml' }),
    await link({ query: PEOPLE }, { method: 'DELETE' }),
    await link({ query: PEOPLE, variables: '{' }),
  ];
  expect(rejected.map(({ status }) => status)).toEqual([400, 400, 405, 400]);
  expect(rejected.map(({ headers }) => headers.get('content-type'))).toEqual(rejected.map(() => JSON_TYPE));
  expect(rejected[2]?.headers.get('allow')).toBe('GET, HEAD');
  for (const response of rejected.slice(0, 3)) {
    const { message } = (await response.json()).errors[0];
    expect(message).toContain('/download?query={people{nodes{name}}}&format=csv');
    expect(message).not.toContain('send JSON');
  }
});

test('a failure of the database before the first row is logged and answered with its status', async () => {
  const failing = appOver(
    withStream(async function* () {
      yield* [];
      throw new Error('the disk is on fire');
    }),
  );
  const response = await failing.fetch(`http://localhost/download?${new URLSearchParams({ query: PEOPLE })}`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('fire');
  expect(String(logged[0])).toContain('fire');
});

test('a failure after the first rows closes the connection, so that a partial file never looks complete', async () => {
  const failing = withStream(async function* () {
    yield ['{"slug":"a","name":"A"}'];
    throw new Error('the disk is on fire');
  });
  const { url, stop } = await listen(appOver(failing), { host: '127.0.0.1', port: 0 });
  for (const coding of ['identity', 'gzip', 'br']) {
    logged.length = 0;
    const headers = { 'accept-encoding': coding };
    const file = fetch(`${url}/download?${new URLSearchParams({ query: PEOPLE })}`, { headers });
    await expect(file.then((response) => response.text())).rejects.toThrow(/^(terminated|fetch failed)$/);
    expect(String(logged[0])).toContain('fire');
  }
  await stop(1000);
});

test('a slow client pauses the stream, and one that disconnects ends it', async () => {
  let given = 0;
  let ended = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const endless = withStream(async function* () {
    const row = JSON.stringify({ text: 'x'.repeat(10_000) });
    try {
      for (;;) {
        given += 1;
        yield Array.from({ length: 10 }, () => row);
      }
    } finally {
      ended();
    }
  });
  const { url, stop } = await listen(appOver(endless), { host: '127.0.0.1', port: 0 });
  const client = await open(`${url}/download?${new URLSearchParams({ query: ENDLESS })}`);
  let before = -1;
  while (before !== given) {
    before = given;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  // The system buffers some batches of 100 kB for a connection, but not this many.
  expect(given).toBeLessThan(400);
  client.resume();
  while (given < before + 50) await new Promise((resolve) => setTimeout(resolve, 10));
  client.destroy();
  await end;
  await stop(1000);
  expect(logged).toEqual([]);
});

test('the database answers other queries while clients read slowly', async () => {
  const { url, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
  const slow = await Promise.all(
    Array.from({ length: 4 }, () => open(`${url}/download?${new URLSearchParams({ query: ENDLESS })}`)),
  );
  expect((await post('{ people { totalCount } }', 'application/json')).status).toBe(200);
  for (const client of slow) client.destroy();
  await stop(1000);
});

/** A response whose body is not read. */
function open(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = httpRequest(url, (response) => {
      response.on('error', () => {});
      resolve(response);
    });
    client.on('error', reject).end();
  });
}
