import type { Plugin } from 'graphql-yoga';
import { pageAt } from '../explorer/pages.ts';
import { ASSETS_PATH } from './asset.ts';
import { errorResponse } from './error-response.ts';

/** Read-only paths, in addition to the pages and the assets. */
const READ_ONLY = new Set(['/health', '/schema.graphql']);

/** Answers 405 to other methods than GET and HEAD on read-only paths. GraphQL and `/download` check the method themselves. */
export function useMethod(): Plugin {
  return {
    onRequest({ request: { method }, url, fetchAPI, endResponse }) {
      if (method === 'GET' || method === 'HEAD') return;
      const { pathname, href } = url;
      if (!READ_ONLY.has(pathname) && !pathname.startsWith(ASSETS_PATH) && !pageAt(new URL(href))) return;
      const message = `${pathname} accepts only GET and HEAD`;
      const headers = { allow: 'GET, HEAD' };
      endResponse(errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 405, headers }));
    },
  };
}
