import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';
import { GRAPHQL_PATH, isGraphql } from './graphql-path.ts';

const NOT_JSON =
  'The question comes as JSON, {"query": "{ revision { number } }"}, with the header content-type: application/json.';

/** Sends `/` to the page for questions, tells a wrong address where GraphQL is, and parameters or a body that cannot be read what would be. */
export function useRoute(): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (isGraphql(url)) {
        const wrong = JSON_PARAMETERS.find((name) => !isJson(url.searchParams.get(name)));
        if (!wrong) return;
        const message = `The parameter ${wrong} is not JSON: write it like {"slug": "kaja-kallas"}, encoded for an address.`;
        endResponse(errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 400 }));
        return;
      }
      if (url.pathname === '/') {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: GRAPHQL_PATH } }));
        return;
      }
      const message = `Nothing is at ${url.pathname}. GraphQL is at ${GRAPHQL_PATH} (GET or POST; open it in a browser to try questions), its schema at /schema.graphql, downloads at /download, the state of the server at /health.`;
      endResponse(errorResponse(fetchAPI, { code: 'NOT_FOUND', message, status: 404 }));
    },
    onResponse({ response, fetchAPI, setResponse }) {
      // Yoga's own answer to a type that it does not read has no body.
      if (response.status !== 415) return;
      setResponse(errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message: NOT_JSON, status: 415 }));
    },
  };
}

/** Parameters of an address that Yoga reads as JSON. */
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
