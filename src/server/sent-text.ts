import type { FetchAPI } from 'graphql-yoga';
import { Compressible, codingOf } from './content-coding.ts';
import { hasTag, tagOf } from './tag.ts';

export interface SendOptions {
  readonly fetchAPI: FetchAPI;
  /** HTTP status, 200 by default. Other responses have no ETag. */
  readonly status?: number;
  /** Headers in addition to `etag`, `content-encoding` and `vary: accept-encoding`, which are added here. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A cacheable text response: compressed if the client accepts that, 304 if the client already has it. */
export class SentText {
  readonly #text: Compressible<string>;
  #tag: string | undefined;

  constructor(text: string) {
    this.#text = new Compressible(text);
  }

  async to(request: Request, { fetchAPI: { Response }, status = 200, headers }: SendOptions): Promise<Response> {
    this.#tag ??= tagOf([this.#text.content]);
    const coding = codingOf(request);
    const all = {
      ...headers,
      vary: [...(headers.vary ? [headers.vary] : []), 'accept-encoding'].join(', '),
      ...(status === 200 && { etag: this.#tag }),
      ...(coding && { 'content-encoding': coding }),
    };
    if (status === 200 && hasTag(request, this.#tag)) return new Response(null, { status: 304, headers: all });
    return new Response(await this.#text.in(coding), { status, headers: all });
  }
}
