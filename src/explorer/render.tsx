import { type ComponentChildren, Fragment } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Address } from './address.ts';
import { answerOf, type RequestedPage } from './answer.ts';
import { App, titleOf } from './app.tsx';
import { type Answer, type Ask, hashOf } from './ask.ts';
import { DESCRIPTION, pageQuery, type QueryLinks } from './definition.ts';
import { isolateDirections } from './direction.ts';
import { textByHash } from './generated/document.ts';
import { findNamed } from './named.ts';
import { pageAt } from './pages.ts';
import type { ShownHit } from './part/hit.ts';
import { Message } from './part/message.tsx';
import { RowTable } from './part/row-table.tsx';
import { Shell } from './part/shell.tsx';
import { ROOT, STATE, type State } from './state.ts';
import { tableOf, wordsOf } from './table.ts';

export interface RenderOptions {
  readonly ask: Ask;
  /** URLs of the script and the style sheet. */
  readonly script: string;
  readonly style: string;
  /** Whether the server answers trusted documents only: then no page links to GraphiQL. */
  readonly trustedOnly: boolean;
}

type Failed = NonNullable<Answer<unknown>['errors']>[number];

export type Rendered =
  | { readonly status: 200 | 400 | 403 | 404 | 500 | 503; readonly html: string }
  | { readonly status: 301 | 302; readonly location: string };

/** The queries of the pages, by hash; the server must accept them. */
export const trustedDocuments: ReadonlyMap<string, string> = new Map(Object.entries(textByHash));

/** Renders the page at a URL, or an error page. */
export async function renderPage(url: URL, options: RenderOptions): Promise<Rendered> {
  isolateDirections();
  if (url.pathname === TABLE_PATH) return renderTable(url, options);
  const found = pageAt(url);
  if (!found) return withoutSlash(url) ?? { status: 404, html: pageNotFound(options) };
  const { page, address } = found;
  const answer = await answerOf(found, options.ask);
  if ('location' in answer) return { status: 302, location: answer.location };
  if ('errors' in answer) {
    const [error] = answer.errors ?? [];
    // A query for the ties of an unknown actor is an error.
    if (page.kind && error?.extensions?.code === 'NOT_FOUND')
      return { status: 404, html: await thingNotFound(found, options) };
    return failed(error, options, address);
  }
  const { data, unknown } = answer;
  const slug = page.slug?.(data);
  if (slug === null) return { status: 404, html: await thingNotFound(found, options) };
  if (slug !== undefined && slug !== address.params.slug) {
    return { status: 301, location: page.path.replace(':slug', encodeURIComponent(slug)) + url.search };
  }
  const state: State = { data, unknown, links: linksOf(found, options) };
  const title = page.title(data, address);
  const view = <App page={page} address={address} state={state} />;
  const status = Object.keys(unknown).length > 0 ? 404 : 200;
  return { status, html: documentOf({ title, description: page.description?.(data), state, children: view }, options) };
}

/** Shows the list of any query of the web UI as a table; takes `documentId` and `variables` as downloads do. */
export const TABLE_PATH = '/table';

async function renderTable({ searchParams }: URL, options: RenderOptions): Promise<Rendered> {
  const documentId = searchParams.get('documentId') ?? '';
  const query = Object.hasOwn(textByHash, documentId) ? textByHash[documentId] : undefined;
  if (!query) {
    const text = 'This table does not exist. The link may come from another version of this site.';
    return { status: 404, html: message({ title: 'Table not found', text }, options) };
  }
  const variables = variablesOf(searchParams.get('variables') || '{}');
  if (!variables) return badAddress('The “variables” in this address must be a JSON object.', options);
  const { data, errors } = await options.ask(documentId, variables);
  if (!data) {
    const [error] = errors ?? [];
    return CLIENT_ERRORS.includes(error?.extensions?.code)
      ? badAddress(`This table cannot be shown: ${error?.message}`, options)
      : failed(error, options);
  }
  const table = tableOf(data);
  if (!table) return badAddress('This query returns more than one list.', options);
  const title = wordsOf(/\bquery (\w+?)(?:File)?\b/.exec(query)?.[1] ?? 'Table');
  const { table: _, ...links } = linksTo({ documentId, variables }, options.trustedOnly);
  const children = (
    <Shell address={undefined} revision={undefined} open={!options.trustedOnly}>
      <RowTable title={title} table={table} links={links} />
    </Shell>
  );
  return { status: 200, html: documentOf({ title, state: undefined, children }, options) };
}

function badAddress(text: ComponentChildren, options: RenderOptions): Rendered {
  return { status: 400, html: message({ title: 'Invalid address', text }, options) };
}

function variablesOf(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A redirect to the same address without a trailing slash, if there is a page. */
function withoutSlash(url: URL): Rendered | undefined {
  const without = new URL(url);
  without.pathname = url.pathname.replace(/\/+$/, '');
  if (without.pathname === url.pathname || !pageAt(without)) return undefined;
  return { status: 301, location: without.pathname + without.search };
}

/** A 404 that suggests things with a similar name: the organisation with the slug of an unknown person, for example. */
async function thingNotFound({ page, address }: RequestedPage, options: RenderOptions): Promise<string> {
  if (!page.kind) return pageNotFound(options);
  const { data } = await findNamed(page.kind, address.params.slug ?? '', options.ask);
  return pageNotFound(options, data?.candidates);
}

function pageNotFound(options: RenderOptions, candidates: readonly ShownHit[] = []): string {
  const text =
    candidates.length > 0 ? (
      <>
        Did you mean{' '}
        {candidates.map(({ href, label }, i) => (
          <Fragment key={href}>
            {i > 0 && (i < candidates.length - 1 ? ', ' : ' or ')}
            <a href={href}>{label}</a>
          </Fragment>
        ))}
        ?
      </>
    ) : (
      'Try searching.'
    );
  return message({ title: 'Page not found', text }, options);
}

/** Codes of errors in the address. */
const CLIENT_ERRORS: readonly unknown[] = ['BAD_USER_INPUT', 'COST_EXCEEDED', 'DEPTH_EXCEEDED'];

function failed(error: Failed | undefined, options: RenderOptions, address?: Address): Rendered {
  const { message: text = UNEXPECTED, extensions: { code } = {} } = error ?? {};
  if (code === 'UNAVAILABLE' || code === 'TIMEOUT') {
    return { status: 503, html: message({ title: 'Temporarily unavailable', text }, options) };
  }
  if (code === 'NOT_FOUND') return { status: 404, html: message({ title: 'Page not found', text }, options) };
  if (address && CLIENT_ERRORS.includes(code)) {
    const { after, before } = address.search;
    const paged = after || before ? 'This part of the list no longer exists.' : undefined;
    const reason = paged ?? (code === 'BAD_USER_INPUT' ? text : 'This address asks for too much at once.');
    return badAddress(
      <>
        {reason} <a href={address.pathname}>Start over</a>
      </>,
      options,
    );
  }
  return { status: 500, html: message({ title: 'Something went wrong', text }, options) };
}

/** Shown instead of GraphiQL on a server that answers trusted documents only. */
export function renderClosed(options: RenderOptions): Rendered {
  const text = 'This server answers only the queries of its own pages and of trusted programs.';
  return { status: 403, html: message({ title: 'GraphiQL is disabled', text }, options) };
}

/** The page for an internal error, which the server has logged. */
export function renderFailure(options: RenderOptions): Rendered {
  return failed({ message: UNEXPECTED }, options);
}

const UNEXPECTED = 'Something went wrong on our side. It has been logged.';

function message({ title, text }: { title: string; text: ComponentChildren }, options: RenderOptions): string {
  const children = (
    <Shell address={undefined} revision={undefined} open={!options.trustedOnly}>
      <Message title={title}>{text}</Message>
    </Shell>
  );
  return documentOf({ title, state: undefined, children }, options);
}

function linksOf({ page, address }: RequestedPage, { trustedOnly }: RenderOptions): State['links'] {
  const queries = { page: pageQuery(page.document, page.variables(address)), ...page.queries?.(address) };
  return Object.fromEntries(
    Object.entries(queries).map(([name, { document, variables }]) => [
      name,
      linksTo({ documentId: hashOf(document), variables }, trustedOnly),
    ]),
  );
}

interface TrustedQuery {
  readonly documentId: string;
  readonly variables: object;
}

function linksTo({ documentId, variables }: TrustedQuery, trustedOnly: boolean): QueryLinks {
  const query = textByHash[documentId] ?? '';
  const values = Object.keys(variables).length > 0 ? { variables: JSON.stringify(variables) } : {};
  const file = (format: string) => `/download?${new URLSearchParams({ documentId, ...values, format })}`;
  return {
    graphiql: trustedOnly ? undefined : `/graphql?${new URLSearchParams({ query, ...values })}`,
    csv: file('csv'),
    ndjson: file('ndjson'),
    table: `${TABLE_PATH}?${new URLSearchParams({ documentId, ...values })}`,
  };
}

interface Content {
  readonly title: string;
  readonly description?: string | undefined;
  /** Undefined for a page that needs no script. */
  readonly state: State | undefined;
  readonly children: ComponentChildren;
}

function documentOf(
  { title, description = DESCRIPTION, state, children }: Content,
  { script, style }: RenderOptions,
): string {
  // In a script element, only `</script` and `<!--` need escaping.
  const json = state && JSON.stringify(state).replaceAll('<', '\\u003c');
  return `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(title)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={style} />
        <script type="module" src={script} />
      </head>
      <body>
        <div id={ROOT}>{children}</div>
        {json && <script type="application/json" id={STATE} dangerouslySetInnerHTML={{ __html: json }} />}
      </body>
    </html>,
  )}`;
}

const ICON =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"%3E%3Crect width="16" height="16" rx="3" fill="%231d3f66"/%3E%3Cpath d="M4 5h3v3L5 11H4l1-3H4zm5 0h3v3l-2 3H9l1-3H9z" fill="%23fff"/%3E%3C/svg%3E';
