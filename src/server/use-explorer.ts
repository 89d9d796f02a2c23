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
  /** Answers requests: the page asks as any client does. */
  readonly ask: Ask;
  /** Whether the server answers trusted documents alone. */
  readonly trustedOnly: boolean;
  /** Gets why a page could not be shown. */
  readonly log: (error: unknown) => void;
}

/** Nothing but what this server gives: no script, style or picture of others, and nothing written into the page. */
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

/** What every page for people is sent with. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  vary: 'accept',
} as const;

/** The page for people: every address that a browser asks for and that nothing else answers. */
export function useExplorer({ assets, ask, trustedOnly, log }: ExplorerOptions): Plugin {
  const script = assets.addressOf('explorer/client.tsx');
  const style = assets.addressOf('explorer/style.css');
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const closed = trustedOnly && isGraphql(url);
      if ((isGraphql(url) && !closed) || !(wantsPage(request) || takesPage(request, url))) return;
      const answer: RenderOptions['ask'] = async (documentId, variables) => {
        const question = new fetchAPI.Request(new fetchAPI.URL(GRAPHQL_PATH, url.origin).href, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
          body: JSON.stringify({ documentId, variables }),
          signal: request.signal,
        });
        return (await ask(question)).json();
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

/** A browser takes HTML before JSON. */
export function wantsPage(request: Request): boolean {
  const accept = request.headers.get('accept');
  const html = qualityOf(accept, 'text/html');
  return request.method === 'GET' && html > 0 && html >= qualityOf(accept, 'application/json');
}

/** Programs that take anything get the pages that there are; where nothing is, an error in JSON. */
function takesPage(request: Request, url: URL): boolean {
  const accept = request.headers.get('accept');
  const quality = Math.max(qualityOf(accept, '*/*'), qualityOf(accept, 'text/*'));
  const anything = accept === null || (quality > 0 && qualityOf(accept, 'application/json') === 0);
  const isThere = url.pathname === TABLE_PATH || pageAt(new URL(url.href)) !== undefined;
  return request.method === 'GET' && anything && isThere;
}
