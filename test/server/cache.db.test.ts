import { buildSchema as buildGraphqlSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database, Statement } from '../../src/db/database.ts';
import { createApp } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { ownSeededDatabase } from '../support/database.ts';
import { raiseRevision } from '../support/revision.ts';

const PEOPLE = '{ people(first: 2) { nodes { name } } }';

let database: Database;
let hiding: Listening;
let showing: Listening;
const statements: Statement[] = [];

beforeAll(async () => {
  database = await ownSeededDatabase();
  database.onStatement((statement) => statements.push(statement));
  const options = { database, questions: [], mayExplain: true, log: () => {} };
  const address = { host: '127.0.0.1', port: 0 };
  hiding = await listen(createApp({ ...options, schema: buildSchema() }), address);
  showing = await listen(createApp({ ...options, schema: buildSchema(undefined, { showsTexts: true }) }), address);
});
afterAll(() => Promise.all([hiding.stop(0), showing.stop(0)]));
beforeEach(() => void statements.splice(0));

type Sent = { query?: string; headers?: Record<string, string>; at?: Listening; path?: string };

async function get({ query = PEOPLE, headers = {}, at = hiding, path = '/graphql' }: Sent = {}) {
  const response = await fetch(`${at.url}${path}?${new URLSearchParams({ query })}`, { headers });
  return { response, tag: response.headers.get('etag') ?? '', body: await response.text() };
}

const cacheControlOf = ({ response: { headers } }: Awaited<ReturnType<typeof get>>) => headers.get('cache-control');

test('an answer to a GET is cacheable, has an ETag, and varies with the Accept header', async () => {
  const answer = await get();
  expect(answer.response.status).toBe(200);
  expect(answer.tag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(cacheControlOf(answer)).toBe('public, no-cache');
  expect(answer.response.headers.get('vary')).toBe('accept, accept-encoding');
});

test('a request with the current ETag gets 304, and the operation is not run', async () => {
  const { tag } = await get();
  for (const sent of [tag, `"other", ${tag}`, tag.replace('W/', '')]) {
    statements.splice(0);
    const again = await get({ headers: { 'if-none-match': sent } });
    expect([again.response.status, again.body, again.tag]).toEqual([304, '', tag]);
    expect(cacheControlOf(again)).toBe('public, no-cache');
    expect(statements.map(({ text }) => text)).toEqual([expect.stringContaining('"filesSha256"')]);
  }
});

test('another query, media type, server or revision has another ETag', async () => {
  const same = await get();
  expect((await get()).tag).toBe(same.tag);
  const others = [
    await get({ query: '{ people(first: 3) { nodes { name } } }' }),
    await get({ headers: { accept: 'application/json' } }),
    await get({ at: showing }),
  ];
  await raiseRevision(database);
  const later = await get({ headers: { 'if-none-match': same.tag } });
  expect([later.response.status, later.body]).toEqual([200, same.body]);
  expect(new Set([same, ...others, later].map(({ tag }) => tag)).size).toBe(5);
});

test('downloads are not cached', async () => {
  const file = await get({ path: '/download' });
  expect(file.body.split('\r\n')).toHaveLength(4);
  expect([cacheControlOf(file), file.tag]).toEqual(['no-store', '']);
});

test('if texts are shown, only private caches may keep an answer', async () => {
  expect(cacheControlOf(await get({ at: showing }))).toBe('private, no-cache');
});

test.each([
  ['an invalid query', '{ poeple { totalCount } }'],
  ['a rejected query', '{ people(after: "x") { nodes { name } } }'],
  ['no query', ''],
])('%s is not cached', async (_, query) => {
  for (const accept of ['application/json', 'application/graphql-response+json', 'text/csv']) {
    const answer = await get({ query, headers: { accept } });
    expect(answer.body).toContain('errors');
    expect([cacheControlOf(answer), answer.tag]).toEqual(['no-store', '']);
  }
});

test('a 406 is not cached', async () => {
  const answer = await get({ headers: { accept: 'image/png' } });
  expect([answer.response.status, cacheControlOf(answer), answer.tag]).toEqual([406, 'no-store', '']);
});

test('an answer with an explanation is not cached, and never a 304', async () => {
  const { tag } = await get();
  const explained = await get({ headers: { 'x-onrecord-explain': 'plan', 'if-none-match': tag } });
  expect(JSON.parse(explained.body).extensions.explain.cost).toBe(2);
  expect([cacheControlOf(explained), explained.tag]).toEqual(['no-store', '']);
});

test('the schema is published, with its own ETag', async () => {
  const response = await fetch(`${hiding.url}/schema.graphql`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await response.text();
  expect(printSchema(buildGraphqlSchema(text))).toBe(printSchema(lexicographicSortSchema(buildSchema())));
  const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
  const again = await fetch(`${hiding.url}/schema.graphql`, { headers });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('an answer to a POST has no caching headers', async () => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${hiding.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: PEOPLE }),
  });
  expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, null]);
});
