import type { Plugin } from 'graphql-yoga';
import type { Ask } from './ask.ts';
import { errorResponse } from './error-response.ts';
import { GRAPHQL_PATH } from './graphql-path.ts';
import { CSV, NDJSON } from './media-type.ts';

/** What a link says that is part of the question. */
const QUESTION = ['query', 'documentId', 'variables', 'operationName', 'extensions'] as const;

/** Which of these say what the question is. */
const NAMING = ['query', 'documentId', 'extensions'] as const;

const USAGE = '/export?query={people{nodes{name}}}&format=csv, with variables (JSON) and operationName as for GraphQL';

/** `/export`: a list as a file for whoever can send no header, as a link cannot. The question is that of a GET to GraphQL. */
export function useLink(ask: Ask): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse, serverContext }) {
      if (url.pathname !== '/export') return;
      const code = 'BAD_USER_INPUT';
      const accept = acceptOf(url.searchParams);
      if (request.method !== 'GET') {
        const message = `/export takes GET and HEAD alone, as in ${USAGE}`;
        endResponse(errorResponse(fetchAPI, { code, message, status: 405, headers: { allow: 'GET, HEAD' } }));
      } else if (!accept) {
        const message = `format and bom: csv (with bom=true for Excel) or ndjson, as in ${USAGE}`;
        endResponse(errorResponse(fetchAPI, { code, message, status: 400 }));
      } else if (!NAMING.some((name) => url.searchParams.get(name))) {
        const message = `The question is missing: /export takes it in the address, as in ${USAGE}`;
        endResponse(errorResponse(fetchAPI, { code, message, status: 400 }));
      } else {
        const question = new fetchAPI.URL(GRAPHQL_PATH, url.origin);
        for (const name of QUESTION) {
          const value = url.searchParams.get(name);
          if (value !== null) question.searchParams.set(name, value);
        }
        const headers = { accept };
        endResponse(await ask(new fetchAPI.Request(question.href, { headers, signal: request.signal }), serverContext));
      }
    },
  };
}

/** The header that a link stands for; undefined when it asks for what there is not. */
function acceptOf(parameters: URLSearchParams): string | undefined {
  const [format, bom] = [parameters.get('format') ?? 'csv', parameters.get('bom') ?? 'false'];
  if (format === 'csv' && (bom === 'true' || bom === 'false')) return `${CSV}; bom=${bom}`;
  return format === 'ndjson' && bom === 'false' ? NDJSON : undefined;
}
