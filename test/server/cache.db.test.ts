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

type Asked = { query?: string; headers?: Record<string, string>; at?: Listening; path?: string };

async function get({ query = PEOPLE, headers = {}, at = hiding, path = '/graphql' }: Asked = {}) {
  const response = await fetch(`${at.url}${path}?${new URLSearchParams({ query })}`, { headers });
  return { response, tag: response.headers.get('etag') ?? '', body: await response.text() };
}

const kept = ({ response: { headers } }: Awaited<ReturnType<typeof get>>) => headers.get('cache-control');

test('an answer to a GET may be kept, has a tag, and varies with what was accepted', async () => {
  const answer = await get();
  expect(answer.response.status).toBe(200);
  expect(answer.tag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(kept(answer)).toBe('public, no-cache');
  expect(answer.response.headers.get('vary')).toBe('accept');
});

test('who brings the tag of the present state gets 304 without the answer being made again', async () => {
  const { tag } = await get();
  for (const sent of [tag, `"other", ${tag}`, tag.replace('W/', '')]) {
    statements.splice(0);
    const again = await get({ headers: { 'if-none-match': sent } });
    expect([again.response.status, again.body, again.tag]).toEqual([304, '', tag]);
    expect(kept(again)).toBe('public, no-cache');
    expect(statements.map(({ text }) => text)).toEqual([expect.stringContaining('"filesSha256"')]);
  }
});

test('another question, type of answer, server or state has another tag', async () => {
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

test('a list as a file is made anew each time', async () => {
  const file = await get({ path: '/download' });
  expect(file.body.split('\r\n')).toHaveLength(4);
  expect([kept(file), file.tag]).toEqual(['no-store', '']);
});

test('where texts are shown, only the reader’s own browser may keep an answer', async () => {
  expect(kept(await get({ at: showing }))).toBe('private, no-cache');
});

test.each([
  ['a question that is not valid', '{ poeple { totalCount } }'],
  ['a question that is refused', '{ people(after: "x") { nodes { name } } }'],
  ['no question', ''],
])('%s is never kept', async (_, query) => {
  for (const accept of ['application/json', 'application/graphql-response+json', 'text/csv']) {
    const answer = await get({ query, headers: { accept } });
    expect(answer.body).toContain('errors');
    expect([kept(answer), answer.tag]).toEqual(['no-store', '']);
  }
});

test('an answer in no accepted type is never kept', async () => {
  const answer = await get({ headers: { accept: 'image/png' } });
  expect([answer.response.status, kept(answer), answer.tag]).toEqual([406, 'no-store', '']);
});

test('an explained answer is never kept, and never left out', async () => {
  const { tag } = await get();
  const explained = await get({ headers: { 'x-onrecord-explain': 'plan', 'if-none-match': tag } });
  expect(JSON.parse(explained.body).extensions.explain.cost).toBe(2);
  expect([kept(explained), explained.tag]).toEqual(['no-store', '']);
});

test('the schema is published, with a tag of its own', async () => {
  const response = await fetch(`${hiding.url}/schema.graphql`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await response.text();
  expect(printSchema(buildGraphqlSchema(text))).toBe(printSchema(lexicographicSortSchema(buildSchema())));
  const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
  const again = await fetch(`${hiding.url}/schema.graphql`, { headers });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('an answer to a POST says nothing of keeping', async () => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${hiding.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: PEOPLE }),
  });
  expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, null]);
});
