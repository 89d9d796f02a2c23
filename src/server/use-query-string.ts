import type { Plugin } from 'graphql-yoga';
import { invalidEscape } from '../text/utf8.ts';
import { errorResponse } from './error-response.ts';

/** Rejects a query string that is not UTF-8: it would be read with U+FFFD in it, and find nothing. */
export function useQueryString(): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      const text = url.search.slice(1);
      const at = invalidEscape(text);
      if (at === undefined) return;
      const wrong = text.slice(at, at + 3);
      const message = `The query string is not UTF-8: the escape ${wrong} at offset ${at} is invalid. In UTF-8, ø is %C3%B8.`;
      endResponse(errorResponse(fetchAPI, { code: 'BAD_USER_INPUT', message, status: 400 }));
    },
  };
}
