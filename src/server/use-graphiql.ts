import type { Plugin } from 'graphql-yoga';
import type { Assets } from './asset.ts';
import { isGraphql } from './graphql-path.ts';
import type { Question } from './question.ts';
import { SentText } from './sent-text.ts';
import { PAGE_HEADERS, wantsPage } from './use-explorer.ts';

export interface GraphiqlOptions {
  readonly assets: Assets;
  /** The library that the page offers. */
  readonly questions: readonly Question[];
  /** Whether the server explains how it answers. */
  readonly mayExplain: boolean;
}

/**
 * Nothing but what this server gives. Styles alone may be written into the page: the editor (Monaco) makes style
 * elements as it goes, for every theme, width and mark.
 */
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

/** GraphiQL where GraphQL is, for a browser: for whoever takes HTML, whatever question the address holds. */
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
  // Within a script element only `</script` and `<!--` end or change it.
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
      <noscript>GraphiQL needs JavaScript. Questions can be sent to this address without it, as GET or POST.</noscript>
    </main>
    <script type="application/json" id="setting">${setting}</script>
  </body>
</html>
`;
}
