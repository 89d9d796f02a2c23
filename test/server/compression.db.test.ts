import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { createApp } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { seededDatabase } from '../support/database.ts';

let server: Listening;

beforeAll(async () => {
  const app = createApp({ schema: buildSchema(), database: await seededDatabase(), questions: [], log: () => {} });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.stop(1000));

interface Sent {
  readonly method?: string;
  /** The Accept-Encoding header. */
  readonly coding?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function open(path: string, { method = 'GET', coding, headers = {}, body }: Sent): Promise<IncomingMessage> {
  const all = { accept: 'application/json', ...(coding && { 'accept-encoding': coding }), ...headers };
  return new Promise((resolve, reject) => {
    request(`${server.url}${path}`, { method, headers: all }, resolve).on('error', reject).end(body);
  });
}

async function send(path: string, sent: Sent) {
  const response = await open(path, sent);
  const bytes = await buffer(response);
  const { 'content-encoding': coding, 'content-length': length, vary, etag } = response.headers;
  const unpack = bytes.length === 0 ? undefined : { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''];
  const text = String(unpack ? unpack(bytes) : bytes);
  return { status: response.statusCode, size: bytes.length, coding, length, vary, etag, text };
}

const url = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const MENTIONS = url('{ mentions(first: 100) { nodes { id text } } }');

test('introspection takes less than 150 kB', async () => {
  const body = JSON.stringify({ query: getIntrospectionQuery() });
  const ask = (coding: string) =>
    send('/graphql', { method: 'POST', coding, headers: { 'content-type': 'application/json' }, body });
  for (const coding of ['gzip', 'br']) {
    const packed = await ask(coding);
    expect(packed).toMatchObject({ status: 200, coding, length: String(packed.size), vary: 'accept-encoding' });
    expect(packed.size).toBeLessThan(150_000);
    expect(JSON.parse(packed.text).data.__schema.types.length).toBeGreaterThan(100);
  }
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['GZIP ; Q=0.1', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0.5', 'br'],
  ['deflate, zstd', undefined],
  ['gzip;q=0, br;q=0.000', undefined],
  ['identity, gzip;q=0.5', undefined],
  ['identity;q=0.5, gzip', 'gzip'],
  ['xgzip, abr', undefined],
])('the coding is what the client prefers: %s', async (header, coding) => {
  const answer = await send(url('{ __schema { types { name } } }'), { coding: header });
  expect([answer.coding, answer.vary]).toEqual([coding, 'accept, accept-encoding']);
  expect(JSON.parse(answer.text)).toHaveProperty('data.__schema.types');
});

test('compressed and plain answers have the same tag, GET and HEAD the same headers, and 304 no body', async () => {
  const [packed, plain] = [await send(MENTIONS, { coding: 'gzip' }), await send(MENTIONS, {})];
  expect(packed.etag).toMatch(/^W\//);
  expect(plain.etag).toBe(packed.etag);
  for (const coding of ['gzip', undefined]) {
    const again = await send(MENTIONS, { coding, headers: { 'if-none-match': plain.etag ?? '' } });
    expect(again).toMatchObject({ status: 304, size: 0, coding: undefined, vary: packed.vary, etag: plain.etag });
    const { text, size, ...got } = coding ? packed : plain;
    expect(JSON.parse(text).data.mentions.nodes).toHaveLength(100);
    expect(await send(MENTIONS, { coding, method: 'HEAD' })).toEqual({ ...got, text: '', size: 0 });
  }
});

test('short answers and errors are not compressed', async () => {
  for (const path of [url('{ people { totalCount } }'), url('{ nope }'), '/health', '/nowhere'])
    expect((await send(path, { coding: 'gzip' })).coding).toBeUndefined();
});

test('a download is compressed while it is read', async () => {
  for (const path of ['/download?query={mentions{nodes{id,text}}}', MENTIONS]) {
    const headers = { accept: 'text/csv' };
    const [packed, plain] = [await send(path, { coding: 'gzip', headers }), await send(path, { headers })];
    expect([packed.coding, packed.length, packed.vary]).toEqual(['gzip', undefined, 'accept, accept-encoding']);
    expect(packed.text === plain.text).toBe(true);
    expect(packed.size).toBeLessThan(plain.size * 0.7);
  }
  const head = await send('/download?query={mentions{nodes{id}}}', { method: 'HEAD', coding: 'br' });
  expect(head).toMatchObject({ status: 200, coding: 'br', size: 0 });
});

test('an event stream is not compressed, and its first event comes at once', async () => {
  const headers = { accept: 'text/event-stream' };
  const response = await open(url('subscription { revision { number } }'), { coding: 'gzip', headers });
  expect(response.headers['content-encoding']).toBe('none');
  for await (const chunk of response) if (String(chunk).includes('"revision"')) break;
});
