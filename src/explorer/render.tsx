import { type ComponentChildren, Fragment } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Address } from './address.ts';
import { answerOf, type Place } from './answer.ts';
import { App, titleOf } from './app.tsx';
import { type Answer, type Ask, hashOf } from './ask.ts';
import { type QuestionLinks, question } from './definition.ts';
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
  /** Addresses of the page's script and style. */
  readonly script: string;
  readonly style: string;
  /** Whether the server answers trusted documents alone: then nobody is led to asking. */
  readonly trustedOnly: boolean;
}

type Failed = NonNullable<Answer<unknown>['errors']>[number];

export type Rendered =
  | { readonly status: 200 | 400 | 403 | 404 | 500 | 503; readonly html: string }
  | { readonly status: 301 | 302; readonly location: string };

/** The documents of the pages, by hash: the server must answer them. */
export const trustedDocuments: ReadonlyMap<string, string> = new Map(Object.entries(textByHash));

/** The page at an address, whole; one that says so where nothing is, or where the API gives no answer. */
export async function renderPage(url: URL, options: RenderOptions): Promise<Rendered> {
  if (url.pathname === TABLE_PATH) return renderTable(url, options);
  const found = pageAt(url);
  if (!found) return withoutSlash(url) ?? { status: 404, html: nothing(url, options) };
  const { page, address } = found;
  const answer = await answerOf(found, options.ask);
  if ('location' in answer) return { status: 302, location: answer.location };
  if ('errors' in answer) {
    const [error] = answer.errors ?? [];
    // The API does not count the ties of nobody.
    if (page.kind && error?.extensions?.code === 'NOT_FOUND')
      return { status: 404, html: await noSuch(found, url, options) };
    return failed(error, options, address);
  }
  const { data, unknown } = answer;
  const slug = page.slug?.(data);
  if (slug === null) return { status: 404, html: await noSuch(found, url, options) };
  if (slug !== undefined && slug !== address.params.slug) {
    return { status: 301, location: page.path.replace(':slug', encodeURIComponent(slug)) + url.search };
  }
  const state: State = { data, unknown, links: linksOf(found, options) };
  const title = page.title(data, address);
  const view = <App page={page} address={address} state={state} />;
  const status = Object.keys(unknown).length > 0 ? 404 : 200;
  return { status, html: documentOf({ title, state, children: view }, options) };
}

/** Where the list of any question of the pages can be read as a table: `documentId` and `variables` as at `/download`. */
export const TABLE_PATH = '/table';

async function renderTable({ searchParams }: URL, options: RenderOptions): Promise<Rendered> {
  const documentId = searchParams.get('documentId') ?? '';
  const query = Object.hasOwn(textByHash, documentId) ? textByHash[documentId] : undefined;
  if (!query) {
    const text = 'No page here has this list: its “documentId” is none of theirs, or of another release.';
    return { status: 404, html: message({ title: 'Not found', text }, options) };
  }
  const variables = variablesOf(searchParams.get('variables') || '{}');
  if (!variables) return notUnderstood('What stands as “variables” in this address is no object in JSON.', options);
  const { data, errors } = await options.ask(documentId, variables);
  if (!data) {
    const [error] = errors ?? [];
    return MISTAKES.includes(error?.extensions?.code)
      ? notUnderstood(`This list cannot be had so: ${error?.message}`, options)
      : failed(error, options);
  }
  const table = tableOf(data);
  if (!table) return notUnderstood('This question is answered by more than one list.', options);
  const title = wordsOf(/\bquery (\w+)/.exec(query)?.[1] ?? 'Table');
  const { table: _, ...links } = linksTo({ documentId, variables }, options.trustedOnly);
  const children = (
    <Shell address={undefined} revision={undefined} open={!options.trustedOnly}>
      <RowTable title={title} table={table} links={links} />
    </Shell>
  );
  return { status: 200, html: documentOf({ title, state: undefined, children }, options) };
}

function notUnderstood(text: string, options: RenderOptions): Rendered {
  return { status: 400, html: message({ title: 'Not understood', text }, options) };
}

function variablesOf(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The way to the page that an address would lead to without its slash at the end. */
function withoutSlash(url: URL): Rendered | undefined {
  const without = new URL(url);
  without.pathname = url.pathname.replace(/\/+$/, '');
  if (without.pathname === url.pathname || !pageAt(without)) return undefined;
  return { status: 301, location: without.pathname + without.search };
}

/** Where no person has a slug, an organisation may, or something that is called so. */
async function noSuch({ page, address }: Place, url: URL, options: RenderOptions): Promise<string> {
  if (!page.kind) return nothing(url, options);
  const { data } = await findNamed(page.kind, address.params.slug ?? '', options.ask);
  return nothing(url, options, data?.candidates);
}

function nothing(url: URL, options: RenderOptions, candidates: readonly ShownHit[] = []): string {
  const text =
    candidates.length > 0 ? (
      <>
        Nothing is at {url.pathname}. Perhaps you look for{' '}
        {candidates.map(({ href, label }, i) => (
          <Fragment key={href}>
            {i > 0 && (i < candidates.length - 1 ? ', ' : ' or ')}
            <a href={href}>{label}</a>
          </Fragment>
        ))}
        .
      </>
    ) : (
      `Nothing is at ${url.pathname}. It may have another name here: search for it above.`
    );
  return message({ title: 'Not found', text }, options);
}

/** Codes of what is the asker's mistake: what stands behind the question mark may be anything. */
const MISTAKES: readonly unknown[] = ['BAD_USER_INPUT', 'COST_EXCEEDED', 'DEPTH_EXCEEDED'];

function failed(error: Failed | undefined, options: RenderOptions, address?: Address): Rendered {
  const { message: text = 'The server gave no answer.', extensions: { code } = {} } = error ?? {};
  if (code === 'UNAVAILABLE' || code === 'TIMEOUT') {
    return { status: 503, html: message({ title: 'No answer now', text }, options) };
  }
  if (code === 'NOT_FOUND') return { status: 404, html: message({ title: 'Not found', text }, options) };
  if (address && MISTAKES.includes(code)) {
    const words = code === 'BAD_USER_INPUT' ? text : 'This address asks for more than is answered at once.';
    const { after, before } = address.search;
    const mistake = after || before ? 'This address asks for a page of the list that is not there any more.' : words;
    const children = (
      <>
        {mistake} <a href={address.pathname}>Start anew</a>
      </>
    );
    return { status: 400, html: message({ title: 'Not understood', text: children }, options) };
  }
  return { status: 500, html: message({ title: 'This page failed', text }, options) };
}

/** What stands in the place of the page for questions on a server that takes none but its own. */
export function renderClosed(options: RenderOptions): Rendered {
  const text =
    'This server answers the questions of its own pages and of programs that its operator trusts, and no others.';
  return { status: 403, html: message({ title: 'Not open for questions', text }, options) };
}

/** A page that says that something went wrong which the server's log knows. */
export function renderFailure(options: RenderOptions): Rendered {
  return failed({ message: 'It is a mistake of ours, and the details are in the server’s log.' }, options);
}

function message({ title, text }: { title: string; text: ComponentChildren }, options: RenderOptions): string {
  const children = (
    <Shell address={undefined} revision={undefined} open={!options.trustedOnly}>
      <Message title={title}>{text}</Message>
    </Shell>
  );
  return documentOf({ title, state: undefined, children }, options);
}

function linksOf({ page, address }: Place, { trustedOnly }: RenderOptions): State['links'] {
  const questions = { page: question(page.document, page.variables(address)), ...page.questions?.(address) };
  return Object.fromEntries(
    Object.entries(questions).map(([name, { document, variables }]) => [
      name,
      linksTo({ documentId: hashOf(document), variables }, trustedOnly),
    ]),
  );
}

interface Known {
  readonly documentId: string;
  readonly variables: object;
}

function linksTo({ documentId, variables }: Known, trustedOnly: boolean): QuestionLinks {
  const query = textByHash[documentId] ?? '';
  const values = Object.keys(variables).length > 0 ? { variables: JSON.stringify(variables) } : {};
  const file = (format: string) => `/download?${new URLSearchParams({ documentId, ...values, format })}`;
  return {
    ask: trustedOnly ? undefined : `/graphql?${new URLSearchParams({ query, ...values })}`,
    csv: file('csv'),
    ndjson: file('ndjson'),
    table: `${TABLE_PATH}?${new URLSearchParams({ documentId, ...values })}`,
  };
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
        <title>{titleOf(title)}</title>
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
