import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { DEFAULT_LIMITS } from '../../src/query/limit/limit.ts';
import { createApp } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { OpenStreams, type StreamLimits } from '../../src/server/open-streams.ts';
import { databasePlace, ownSeededDatabase } from '../support/database.ts';
import { eventsOf, type StreamedEvent } from '../support/event-stream.ts';
import { raiseRevision } from '../support/revision.ts';

const NUMBER = 'subscription { revision { number } }';
const schema = buildSchema();
const logged: unknown[] = [];

function serve(database: Database, limits: StreamLimits = {}) {
  const documents = new Map([['live', NUMBER]]);
  const app = createApp({
    schema,
    database,
    questions: [],
    documents,
    limits: { ...DEFAULT_LIMITS, cost: 1000 },
    mayExplain: true,
    streams: new OpenStreams(limits),
    log: (error: unknown) => void logged.push(error),
  });
  return listen(app, { host: '127.0.0.1', port: 0 });
}

let database: Database;
let server: Listening;

beforeAll(async () => {
  database = await ownSeededDatabase();
  server = await serve(database);
});
afterAll(() => server.stop(0));

/** Opens a stream and reads it event by event. */
async function open(parameters: Record<string, string>, { at = server, headers = {} } = {}) {
  const gone = new AbortController();
  const response = await fetch(`${at.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: gone.signal,
  });
  const events = eventsOf(response);
  const next = async () => (await events.next()).value as StreamedEvent | undefined;
  return { response, next, leave: () => gone.abort() };
}

const next = (data: unknown): StreamedEvent => ({ event: 'next', data: { data } });
const revision = (number: number) => next({ revision: { number } });

async function present(): Promise<number> {
  return Number(await database.read({ text: 'select max("number")::text from "Revision"', values: [] }));
}

test('a stream sends the current revision, then each new one, with the selected fields', async () => {
  const number = await present();
  const query = 'subscription Live($n: Int) { revision { number changes(first: $n) { totalCount nodes { entity } } } }';
  const stream = await open({ query, variables: '{"n": 1}' });
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
  expect(await stream.next()).toMatchObject(
    next({ revision: { number, changes: { totalCount: expect.any(Number) } } }),
  );
  for (const later of [number + 1, number + 2]) {
    await raiseRevision(database);
    expect(await stream.next()).toEqual(next({ revision: { number: later, changes: { totalCount: 0, nodes: [] } } }));
  }
  stream.leave();
});

test('a subscription works by POST and by the id of a trusted document too', async () => {
  const number = await present();
  const named = await open({ documentId: 'live' });
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: NUMBER }),
  });
  const posted = eventsOf(response);
  expect([await named.next(), (await posted.next()).value]).toEqual([revision(number), revision(number)]);
  await raiseRevision(database);
  expect([await named.next(), (await posted.next()).value]).toEqual([revision(number + 1), revision(number + 1)]);
  named.leave();
  await posted.return();
});

test('all streams share one poll per second, and without streams there is no polling', async () => {
  const polls: string[] = [];
  const streams = await Promise.all(Array.from({ length: 12 }, () => open({ query: NUMBER })));
  await Promise.all(streams.map((stream) => stream.next()));
  const stop = database.onStatement(({ text }) => polls.push(text));
  await sleep(2500);
  expect(polls.length).toBeGreaterThanOrEqual(1);
  expect(polls.length).toBeLessThanOrEqual(3);
  for (const stream of streams) stream.leave();
  await sleep(1500);
  polls.splice(0);
  await sleep(1500);
  expect(polls).toEqual([]);
  stop();
});

// The server sends one every 12 seconds.
test('an idle stream sends comments, so that proxies keep it open', { timeout: 60_000 }, async () => {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ query: NUMBER })}`, {
    headers: { accept: 'text/event-stream' },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read: string[] = [];
  while (read.filter((text) => text === ':\n\n').length < 2) read.push((await reader?.read())?.value ?? '');
  await reader?.cancel();
});

test('a stream past the limit is rejected until another one ends', async () => {
  const at = await serve(database, { most: 2 });
  const [first, second] = [await open({ query: NUMBER }, { at }), await open({ query: NUMBER }, { at })];
  await Promise.all([first.next(), second.next()]);
  const third = await open({ query: NUMBER }, { at });
  expect([third.response.status, third.response.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await third.next()).toMatchObject({
    data: {
      errors: [{ message: expect.stringContaining('all 2 event streams'), extensions: { code: 'UNAVAILABLE' } }],
    },
  });
  first.leave();
  await expect.poll(async () => (await open({ query: NUMBER }, { at })).response.status).toBe(200);
  second.leave();
  await at.stop(0);
});

test('a stopping server ends its streams immediately', async () => {
  const ending = new AbortController();
  const stopping = await serve(database, { ending: ending.signal });
  const streams = await Promise.all([
    open({ query: NUMBER }, { at: stopping }),
    open({ query: NUMBER }, { at: stopping }),
  ]);
  await Promise.all(streams.map((stream) => stream.next()));
  const begun = performance.now();
  ending.abort();
  await stopping.stop(20_000);
  expect(performance.now() - begun).toBeLessThan(2000);
  for (const stream of streams) {
    expect(await stream.next()).toEqual({ event: 'complete', data: null });
    expect(await stream.next()).toBeUndefined();
  }
});

test('a stream survives an outage of the database', async ({ skip }) => {
  const { url } = await databasePlace();
  if (!url) skip('the embedded database has no outages');
  const name = new URL(String(url)).pathname.slice(1);
  const own = await openDatabase({ url });
  const at = await serve(own);
  const stream = await open({ query: NUMBER }, { at });
  expect(await stream.next()).toEqual(revision(0));
  const admin = new pg.Client(String(url).replace(/[^/]*$/, 'postgres'));
  await admin.connect();
  logged.splice(0);
  await admin.query(`alter database ${name} with allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await sleep(2500);
  expect(logged).toHaveLength(1);
  await admin.query(`alter database ${name} with allow_connections true`);
  await admin.end();
  await raiseRevision(own);
  expect(await stream.next()).toEqual(revision(1));
  stream.leave();
  await at.stop(0);
  await own.close();
});

test.each([
  ['an unknown field', 'subscription { revision { nummer } }', 'GRAPHQL_VALIDATION_FAILED', 'Did you mean "number"'],
  ['another field', 'subscription { people { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', 'Accepted: revision'],
  [
    'too much',
    'subscription { revision { files(first: 1000) { nodes { path } } changes { nodes { entity } } } }',
    'COST_EXCEEDED',
    'the limit is 1,000',
  ],
  ['nothing', 'subscription { revision @skip(if: true) { number } }', 'BAD_USER_INPUT', 'selects nothing'],
  [
    'an invalid variable',
    'subscription ($n: Int) { revision { files(first: $n) { totalCount } } }',
    'BAD_USER_INPUT',
    'Variable "$n"',
  ],
])('a subscription to %s is rejected in one event, and the stream ends', async (_, query, code, message) => {
  const stream = await open({ query, variables: '{"n": "many"}' });
  expect(await stream.next()).toMatchObject({
    event: 'next',
    data: { errors: [{ message: expect.stringContaining(message), extensions: { code } }] },
  });
  expect(await stream.next()).toEqual({ event: 'complete', data: null });
});

test.each(['application/json', 'application/graphql-response+json', 'text/csv'])(
  'a subscription that accepts only %s gets an error that names the right media type',
  async (accept) => {
    const { response } = await open({ query: NUMBER }, { headers: { accept } });
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toMatchObject([
      { message: expect.stringContaining('accept: text/event-stream'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  },
);

test('each event has an explanation if the request asks for it', async () => {
  const stream = await open({ query: NUMBER }, { headers: { 'x-onrecord-explain': 'plan' } });
  expect(await stream.next()).toMatchObject({
    data: { extensions: { explain: { sql: expect.stringContaining('Revision') } } },
  });
  stream.leave();
});
