import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';

/** The maximum size of a request body: enough for a document of maximum length and ten times as much in variables. */
const MAX_BYTES = 1_000_000;

/**
 * Rejects a request body that is too long. The rest is still read, and dropped: a client that is cut off while sending
 * never reads the response.
 */
export function useBodyLimit(): Plugin {
  return {
    async onRequest({ request, fetchAPI, endResponse, setRequest }) {
      const announced = request.headers.get('content-length');
      if (!request.body || (announced !== null && Number(announced) <= MAX_BYTES)) return;
      const body = await readAtMost(request.body, MAX_BYTES);
      if (body) {
        const { url, method, headers, signal } = request;
        setRequest(new fetchAPI.Request(url, { method, headers, signal, body }));
        return;
      }
      const message = `The request body is longer than ${MAX_BYTES} bytes. Split it into several operations.`;
      endResponse(errorResponse(fetchAPI, { code: 'COST_EXCEEDED', message, status: 413 }));
    },
  };
}

/** The whole body; undefined if it is longer than `limit` bytes. */
async function readAtMost(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes <= limit) chunks.push(chunk);
  }
  return bytes <= limit ? new Uint8Array(Buffer.concat(chunks)) : undefined;
}
