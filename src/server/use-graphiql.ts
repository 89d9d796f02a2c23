import { gzipSync } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';
import type { Assets } from './asset.ts';
import type { Question } from './question.ts';
import { takesGzip } from './use-asset.ts';
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

/** GraphiQL at `path` for a browser: for whoever takes HTML, whatever question the address holds. */
export function useGraphiql(path: string, options: GraphiqlOptions): Plugin {
  const html = pageOf(options);
  const packed = gzipSync(html);
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if ((url.pathname !== path && url.pathname !== `${path}/`) || !wantsPage(request)) return;
      const small = takesGzip(request);
      const headers = {
        ...PAGE_HEADERS,
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
        ...(small && { 'content-encoding': 'gzip' }),
      };
      endResponse(new fetchAPI.Response(small ? packed : html, { headers }));
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
