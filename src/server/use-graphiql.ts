import type { Plugin } from 'graphql-yoga';
import type { Assets } from './asset.ts';
import { isGraphql } from './graphql-path.ts';
import type { LibraryQuestion } from './question-library.ts';
import { SentText } from './sent-text.ts';
import { PAGE_HEADERS, wantsPage } from './use-explorer.ts';

export interface GraphiqlOptions {
  readonly assets: Assets;
  /** The question library shown next to the editor. */
  readonly questions: readonly LibraryQuestion[];
  /** Whether the server offers explanations. */
  readonly mayExplain: boolean;
}

/** Allows only resources from this server. Inline styles are allowed, since the editor (Monaco) creates style elements. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL to browsers at the GraphQL endpoint, even if the URL contains a query. */
export function useGraphiql(options: GraphiqlOptions): Plugin {
  const page = new SentText(pageOf(options));
  const headers = { ...PAGE_HEADERS, 'content-security-policy': POLICY, 'cache-control': 'no-cache' };
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (isGraphql(url) && wantsPage(request)) endResponse(await page.to(request, { fetchAPI, headers }));
    },
  };
}

function pageOf({ assets, questions, mayExplain }: GraphiqlOptions): string {
  // Inside a script element, only `</script` and `<!--` are special.
  const setting = JSON.stringify({ questions, mayExplain }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Onrecord · GraphiQL</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${assets.addressOf('graphiql/style.css')}">
    <script type="module" src="${assets.addressOf('graphiql/main.tsx')}"></script>
  </head>
  <body>
    <main>
      <h1>Onrecord · GraphiQL</h1>
      <div id="graphiql"><p class="loading">GraphiQL is loading …</p></div>
      <noscript>GraphiQL needs JavaScript. Without it, send queries to this address by GET or POST.</noscript>
    </main>
    <script type="application/json" id="setting">${setting}</script>
  </body>
</html>
`;
}
