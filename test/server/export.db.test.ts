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
  app.fetch(`http://localhost/export?${new URLSearchParams(parameters)}`, init);

const headersOf = ({ status, headers }: Response) => [
  status,
  headers.get('content-type'),
  headers.get('content-disposition'),
];

const JSON_TYPE = 'application/json; charset=utf-8';

/** A list that takes its time: one statement that gives far more than fits into what lies between server and client. */
const ENDLESS = '{ mentions { nodes { text } } }';

/** The same database, whose streams go on for ever, or fail after a while. */
function withStream(make: () => AsyncGenerator<readonly string[], void>): Database {
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'stream') return make;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

test('a list comes as CSV to a client that accepts it, by POST', async () => {
  const response = await post(PEOPLE, 'text/csv');
  expect(headersOf(response)).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="People.csv"',
  ]);
  expect(response.headers.get('vary')).toBe('accept');
  const lines = (await response.text()).split('\r\n');
  expect([lines[0], lines.length]).toEqual(['slug,name', 4]);
});

test('a list comes as NDJSON to a client that accepts it, by GET', async () => {
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

test('a link does without headers: CSV unless it says NDJSON, with variables and a byte order mark for Excel', async () => {
  const query =
    'query One($slug: String!) { aliases(where: { kind: { eq: DIACRITIC }, actor: { slug: { eq: $slug } } }) { nodes { name: text } } }';
  const variables = JSON.stringify({ slug: 'lars-lokke-rasmussen' });
  expect(await (await link({ query, variables })).text()).toBe('name\r\nLars Løkke Rasmussen\r\n');
  const bytes = new Uint8Array(await (await link({ query, variables, format: 'csv', bom: 'true' })).arrayBuffer());
  expect([...bytes.slice(0, 7)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from('name')]);
  const ndjson = await (await link({ query, variables, format: 'ndjson' })).text();
  expect(JSON.parse(ndjson)).toEqual({ name: 'Lars Løkke Rasmussen' });
});

test('HEAD is answered as GET, without the file', async () => {
  const head = await link({ query: PEOPLE }, { method: 'HEAD' });
  expect(headersOf(head)).toEqual(headersOf(await link({ query: PEOPLE })));
  expect(await head.text()).toBe('');
  expect((await link({}, { method: 'HEAD' })).status).toBe(400);
});

test('HEAD ends the statement that GET would go on with', async () => {
  let ended = false;
  const endless = withStream(async function* () {
    try {
      for (;;) yield ['{"text":"x"}'];
    } finally {
      ended = true;
    }
  });
  const { url, stop } = await listen(appOver(endless), { host: '127.0.0.1', port: 0 });
  const response = await fetch(`${url}/export?${new URLSearchParams({ query: ENDLESS })}`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
  await expect.poll(() => ended).toBe(true);
  await stop(1000);
  expect(logged).toEqual([]);
});

test('a browser that follows a link gets the file, whatever it accepts', async () => {
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
])('the header accept: %s asks for %s', (accept, format) => expect(rowFormatOf(accept)).toBe(format));

test.each([
  ['a syntax error', '{ people {', 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ poeple { nodes { name } } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a list in a list', '{ people { nodes { wordings { totalCount } } } }', 400, 'BAD_USER_INPUT'],
  ['no list', '{ __typename }', 400, 'BAD_USER_INPUT'],
  ['a wrong variable', 'query ($n: Int!) { people(first: $n) { nodes { name } } }', 400, 'BAD_USER_INPUT'],
  ['a wrong filter', '{ people(where: { name: { eq: null } }) { nodes { name } } }', 400, 'BAD_USER_INPUT'],
])('%s is an error with its status, as JSON', async (_, query, status, code) => {
  for (const response of [await post(query, 'text/csv'), await link({ query, format: 'ndjson' })]) {
    expect(headersOf(response)).toEqual([status, JSON_TYPE, null]);
    expect((await response.json()).errors[0].extensions.code).toBe(code);
  }
  expect(logged).toEqual([]);
});

test('a link without a question, of another format or by another method is told what is accepted', async () => {
  const refused = [
    await link({}),
    await link({ query: PEOPLE, format: 'xml' }),
    await link({ query: PEOPLE }, { method: 'DELETE' }),
    await link({ query: PEOPLE, variables: '{' }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 405, 400]);
  expect(refused.map(({ headers }) => headers.get('content-type'))).toEqual(refused.map(() => JSON_TYPE));
  expect(refused[2]?.headers.get('allow')).toBe('GET, HEAD');
  for (const response of refused.slice(0, 3)) {
    const { message } = (await response.json()).errors[0];
    expect(message).toContain('/export?query={people{nodes{name}}}&format=csv');
    expect(message).not.toContain('send JSON');
  }
});

test('a database that fails before the first row is an error with its status, and logged', async () => {
  const failing = appOver(
    withStream(async function* () {
      yield* [];
      throw new Error('the disk is on fire');
    }),
  );
  const response = await failing.fetch(`http://localhost/export?${new URLSearchParams({ query: PEOPLE })}`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('fire');
  expect(String(logged[0])).toContain('fire');
});

test('a failure after the first rows breaks the connection off: no half file looks whole', async () => {
  const failing = withStream(async function* () {
    yield ['{"slug":"a","name":"A"}'];
    throw new Error('the disk is on fire');
  });
  const { url, stop } = await listen(appOver(failing), { host: '127.0.0.1', port: 0 });
  const response = await fetch(`${url}/export?${new URLSearchParams({ query: PEOPLE })}`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
  expect(String(logged[0])).toContain('fire');
  await stop(1000);
});

test('a client that reads slowly is waited for, and one that goes away ends the stream', async () => {
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
  const client = await open(`${url}/export?${new URLSearchParams({ query: ENDLESS })}`);
  let before = -1;
  while (before !== given) {
    before = given;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  // Whatever the system takes in for a connection, it is no endless list of 100 kB each.
  expect(given).toBeLessThan(400);
  client.resume();
  while (given < before + 50) await new Promise((resolve) => setTimeout(resolve, 10));
  client.destroy();
  await end;
  await stop(1000);
  expect(logged).toEqual([]);
});

test('the database serves others while a client reads slowly', async () => {
  const { url, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
  const slow = await Promise.all(
    Array.from({ length: 4 }, () => open(`${url}/export?${new URLSearchParams({ query: ENDLESS })}`)),
  );
  expect((await post('{ people { totalCount } }', 'application/json')).status).toBe(200);
  for (const client of slow) client.destroy();
  await stop(1000);
});

/** A response of which nothing is read. */
function open(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = httpRequest(url, (response) => {
      response.on('error', () => {});
      resolve(response);
    });
    client.on('error', reject).end();
  });
}
