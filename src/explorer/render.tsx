import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Address } from './address.ts';
import { type Answer, hashOf } from './ask.ts';
import { type Page, type Question, type QuestionLinks, question } from './definition.ts';
import { layoutByHash, textByHash } from './generated/document.ts';
import { pageAt } from './pages.ts';
import { Message } from './part/message.tsx';
import { Shell } from './part/shell.tsx';
import { ROOT, STATE, type State } from './state.ts';

/** Asks the API for the answer to a document that it knows by its hash. */
export type Ask = (hash: string, variables: object) => Promise<Answer<unknown>>;

export interface RenderOptions {
  readonly ask: Ask;
  /** Addresses of the page's script and style. */
  readonly script: string;
  readonly style: string;
}

export type Rendered =
  | { readonly status: 200 | 404 | 500 | 503; readonly html: string }
  | { readonly status: 301; readonly location: string };

/** The documents of the pages, by hash: the server must answer them. */
export const trustedDocuments: ReadonlyMap<string, string> = new Map(Object.entries(textByHash));

/** The page at an address, whole; one that says so where nothing is, or where the API gives no answer. */
export async function renderPage(url: URL, options: RenderOptions): Promise<Rendered> {
  const found = pageAt(url);
  if (!found) return { status: 404, html: nothing(url, options) };
  const { page, address } = found;
  const variables = page.variables(address);
  const { data, errors } = await options.ask(hashOf(page.document), variables);
  if (!data) return failed(errors?.[0], options);
  const slug = page.slug?.(data);
  if (slug === null) return { status: 404, html: nothing(url, options) };
  if (slug !== undefined && slug !== address.params.slug) {
    return { status: 301, location: page.path.replace(':slug', encodeURIComponent(slug)) + url.search };
  }
  const state: State = { data, links: linksOf(page, address), revision: revisionOf(data) };
  const title = page.title(data, address);
  const view = (
    <Shell address={address} revision={state.revision}>
      <page.View data={data} address={address} links={state.links} />
    </Shell>
  );
  return { status: 200, html: documentOf({ title, state, children: view }, options) };
}

function nothing(url: URL, options: RenderOptions): string {
  const text = `Nothing is at ${url.pathname}. It may have another name here: search for it above.`;
  return message({ title: 'Not found', text }, options);
}

function failed(error: { message: string; extensions?: { code?: string } } | undefined, options: RenderOptions) {
  const away = error?.extensions?.code === 'UNAVAILABLE' || error?.extensions?.code === 'TIMEOUT';
  const text = error?.message ?? 'The server gave no answer.';
  const title = away ? 'No answer now' : 'This page failed';
  return { status: away ? (503 as const) : (500 as const), html: message({ title, text }, options) };
}

function message({ title, text }: { title: string; text: string }, options: RenderOptions): string {
  const children = (
    <Shell address={undefined} revision={undefined}>
      <Message title={title}>{text}</Message>
    </Shell>
  );
  return documentOf({ title, state: undefined, children }, options);
}

/** Every page asks for the revision that answers it. */
function revisionOf(data: unknown): number {
  return (data as { revision: { number: number } }).revision.number;
}

function linksOf(page: Page, address: Address): State['links'] {
  const questions = { page: question(page.document, page.variables(address)), ...page.questions?.(address) };
  return Object.fromEntries(Object.entries(questions).map(([name, question]) => [name, linksTo(question)]));
}

function linksTo({ document, variables }: Question): QuestionLinks {
  const query = layoutByHash[hashOf(document)] ?? '';
  const values = Object.keys(variables).length > 0 ? { variables: JSON.stringify(variables, null, 2) } : {};
  const file = (format: string) => `/export?${new URLSearchParams({ query, ...values, format })}`;
  return { ask: `/graphql?${new URLSearchParams({ query, ...values })}`, csv: file('csv'), ndjson: file('ndjson') };
}

interface Content {
  readonly title: string;
  /** Undefined where a page has nothing for a script to do. */
  readonly state: State | undefined;
  readonly children: ComponentChildren;
}

function documentOf({ title, state, children }: Content, { script, style }: RenderOptions): string {
  // JSON in a script element: only `</script` and `<!--` end or change it.
  const json = state && JSON.stringify(state).replaceAll('<', '\\u003c');
  return `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title === 'Onrecord' ? title : `${title} · Onrecord`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="description"
          content="Who said what, when, in which outlet, about which proposal, and where they stand."
        />
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
