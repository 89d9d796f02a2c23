import type { Plugin } from 'graphql-yoga';
import type { Ask } from './ask.ts';

/** Answers HEAD like GET, with the same status and headers, and ends the body before it is sent. */
export function useHead(ask: Ask): Plugin {
  return {
    async onRequest({ request, fetchAPI, endResponse, serverContext }) {
      if (request.method !== 'HEAD') return;
      const { url, headers, signal } = request;
      const got = await ask(new fetchAPI.Request(url, { headers, signal }), serverContext);
      await got.body?.cancel();
      endResponse(new fetchAPI.Response(null, { status: got.status, headers: got.headers }));
    },
  };
}
