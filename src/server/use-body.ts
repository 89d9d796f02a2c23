import type { Plugin } from 'graphql-yoga';
import { invalidEscape } from '../text/utf8.ts';
import { readBody } from './decoded-body.ts';
import { errorResponse, type Rejection } from './error-response.ts';
import { readList } from './media-type.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The media types of requests that Yoga reads. It compares them case-sensitively. */
const TYPES = new Set(['application/json', 'application/graphql+json', 'application/graphql', FORM]);

const NOT_JSON =
  'Send the query as JSON, {"query": "{ revision { number } }"}, with the header content-type: application/json.';

/** Reads the body of a POST, and hands it on as a text in one of Yoga's media types. */
export function useBody(): Plugin {
  return {
    async onRequest({ request, fetchAPI, endResponse, setRequest }) {
      if (request.method !== 'POST') return;
      const type = readType(request.headers.get('content-type'));
      const body = typeof type === 'string' ? await readBody(request) : type;
      const rejection = typeof body === 'string' ? formProblem(type, body) : body;
      if (rejection) {
        endResponse(errorResponse(fetchAPI, rejection));
        return;
      }
      const headers = new fetchAPI.Headers(request.headers);
      headers.set('content-type', String(type));
      for (const name of ['content-encoding', 'content-length']) headers.delete(name);
      const { url, method, signal } = request;
      setRequest(new fetchAPI.Request(url, { method, headers, signal, body: String(body) }));
    },
  };
}

/** The media type of the body, in lower case and without its parameters. */
function readType(header: string | null): string | Rejection {
  // Several types are invalid; as everywhere, the first one counts.
  const [sent] = readList(header);
  if (!sent || !TYPES.has(sent.type)) return { code: 'BAD_USER_INPUT', message: NOT_JSON, status: 415 };
  const charset = sent.parameters.get('charset') ?? 'utf-8';
  if (charset === 'utf-8' || charset === 'utf8') return sent.type;
  const message = `The charset "${charset.slice(0, 80)}" is not supported. Send the body as UTF-8.`;
  return { code: 'BAD_USER_INPUT', message, status: 415 };
}

function formProblem(type: unknown, body: string): Rejection | undefined {
  const at = type === FORM ? invalidEscape(body) : undefined;
  if (at === undefined) return undefined;
  const message = `The request body is not UTF-8: the escape ${body.slice(at, at + 3)} at offset ${at} is invalid.`;
  return { code: 'BAD_USER_INPUT', message, status: 400 };
}
