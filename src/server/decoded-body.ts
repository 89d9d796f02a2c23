import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { invalidByte } from '../text/utf8.ts';
import type { Rejection } from './error-response.ts';
import { readList } from './media-type.ts';

/** The maximum size of a request body: enough for a document of maximum length and ten times as much in variables. */
const MAX_BYTES = 1_000_000;

/** What Content-Encoding may be in a request. */
const CODINGS = 'gzip, deflate, br';

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gunzipped: Decode = promisify(gunzip);
const inflated: Decode = promisify(inflate);
const inflatedRaw: Decode = promisify(inflateRaw);

const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzipped],
  ['x-gzip', gunzipped],
  ['deflate', (bytes, options) => (hasZlibHeader(bytes) ? inflated : inflatedRaw)(bytes, options)],
  ['br', promisify(brotliDecompress)],
]);

/**
 * The body of a request as a text without a byte order mark, decompressed. A body that is too long, compressed or not,
 * is read to its end, and dropped: a client that is cut off while sending never reads the response.
 */
export async function readBody(request: Request): Promise<string | Rejection> {
  const codings = readList(request.headers.get('content-encoding'))
    .map(({ type }) => type)
    .filter((type) => type !== '' && type !== 'identity');
  const [coding] = codings;
  const decode = decoders.get(coding ?? '');
  if (codings.length > 1 || (coding !== undefined && !decode)) return unknownCoding(codings.join(', '));
  const sent = await sentBytes(request);
  if (!sent) return tooLong('');
  if (!decode || sent.byteLength === 0) return asText(sent);
  try {
    return asText(await decode(sent, { maxOutputLength: MAX_BYTES }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return tooLong(' when decompressed');
    return badRequest(`The request body is not valid ${coding}: ${error.message}.`);
  }
}

async function sentBytes(request: Request): Promise<Uint8Array | undefined> {
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) <= MAX_BYTES) return new Uint8Array(await request.arrayBuffer());
  return request.body ? readAtMost(request.body, MAX_BYTES) : new Uint8Array();
}

/** The whole body; undefined if it is longer than `limit` bytes. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes <= limit) chunks.push(chunk);
  }
  return bytes <= limit ? Buffer.concat(chunks) : undefined;
}

function asText(bytes: Uint8Array): string | Rejection {
  const at = invalidByte(bytes);
  if (at === undefined) return new TextDecoder().decode(bytes);
  const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
  return badRequest(`The request body is not UTF-8: the byte ${byte} at offset ${at} is invalid.`);
}

/** Whether compressed bytes have the header that `deflate` means. Some clients send them without it. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function unknownCoding(coding: string): Rejection {
  const message = `The Content-Encoding "${coding.slice(0, 80)}" is not supported. Use one of ${CODINGS}, or none.`;
  return { code: 'BAD_USER_INPUT', message, status: 415, headers: { 'accept-encoding': CODINGS } };
}

function tooLong(when: string): Rejection {
  const message = `The request body is longer than ${MAX_BYTES} bytes${when}. Split it into several operations.`;
  return { code: 'COST_EXCEEDED', message, status: 413 };
}

function badRequest(message: string): Rejection {
  return { code: 'BAD_USER_INPUT', message, status: 400 };
}
