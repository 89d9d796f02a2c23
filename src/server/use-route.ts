import type { Plugin } from 'graphql-yoga';

/** Sends `/` to the page for questions, and tells a wrong address where GraphQL is. */
export function useRoute(graphqlPath: string): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname === graphqlPath || url.pathname === `${graphqlPath}/`) return;
      if (url.pathname === '/') {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: graphqlPath } }));
        return;
      }
      const message = `Nothing is at ${url.pathname}. GraphQL is at ${graphqlPath} (GET or POST; open it in a browser to try questions), the state of the server at /health.`;
      const errors = [{ message, extensions: { code: 'NOT_FOUND' } }];
      endResponse(fetchAPI.Response.json({ errors }, { status: 404 }));
    },
  };
}
