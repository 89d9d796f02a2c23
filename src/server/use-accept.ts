import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';
import { CSV, NDJSON } from './media-type.ts';

/**
 * Answers 406 with the available media types if the client accepts none of them. `text/*` counts as none: Yoga would
 * answer it with an event stream, which the client did not ask for by name.
 */
export function useAccept(): Plugin {
  return {
    onResultProcess({ request, result, resultProcessor, setResultProcessor }) {
      if (isAsyncIterable(result) || (resultProcessor && !acceptsOnlyText(request.headers.get('accept')))) return;
      const message = `No media type in the Accept header is available. Use application/json or application/graphql-response+json, or for downloads ${CSV} or ${NDJSON}.`;
      setResultProcessor(
        (_, fetchAPI) => errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 406 }),
        'application/json',
      );
    },
  };
}

/** Whether `text/*` is the only media type in the header that matches. */
function acceptsOnlyText(accept: string | null): boolean {
  const types = (accept ?? '').split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return types.includes('text/*') && !types.some((type) => AVAILABLE.test(type));
}

const AVAILABLE = /^(\*\/\*|application\/(\*|json|graphql-response\+json)|multipart\/(\*|mixed)|text\/event-stream)$/;
