import type { Plugin } from 'graphql-yoga';
import { pageAt } from '../explorer/pages.ts';
import {
  type Rendered,
  type RenderOptions,
  renderClosed,
  renderFailure,
  renderPage,
  TABLE_PATH,
} from '../explorer/render.tsx';
import type { Ask } from './ask.ts';
import type { Assets } from './asset.ts';
import { GRAPHQL_PATH, isGraphql } from './graphql-path.ts';
import { qualityOf } from './media-type.ts';
import { SentText } from './sent-text.ts';

export interface ExplorerOptions {
  readonly assets: Assets;
  /** Runs the operations of a page, like those of any client. */
  readonly ask: Ask;
  /** Whether the server only accepts trusted documents. */
  readonly trustedOnly: boolean;
  /** Called with the error when a page cannot be rendered. */
  readonly log: (error: unknown) => void;
}

/** Allows only resources from this server: nothing from other sites, no inline scripts or styles. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of every HTML page. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  vary: 'accept',
} as const;

/** The web UI: answers every URL that a browser requests and no earlier plugin has answered. */
export function useExplorer({ assets, ask, trustedOnly, log }: ExplorerOptions): Plugin {
  const script = assets.addressOf('explorer/client.tsx');
  const style = assets.addressOf('explorer/style.css');
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const closed = trustedOnly && isGraphql(url);
      if ((isGraphql(url) && !closed) || !(wantsPage(request) || acceptsPage(request, url))) return;
      const answer: RenderOptions['ask'] = async (documentId, variables) => {
        const operation = new fetchAPI.Request(new fetchAPI.URL(GRAPHQL_PATH, url.origin).href, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
          body: JSON.stringify({ documentId, variables }),
          signal: request.signal,
        });
        return (await ask(operation)).json();
      };
      const options = { ask: answer, script, style, trustedOnly };
      const page: Rendered = closed
        ? renderClosed(options)
        : await renderPage(new URL(url.href), options).catch((error: unknown) => {
            if (!request.signal.aborted) log(error);
            return renderFailure(options);
          });
      if ('location' in page) {
        endResponse(
          new fetchAPI.Response(null, { status: page.status, headers: { location: page.location, vary: 'accept' } }),
        );
        return;
      }
      const headers = {
        ...PAGE_HEADERS,
        'content-security-policy': POLICY,
        'cache-control': page.status === 200 ? 'no-cache' : 'no-store',
      };
      endResponse(await new SentText(page.html).to(request, { fetchAPI, status: page.status, headers }));
    },
  };
}

/** Whether the client is a browser: it accepts HTML, and does not prefer JSON. */
export function wantsPage(request: Request): boolean {
  const accept = request.headers.get('accept');
  const html = qualityOf(accept, 'text/html');
  return request.method === 'GET' && html > 0 && html >= qualityOf(accept, 'application/json');
}

/** Whether a client that accepts anything (curl, a crawler) requests an existing page. Otherwise it gets a JSON error. */
function acceptsPage(request: Request, url: URL): boolean {
  const accept = request.headers.get('accept');
  const quality = Math.max(qualityOf(accept, '*/*'), qualityOf(accept, 'text/*'));
  const anything = accept === null || (quality > 0 && qualityOf(accept, 'application/json') === 0);
  const exists = url.pathname === TABLE_PATH || pageAt(new URL(url.href)) !== undefined;
  return request.method === 'GET' && anything && exists;
}
