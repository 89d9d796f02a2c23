import type { Plugin } from 'graphql-yoga';
import { CompressedTexts, codingOf, compressed } from './content-coding.ts';

/** Shorter texts fit into a packet as they are. */
const SHORTEST = 1000;

/** From this length on, compressing takes longer than looking up whether it has been done. */
const LONG = 50_000;

/** Event streams and multipart responses are sent as they come. */
const COMPRESSED = /^(text\/(?!event-stream)|application\/(json|[\w.-]+\+json))/;

/** Compresses texts if the client accepts it. Assets, pages and downloads do that themselves. */
export function useCompression(): Plugin {
  const texts = new CompressedTexts();
  return {
    async onResponse({ request, response, fetchAPI, setResponse }) {
      const { status, statusText, headers } = response;
      if (headers.has('content-encoding') || !COMPRESSED.test(headers.get('content-type') ?? '')) return;
      const vary = headers.get('vary');
      if (!vary?.includes('accept-encoding'))
        headers.set('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding');
      const coding = codingOf(request);
      if (!coding || request.method === 'HEAD') return;
      const text = await response.text();
      if (text.length < SHORTEST) return;
      const bytes = await (text.length < LONG ? compressed(text, coding) : texts.get(text, coding));
      headers.set('content-encoding', coding);
      headers.set('content-length', String(bytes.byteLength));
      setResponse(new fetchAPI.Response(bytes, { status, statusText, headers }));
    },
  };
}
