import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';
import { GRAPHQL_PATH, isGraphql } from './graphql-path.ts';

/** Redirects `/` to GraphQL, answers 404 to unknown paths, and rejects parameters that are not JSON. */
export function useRoute(): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (isGraphql(url)) {
        const wrong = JSON_PARAMETERS.find((name) => !isJson(url.searchParams.get(name)));
        if (!wrong) return;
        const message = `The parameter ${wrong} is not JSON. Write it like {"slug": "kaja-kallas"}, URL-encoded.`;
        endResponse(errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 400 }));
        return;
      }
      if (url.pathname === '/') {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: GRAPHQL_PATH } }));
        return;
      }
      const message = `Not found: ${url.pathname}. GraphQL is at ${GRAPHQL_PATH} (GET or POST; GraphiQL in a browser), its schema at /schema.graphql, downloads at /download, the server status at /health.`;
      endResponse(errorResponse(fetchAPI, { code: 'NOT_FOUND', message, status: 404 }));
    },
  };
}

/** Query parameters that Yoga parses as JSON. */
const JSON_PARAMETERS = ['variables', 'extensions'] as const;

function isJson(text: string | null): boolean {
  if (!text) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
