import type { Plugin } from 'graphql-yoga';
import type { Ask } from './ask.ts';
import { errorResponse } from './error-response.ts';
import { GRAPHQL_PATH } from './graphql-path.ts';
import { CSV, NDJSON } from './media-type.ts';

export const DOWNLOAD_PATH = '/download';

/** The path up to version 0.1. Bookmarks of it keep working. */
const OLD_PATH = '/export';

/** The parameters that make up the operation. */
const OPERATION = ['query', 'documentId', 'variables', 'operationName', 'extensions'] as const;

/** The parameters that identify its document. */
const DOCUMENT = ['query', 'documentId', 'extensions'] as const;

const USAGE = `${DOWNLOAD_PATH}?query={people{nodes{name}}}&format=csv, with variables (JSON) and operationName as for GraphQL`;

/** Serves a list as a file at `/download`, for links, which cannot set headers. Takes the parameters of a GraphQL GET. */
export function useDownloadLink(ask: Ask): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse, serverContext }) {
      if (url.pathname === OLD_PATH) {
        const headers = { location: `${DOWNLOAD_PATH}${url.search}` };
        endResponse(new fetchAPI.Response(null, { status: 308, headers }));
        return;
      }
      if (url.pathname !== DOWNLOAD_PATH) return;
      const code = 'BAD_USER_INPUT';
      const accept = acceptOf(url.searchParams);
      if (request.method !== 'GET') {
        const message = `${DOWNLOAD_PATH} accepts only GET and HEAD, as in ${USAGE}`;
        endResponse(errorResponse(fetchAPI, { code, message, status: 405, headers: { allow: 'GET, HEAD' } }));
      } else if (!accept) {
        const message = `The parameter format must be csv (with bom=true for Excel) or ndjson, as in ${USAGE}`;
        endResponse(errorResponse(fetchAPI, { code, message, status: 400 }));
      } else if (!DOCUMENT.some((name) => url.searchParams.get(name))) {
        const message = `The parameter query is missing, as in ${USAGE}`;
        endResponse(errorResponse(fetchAPI, { code, message, status: 400 }));
      } else {
        const target = new fetchAPI.URL(GRAPHQL_PATH, url.origin);
        for (const name of OPERATION) {
          const value = url.searchParams.get(name);
          if (value !== null) target.searchParams.set(name, value);
        }
        const headers = { accept, 'accept-encoding': request.headers.get('accept-encoding') ?? '' };
        endResponse(await ask(new fetchAPI.Request(target.href, { headers, signal: request.signal }), serverContext));
      }
    },
  };
}

/** The Accept header for the parameters `format` and `bom`; undefined if they are invalid. */
function acceptOf(parameters: URLSearchParams): string | undefined {
  const [format, bom] = [parameters.get('format') ?? 'csv', parameters.get('bom') ?? 'false'];
  if (format === 'csv' && (bom === 'true' || bom === 'false')) return `${CSV}; bom=${bom}`;
  return format === 'ndjson' && bom === 'false' ? NDJSON : undefined;
}
