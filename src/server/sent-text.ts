import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FetchAPI } from 'graphql-yoga';
import { brings, tagOf } from './tag.ts';

const compress = promisify(gzip);

export interface SendOptions {
  readonly fetchAPI: FetchAPI;
  /** HTTP status; 200 when left out. Others have no tag. */
  readonly status?: number;
  /** Beside those that sending adds: `etag`, `content-encoding` and what goes with it. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A text that is sent as often as it is asked for: compressed where a client takes that, not at all where it has it. */
export class SentText {
  readonly #text: string;
  #tag: string | undefined;
  #packed: Promise<Uint8Array<ArrayBuffer>> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  async to(request: Request, { fetchAPI: { Response }, status = 200, headers }: SendOptions): Promise<Response> {
    this.#tag ??= tagOf([this.#text]);
    const isPacked = takesGzip(request);
    const all = {
      ...headers,
      vary: [...(headers.vary ? [headers.vary] : []), 'accept-encoding'].join(', '),
      ...(status === 200 && { etag: this.#tag }),
      ...(isPacked && { 'content-encoding': 'gzip' }),
    };
    if (status === 200 && brings(request, this.#tag)) return new Response(null, { status: 304, headers: all });
    if (!isPacked) return new Response(this.#text, { status, headers: all });
    this.#packed ??= compress(this.#text).then((bytes) => new Uint8Array(bytes));
    return new Response(await this.#packed, { status, headers: all });
  }
}

/** Whether a client takes a compressed answer. */
export function takesGzip(request: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/.test(request.headers.get('accept-encoding') ?? '');
}
