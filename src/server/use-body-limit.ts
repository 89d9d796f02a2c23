import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';

/** Bytes of a request's body: a document at its limit with variables ten times as long. */
const MOST_BYTES = 1_000_000;

/**
 * Refuses a body that is too long. It is read to its end, for a client that is cut off while it sends never reads the
 * answer; what is past the limit is not kept.
 */
export function useBodyLimit(): Plugin {
  return {
    async onRequest({ request, fetchAPI, endResponse, setRequest }) {
      const announced = request.headers.get('content-length');
      if (!request.body || (announced !== null && Number(announced) <= MOST_BYTES)) return;
      const body = await readAtMost(request.body, MOST_BYTES);
      if (body) {
        const { url, method, headers, signal } = request;
        setRequest(new fetchAPI.Request(url, { method, headers, signal, body }));
        return;
      }
      const message = `the body of the request is longer than ${MOST_BYTES} bytes: ask in several operations`;
      endResponse(errorResponse(fetchAPI, { code: 'COST_EXCEEDED', message, status: 413 }));
    },
  };
}

/** The whole of a body; undefined when it is longer than `most` bytes. */
async function readAtMost(
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes <= most) chunks.push(chunk);
  }
  return bytes <= most ? new Uint8Array(Buffer.concat(chunks)) : undefined;
}
