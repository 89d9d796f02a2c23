import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
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
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whether the request has a Content-Length header. */
  readonly announced?: boolean;
}

/** Sends a body over real HTTP, in pieces. */
async function send({ method = 'POST', path = '/graphql', headers = {}, body = '', announced = true }: Sent) {
  const bytes = Buffer.from(body);
  const all = { 'content-type': 'application/json', ...headers, ...(announced && { 'content-length': bytes.length }) };
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const client = request(`${server.url}${path}`, { method, headers: all }, resolve).on('error', reject);
    for (let i = 0; i < bytes.length; i += 50_000) client.write(bytes.subarray(i, i + 50_000));
    client.end();
  });
  const answer = JSON.parse(await text(response));
  const [error] = answer.errors ?? [];
  return {
    status: response.statusCode,
    headers: response.headers,
    data: answer.data,
    code: error?.extensions.code,
    message: error?.message,
  };
}

const QUERY = '{__typename}';
const JSON_BODY = JSON.stringify({ query: QUERY });
const FOUND = { __typename: 'Query' };

test.each([
  'Application/JSON; Charset=UTF-8',
  'APPLICATION/JSON',
  'application/json;charset="utf-8"',
  "application/json ; charset='UTF8'",
  'application/json; x=1',
  'application/json, application/json',
  'application/GraphQL+json; charset=utf-8',
])('a JSON body is read, however its media type is written: %s', async (type) => {
  expect(await send({ headers: { 'content-type': type }, body: JSON_BODY })).toMatchObject({
    status: 200,
    data: FOUND,
  });
});

test('a document and a form are read, however their media types are written', async () => {
  const document = { headers: { 'content-type': 'Application/GraphQL' }, body: QUERY };
  expect(await send(document)).toMatchObject({ status: 200, data: FOUND });
  const form = { 'content-type': 'application/X-WWW-form-urlencoded; charset=utf-8' };
  expect(await send({ headers: form, body: `query=${encodeURIComponent(QUERY)}` })).toMatchObject({ data: FOUND });
  expect(await send({ headers: form, body: 'query=%7Bx%7D&operationName=l%F8kke' })).toMatchObject({
    status: 400,
    message: 'The request body is not UTF-8: the escape %F8 at offset 29 is invalid.',
  });
});

test.each([
  ['application/json; charset=iso-8859-1', 'The charset "iso-8859-1" is not supported'],
  ['application/json; charset="UTF-16"', 'The charset "utf-16" is not supported'],
  ['application/json; charset=windows-1252', 'The charset "windows-1252" is not supported'],
  ['text/plain', 'with the header content-type: application/json'],
  ['application/jsonp', 'with the header content-type: application/json'],
  ['multipart/form-data; boundary=x', 'with the header content-type: application/json'],
  ['', 'with the header content-type: application/json'],
])('another charset or media type is 415, with a message that websites can read: %s', async (type, message) => {
  const { status, headers, ...rejected } = await send({ headers: { 'content-type': type }, body: JSON_BODY });
  expect([status, headers['access-control-allow-origin']]).toEqual([415, '*']);
  expect(rejected).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) });
});

test.each<[string, Uint8Array, string]>([
  ['ISO 8859-1', Buffer.from('{"query":"{løkke}"}', 'latin1'), 'the byte 0xf8 at offset 12'],
  ['a letter that is cut off', Buffer.from('{"query":"é'.repeat(2)).subarray(0, 23), 'the byte 0xc3 at offset 22'],
  ['UTF-16', Buffer.from(`\uFEFF${JSON_BODY}`, 'utf16le'), 'the byte 0xff at offset 0'],
  ['ISO 8859-1, compressed', gzipSync(Buffer.from('"ø"', 'latin1')), 'the byte 0xf8 at offset 1'],
])('a body that is not UTF-8 is 400 with the position: %s', async (_, body, message) => {
  const headers = body[0] === 0x1f ? { 'content-encoding': 'gzip' } : {};
  expect(await send({ headers, body })).toMatchObject({ status: 400, message: expect.stringContaining(message) });
});

test('a byte order mark is skipped, also in a compressed body', async () => {
  const body = `\uFEFF${JSON_BODY}`;
  expect(await send({ body })).toMatchObject({ status: 200, data: FOUND });
  const packed = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(body) };
  expect(await send(packed)).toMatchObject({ status: 200, data: FOUND });
});

test.each<[string, Uint8Array | string]>([
  ['gzip', gzipSync(JSON_BODY)],
  ['X-GZIP', gzipSync(JSON_BODY)],
  ['deflate', deflateSync(JSON_BODY)],
  ['deflate', deflateRawSync(JSON_BODY)],
  ['br', brotliCompressSync(JSON_BODY)],
  ['identity', JSON_BODY],
  ['identity, GZip', gzipSync(JSON_BODY)],
])('a compressed body is read: %s', async (coding, body) => {
  for (const announced of [true, false])
    expect(await send({ headers: { 'content-encoding': coding }, body, announced })).toMatchObject({
      status: 200,
      data: FOUND,
    });
});

test.each(['zstd', 'compress', 'gzip, br', 'gzip, gzip, gzip', 'x'])(
  'an unknown coding is 415 and names the known ones: %s',
  async (coding) => {
    const rejected = await send({ headers: { 'content-encoding': coding }, body: gzipSync(JSON_BODY) });
    expect(rejected).toMatchObject({ status: 415, message: expect.stringContaining(`"${coding}" is not supported`) });
    expect(rejected.headers).toMatchObject({
      'accept-encoding': 'gzip, deflate, br',
      'access-control-allow-origin': '*',
    });
  },
);

test.each(['gzip', 'deflate', 'br'])('a body that is not compressed as announced is 400: %s', async (coding) => {
  const headers = { 'content-encoding': coding };
  for (const body of [JSON_BODY, gzipSync(JSON_BODY).subarray(0, 30)])
    expect(await send({ headers, body })).toMatchObject({ status: 400, message: expect.stringContaining(coding) });
});

test('a body that is too long is rejected, with or without a Content-Length, compressed or not', async () => {
  const long = JSON.stringify({ query: QUERY, variables: { padding: 'x'.repeat(1_100_000) } });
  const rejected = { status: 413, code: 'COST_EXCEEDED' };
  for (const announced of [true, false]) {
    expect(await send({ body: long, announced })).toMatchObject(rejected);
    expect(await send({ body: JSON_BODY, announced })).toMatchObject({ status: 200, data: FOUND });
  }
  const codings = { gzip: gzipSync(long), deflate: deflateSync(long), br: brotliCompressSync(long) };
  for (const [coding, body] of Object.entries(codings)) {
    const packed = await send({ headers: { 'content-encoding': coding }, body });
    expect(packed).toMatchObject({ ...rejected, message: expect.stringContaining('when decompressed') });
    expect(packed.headers['access-control-allow-origin']).toBe('*');
  }
});

test('a decompression bomb is rejected without being decompressed', async () => {
  // Some 900 MB of zeros.
  const body = Buffer.concat(Array<Buffer>(900).fill(gzipSync(Buffer.alloc(1_000_000))));
  expect(body.length).toBeLessThan(1_000_000);
  const before = performance.now();
  expect(await send({ headers: { 'content-encoding': 'gzip' }, body })).toMatchObject({ status: 413 });
  expect(performance.now() - before).toBeLessThan(1000);
});

test.each([
  ['/graphql?query={people(where:{name:{contains:"l%F8kke"}}){totalCount}}', '%F8', 40],
  ['/download?format=csv&query={people{nodes{name}}}&x=%C3', '%C3', 41],
  ['/search?q=%E2%82', '%E2', 2],
  ['/nowhere?%80', '%80', 0],
])('a query string that is not UTF-8 is 400 with the position: %s', async (path, wrong, at) => {
  const rejected = await send({ method: 'GET', path: path.replaceAll('"', '%22') });
  expect(rejected).toMatchObject({
    status: 400,
    message: expect.stringContaining(`the escape ${wrong} at offset ${at} is invalid`),
  });
  expect(rejected.headers['access-control-allow-origin']).toBe('*');
});
