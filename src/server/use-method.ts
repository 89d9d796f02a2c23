import type { Plugin } from 'graphql-yoga';
import { pageAt } from '../explorer/pages.ts';
import { ASSETS_PATH } from './asset.ts';
import { errorResponse } from './error-response.ts';

/** What can only be read, beside the pages and the assets. */
const READ_ONLY = new Set(['/health', '/schema.graphql']);

/** Refuses to change what can only be read. GraphQL and `/download` refuse by themselves what they do not take. */
export function useMethod(): Plugin {
  return {
    onRequest({ request: { method }, url, fetchAPI, endResponse }) {
      if (method === 'GET' || method === 'HEAD') return;
      const { pathname, href } = url;
      if (!READ_ONLY.has(pathname) && !pathname.startsWith(ASSETS_PATH) && !pageAt(new URL(href))) return;
      const message = `${pathname} takes GET and HEAD alone`;
      const headers = { allow: 'GET, HEAD' };
      endResponse(errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 405, headers }));
    },
  };
}
