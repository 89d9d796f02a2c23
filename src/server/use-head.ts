import type { Plugin } from 'graphql-yoga';
import type { Ask } from './ask.ts';

/** Answers HEAD with the status and headers of GET, and cancels the body. */
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
