import type { Plugin } from 'graphql-yoga';

const METHODS = 'GET, HEAD, POST, OPTIONS';

/** Without `credentials`: browsers send no cookies or proxy logins, so `*` is safe and nothing varies with `Origin`. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
} as const;

const PREFLIGHT = {
  'access-control-allow-methods': METHODS,
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
} as const;

/** Answers OPTIONS and, if `isPublic`, allows pages of any other website to read the answers, without credentials. */
export function useCors(isPublic: boolean): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'OPTIONS') return;
      const headers = { allow: METHODS, 'content-length': '0', ...(isPublic && PREFLIGHT) };
      endResponse(new fetchAPI.Response(null, { status: 204, headers }));
    },
    onResponse({ response: { headers } }) {
      if (isPublic) for (const [name, value] of Object.entries(OPEN)) headers.set(name, value);
    },
  };
}
