import type { FunctionComponent } from 'preact';
import type { Address } from './address.ts';
import type { TypedDocumentString } from './generated/operation.ts';
import type { NamedKind, NameLookup } from './named.ts';

/** A query of a page, with its variables. */
export interface PageQuery {
  readonly document: TypedDocumentString<unknown, never>;
  readonly variables: object;
}

/** Checks the type of the variables against the document. */
export function pageQuery<Variables extends object>(
  document: TypedDocumentString<unknown, Variables>,
  variables: Variables,
): PageQuery {
  return { document, variables };
}

/** Links to a query: to open it in GraphiQL, and to get its list as a file or a table. */
export interface QueryLinks {
  /** Undefined on a server that answers trusted documents only. */
  readonly graphiql: string | undefined;
  readonly csv: string;
  readonly ndjson: string;
  /** Undefined on the table page itself. */
  readonly table?: string;
}

/** Names in an address that match nothing, by query parameter. */
export type Unknown = Readonly<Record<string, NameLookup>>;

export interface ViewProps<Data> {
  readonly data: Data;
  readonly address: Address;
  readonly unknown: Unknown;
  /** The page's own query as `page`, and its further `queries` by name. */
  readonly links: Readonly<Record<string, QueryLinks>>;
}

/** A page: its path, its query, and how the answer is shown. */
export interface PageDefinition<Data, Variables> {
  /** With parameters: `/article/:slug`. */
  readonly path: string;
  readonly document: TypedDocumentString<Data, Variables>;
  readonly variables: (address: Address) => Variables;
  /**
   * The slug of the thing found, null when there is none. If it differs from the slug in the address (which is a former
   * one), the server redirects. Left out by pages that always exist.
   */
  readonly slug?: (data: Data) => string | null | undefined;
  /** The kind of thing the slug names; on a 404 the page suggests others of this kind. */
  readonly kind?: NamedKind;
  /** Query parameters that name something, with its kind; when the answer is empty, the names are looked up. */
  readonly names?: Readonly<Record<string, NamedKind>>;
  /** Whether the answer may be empty because a name in the address matches nothing. */
  readonly isEmpty?: (data: Data, address: Address) => boolean;
  readonly title: (data: Data, address: Address) => string;
  /** A sentence for search engines and previews; by default `DESCRIPTION`. */
  readonly description?: (data: Data) => string | undefined;
  /** Further queries of the page, whose lists can be downloaded. */
  readonly queries?: (address: Address) => Readonly<Record<string, PageQuery>>;
  readonly View: FunctionComponent<ViewProps<Data>>;
}

/** What the site is for, where the dataset does not say what it is about. */
export const DESCRIPTION = 'See who said what, where it was reported, and where the reports disagree.';

/** A page with its types erased. */
export type WebPage = PageDefinition<unknown, object>;

export function definePage<Data, Variables extends object>(page: PageDefinition<Data, Variables>): WebPage {
  // Sound, since `document` and `View` were checked against each other.
  return page as unknown as WebPage;
}
