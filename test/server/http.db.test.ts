import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { createApp } from '../../src/server/app.ts';
import { readAssets } from '../../src/server/asset.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { seededDatabase, temporaryFolder } from '../support/database.ts';

const SHOWING = buildSchema(undefined, { showsTexts: true });
let hiding: Listening;
let showing: Listening;

beforeAll(async () => {
  const database = await seededDatabase();
  const folder = join(await temporaryFolder(), 'assets');
  await mkdir(folder);
  const names = ['explorer/client.tsx', 'explorer/style.css', 'graphiql/main.tsx', 'graphiql/style.css'];
  await writeFile(join(folder, 'some.js'), 'export {};');
  await writeFile(join(folder, 'licenses.md'), '# Licenses – all of them');
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify(Object.fromEntries(names.map((name) => [name, { file: 'some.js' }]))),
  );
  const assets = await readAssets(folder);
  const serve = (schema: GraphQLSchema) => {
    return listen(createApp({ schema, database, questions: [], assets, log: () => {} }), anyPort);
  };
  [hiding, showing] = [await serve(buildSchema()), await serve(SHOWING)];
});
afterAll(() => Promise.all([hiding.stop(1000), showing.stop(1000)]));

const anyPort = { host: '127.0.0.1', port: 0 };
const NAMES = '/graphql?query={people{totalCount}}';
const WRONG = '/download?query={nope}';
const EVENTS = '/graphql?query=subscription{revision{number}}';

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly at?: Listening;
}

/** Sends a request over real HTTP. `all` returns every value of a header, by its name in lower case. */
async function send(path: string, { method = 'GET', headers = {}, body, at = hiding }: Sent = {}) {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request(`${at.url}${path}`, { method, headers }, resolve).on('error', reject).end(body);
  });
  const all = (name: string) =>
    response.rawHeaders.filter((_, at) => at % 2 === 1 && response.rawHeaders[at - 1]?.toLowerCase() === name);
  const isStream = all('content-type').includes('text/event-stream');
  if (isStream) response.destroy();
  return { status: response.statusCode, all, body: isStream ? '' : await text(response) };
}

const ORIGIN = { origin: 'https://elsewhere.example' };

test('pages of any website may read public answers, without credentials', async () => {
  for (const path of [NAMES, '/', '/graphql', '/health', '/schema.graphql', '/assets/some.js', WRONG, '/nowhere']) {
    const { all } = await send(path, { headers: { ...ORIGIN, accept: 'text/html, application/json' } });
    expect([path, all('access-control-allow-origin')]).toEqual([path, ['*']]);
    expect(all('access-control-allow-credentials')).toEqual([]);
    expect(all('vary').join()).not.toMatch(/origin/i);
  }
});

test('a preflight request is answered: browsers may send JSON', async () => {
  const headers = {
    ...ORIGIN,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  const { status, all } = await send('/graphql', { method: 'OPTIONS', headers });
  expect([status, all('access-control-allow-origin'), all('access-control-allow-headers')]).toEqual([
    204,
    ['*'],
    ['*'],
  ]);
  expect(all('access-control-allow-methods').join()).toContain('POST');
  expect(all('access-control-allow-credentials')).toEqual([]);
});

test('if texts are shown, no other website may read anything', async () => {
  for (const method of ['GET', 'OPTIONS'])
    for (const path of [NAMES, '/', '/article/some.jsonld', '/health']) {
      const { all } = await send(path, { method, at: showing, headers: ORIGIN });
      expect(all('access-control-allow-origin')).toEqual([]);
    }
});

test('answers have the right Vary header, with and without an origin', async () => {
  for (const headers of [{}, ORIGIN]) {
    const vary = async (path: string, accept: string) =>
      (await send(path, { headers: { ...headers, accept } })).all('vary');
    expect(await vary('/people', 'text/html')).toEqual(['accept, accept-encoding']);
    expect(await vary('/graphql', 'text/html')).toEqual(['accept, accept-encoding']);
    expect(await vary('/assets/some.js', '*/*')).toEqual(['accept-encoding']);
    expect(await vary('/person/kaja-kallas', 'application/ld+json')).toEqual(['accept, accept-encoding']);
    expect(await vary(NAMES, 'application/json')).toEqual(['accept, accept-encoding']);
    expect(await vary(NAMES, 'text/csv')).toEqual(['accept, accept-encoding']);
  }
});

test.each(['ev il', '[::', 'a/b', 'some:where', 'user@host', '%'])(
  'an invalid Host header is rejected: %s',
  async (host) => {
    const { status, all, body } = await send('/health', { headers: { host } });
    expect([status, all('content-type')]).toEqual([400, ['application/json']]);
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: expect.stringContaining('host'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  },
);

test.each(['localhost', 'onrecord.example:8080', '[::1]:4000', '10.0.0.1', 'under_score'])(
  'a valid Host header is accepted: %s',
  async (host) => {
    expect((await send('/health', { headers: { host } })).status).toBe(200);
  },
);

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1', 'evil.example:80', '[::2]'])(
  'a server that shows texts does not answer to the host name of another website: %s',
  async (host) => {
    for (const [path, method] of [
      ['/health'],
      ['/'],
      [NAMES],
      ['/graphql', 'POST'],
      ['/assets/some.js'],
      [WRONG],
    ] as const) {
      const { status, body } = await send(path, { headers: { host }, at: showing, method: method ?? 'GET' });
      expect([path, status, JSON.parse(body).errors[0].message]).toEqual([path, 421, expect.stringContaining(host)]);
      expect([421]).not.toContain((await send(path, { headers: { host }, method: method ?? 'GET' })).status);
    }
  },
);

test.each(['localhost', 'LOCALHOST:4000', 'a.localhost', '127.0.0.1', '127.1.2.3:80', '[::1]:4000', 'localhost.'])(
  'it answers to names of the own machine: %s',
  async (host) => {
    expect((await send('/health', { headers: { host }, at: showing })).status).toBe(200);
  },
);

test.each([
  ['onrecord.example', { host: 'onrecord.example' }, 200],
  ['10.0.0.5', { host: '10.0.0.5' }, 200],
  ['10.0.0.6', { host: '10.0.0.5' }, 421],
  ['Onrecord.Example:8080', { hosts: ['a.example', 'onrecord.example'] }, 200],
  ['www.onrecord.example', { hosts: ['onrecord.example'] }, 421],
  ['10.0.0.5', { host: '0.0.0.0' }, 200],
  ['[2001:db8::5]', { host: '::' }, 200],
  ['evil.example', { host: '0.0.0.0' }, 421],
])('it answers to the host %s with the settings %j: %i', async (host, settings, status) => {
  const options = { schema: SHOWING, questions: [], log: () => {}, ...settings };
  const app = createApp({ ...options, database: await seededDatabase() });
  expect((await app.fetch('http://localhost/health', { headers: { host } })).status).toBe(status);
});

test('each header is sent once', async () => {
  expect((await send(WRONG)).all('content-type')).toEqual(['application/json; charset=utf-8']);
  const live = await send(EVENTS, { headers: { accept: 'text/event-stream' } });
  expect([live.all('cache-control'), live.all('content-type')]).toEqual([['no-store'], ['text/event-stream']]);
});

const READ_ONLY = [
  '/',
  '/people',
  '/article/000-platinum-standard',
  '/person/kaja-kallas.jsonld',
  '/connections?from=a',
];

test.each([...READ_ONLY, '/health', '/schema.graphql', '/assets/some.js', '/assets/none.js', '/download'])(
  '%s is read-only',
  async (path) => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, all, body } = await send(path, { method });
      expect([method, status, all('allow')]).toEqual([method, 405, ['GET, HEAD']]);
      expect(JSON.parse(body).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
  },
);

test('the licences are plain text, and are revalidated', async () => {
  const { all, body } = await send('/assets/licenses.md');
  expect([all('content-type'), all('cache-control')]).toEqual([['text/plain; charset=utf-8'], ['public, no-cache']]);
  expect(body).toContain('– all of them');
  expect((await send('/assets/some.js')).all('cache-control').join()).toContain('immutable');
});

test.each([
  ['/schema.graphql', '*/*'],
  ['/graphql', 'text/html'],
  ['/people', 'text/html'],
  ['/article/000-platinum-standard.jsonld', '*/*'],
])('%s is compressed for clients that accept it, and 304 for those that have it', async (path, accept) => {
  for (const [wanted, coding] of [
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
  ] as const) {
    const answer = await send(path, { headers: { accept, 'accept-encoding': wanted } });
    expect([answer.status, answer.all('content-encoding')]).toEqual([200, [coding]]);
  }
  const packed = await send(path, { headers: { accept, 'accept-encoding': 'gzip' } });
  expect(packed.all('vary').join()).toContain('accept-encoding');
  const plain = await send(path, { headers: { accept, 'accept-encoding': 'gzip;q=0' } });
  expect([plain.all('content-encoding'), plain.all('etag')]).toEqual([[], packed.all('etag')]);
  const again = await send(path, { headers: { accept, 'if-none-match': plain.all('etag').join() } });
  expect([again.status, again.body, again.all('etag')]).toEqual([304, '', plain.all('etag')]);
});

test('the manifest of the assets is not served', async () => {
  expect((await send('/assets/some.js')).status).toBe(200);
  expect((await send('/assets/manifest.json')).status).toBe(404);
});

test.each([
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
  ['TEXT/HTML', 'text/html'],
  ['text/html;q=0, application/json', 'application/json'],
  ['application/json, text/html;q=0.5', 'application/json'],
])('a client that accepts %s gets %s', async (accept, type) => {
  for (const path of ['/graphql?query={__typename}', '/nowhere'])
    expect((await send(path, { headers: { accept } })).all('content-type').join()).toContain(type);
});

test('a path that merely starts like the GraphQL endpoint gets an HTML page in a browser', async () => {
  for (const path of ['/graphqlx', '/graphql//']) {
    const { status, body } = await send(path, { headers: { accept: 'text/html' } });
    expect([path, status, body]).toEqual([path, 404, expect.stringContaining('<!doctype html>')]);
  }
});

const several = 'query A { people { totalCount } } query B { __typename }';

test.each([
  ['query A { __typename }', 'the document has no operation "C": it has "A"'],
  [several, 'the document has no operation "C": it has "A", "B"'],
  ['{ __typename }', 'the document has no operation "C": its operation has no name, so remove operationName'],
])('an unknown operation name is rejected with the existing ones: %s', async (query, message) => {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  for (let time = 0; time < 2; time++) {
    const body = JSON.stringify({ query, operationName: 'C' });
    const rejected = await send('/graphql', { method: 'POST', headers, body });
    expect(rejected.status).toBe(400);
    expect(JSON.parse(rejected.body).errors).toEqual([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  const right = await send('/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: several, operationName: 'B' }),
  });
  expect(JSON.parse(right.body)).toEqual({ data: { __typename: 'Query' } });
});
