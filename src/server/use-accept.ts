import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { errorResponse } from './error-response.ts';
import { CSV, NDJSON } from './media-type.ts';

/**
 * Tells a client that accepts nothing that there is what there would be. One that takes any text is such a client:
 * Yoga would send it a stream of events, which is text too, but nothing that it has asked for by name.
 */
export function useAccept(): Plugin {
  return {
    onResultProcess({ request, result, resultProcessor, setResultProcessor }) {
      if (isAsyncIterable(result) || (resultProcessor && !takesTextAlone(request.headers.get('accept')))) return;
      const message = `The header accept names nothing that there is: accept application/json or application/graphql-response+json, or for a list as a file ${CSV} or ${NDJSON}.`;
      setResultProcessor(
        (_, fetchAPI) => errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 406 }),
        'application/json',
      );
    },
  };
}

/** Whether it is only by `text/*` that a client accepts anything of ours. */
function takesTextAlone(accept: string | null): boolean {
  const types = (accept ?? '').split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return types.includes('text/*') && !types.some((type) => TAKEN.test(type));
}

const TAKEN = /^(\*\/\*|application\/(\*|json|graphql-response\+json)|multipart\/(\*|mixed)|text\/event-stream)$/;
