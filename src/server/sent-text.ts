import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FetchAPI } from 'graphql-yoga';
import { hasTag, tagOf } from './tag.ts';

const compress = promisify(gzip);

export interface SendOptions {
  readonly fetchAPI: FetchAPI;
  /** HTTP status, 200 by default. Other responses have no ETag. */
  readonly status?: number;
  /** Headers in addition to `etag`, `content-encoding` and `vary: accept-encoding`, which are added here. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A cacheable text response: compressed if the client accepts gzip, 304 if the client already has it. */
export class SentText {
  readonly #text: string;
  #tag: string | undefined;
  #compressed: Promise<Uint8Array<ArrayBuffer>> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  async to(request: Request, { fetchAPI: { Response }, status = 200, headers }: SendOptions): Promise<Response> {
    this.#tag ??= tagOf([this.#text]);
    const isCompressed = takesGzip(request);
    const all = {
      ...headers,
      vary: [...(headers.vary ? [headers.vary] : []), 'accept-encoding'].join(', '),
      ...(status === 200 && { etag: this.#tag }),
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    };
    if (status === 200 && hasTag(request, this.#tag)) return new Response(null, { status: 304, headers: all });
    if (!isCompressed) return new Response(this.#text, { status, headers: all });
    this.#compressed ??= compress(this.#text).then((bytes) => new Uint8Array(bytes));
    return new Response(await this.#compressed, { status, headers: all });
  }
}

/** Whether the client accepts gzip. */
export function takesGzip(request: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/.test(request.headers.get('accept-encoding') ?? '');
}
