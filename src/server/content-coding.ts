import { createHash } from 'node:crypto';
import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { readList } from './media-type.ts';

/** How a response is compressed, as named in Content-Encoding. */
export type Coding = 'br' | 'gzip';

type Bytes = Uint8Array<ArrayBuffer>;

/** Brotli's default, 11, takes a hundred times as long for a tenth less. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5 };

const brotlied = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** The coding that a client prefers by its Accept-Encoding header, `br` if it likes both; undefined for none. */
export function codingOf({ headers }: Request): Coding | undefined {
  const qualities = new Map(readList(headers.get('accept-encoding')).map(({ type, quality }) => [type, quality]));
  const any = qualities.get('*') ?? 0;
  const br = qualities.get('br') ?? any;
  const gz = qualities.get('gzip') ?? qualities.get('x-gzip') ?? any;
  const best = Math.max(br, gz);
  if (best === 0 || (qualities.get('identity') ?? 0) > best) return undefined;
  return br === best ? 'br' : 'gzip';
}

export async function compressed(content: string | Uint8Array, coding: Coding): Promise<Bytes> {
  return new Uint8Array(coding === 'br' ? await brotlied(content, { params: BROTLI }) : await gzipped(content));
}

/** Compresses a stream. Each chunk written can be read at once, not only when the next ones have filled a buffer. */
export function compressor(coding: Coding): Transform {
  return coding === 'br'
    ? createBrotliCompress({ params: BROTLI, flush: constants.BROTLI_OPERATION_FLUSH })
    : createGzip({ flush: constants.Z_SYNC_FLUSH });
}

/** A content that is sent often: compressed once for each coding. */
export class Compressible<Content extends string | Bytes> {
  readonly content: Content;
  readonly #compressed = new Map<Coding, Promise<Bytes>>();

  constructor(content: Content) {
    this.content = content;
  }

  /** The content, compressed if there is a coding. */
  async in(coding: Coding | undefined): Promise<Content | Bytes> {
    if (!coding) return this.content;
    const known = this.#compressed.get(coding) ?? compressed(this.content, coding);
    this.#compressed.set(coding, known);
    return known;
  }
}

/** Keeps the latest long texts in compressed form, such as the answer to an introspection query. */
export class CompressedTexts {
  readonly #budget: number;
  readonly #kept = new Map<string, Promise<Bytes>>();
  #size = 0;

  /** `budget` is the number of bytes to keep. */
  constructor(budget = 8_000_000) {
    this.#budget = budget;
  }

  /** The compressed text. */
  get(text: string, coding: Coding): Promise<Bytes> {
    const key = `${coding} ${createHash('sha256').update(text).digest('base64')}`;
    const known = this.#kept.get(key);
    // The latest is last.
    this.#kept.delete(key);
    const bytes = known ?? compressed(text, coding);
    this.#kept.set(key, bytes);
    if (!known) void bytes.then(({ byteLength }) => this.#add(byteLength)).catch(() => {});
    return bytes;
  }

  async #add(bytes: number): Promise<void> {
    this.#size += bytes;
    for (const [key, oldest] of this.#kept) {
      if (this.#size <= this.#budget) return;
      this.#kept.delete(key);
      this.#size -= (await oldest).byteLength;
    }
  }
}
