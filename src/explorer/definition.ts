import type { FunctionComponent } from 'preact';
import type { Address } from './address.ts';
import type { TypedDocumentString } from './generated/operation.ts';
import type { Meant, NamedKind } from './named.ts';

/** A question with its values. */
export interface Question {
  readonly document: TypedDocumentString<unknown, never>;
  readonly variables: object;
}

/** A question whose values are those that its document takes. */
export function question<Variables extends object>(
  document: TypedDocumentString<unknown, Variables>,
  variables: Variables,
): Question {
  return { document, variables };
}

/**
 * Where a question can be asked by oneself (on a server that takes questions), and its list had as a file or read as
 * a table.
 */
export interface QuestionLinks {
  readonly ask: string | undefined;
  readonly csv: string;
  readonly ndjson: string;
  /** Undefined on the table itself. */
  readonly table?: string;
}

/** Values of an address that name nothing, by their parameters. */
export type Unknown = Readonly<Record<string, Meant>>;

export interface ViewProps<Data> {
  readonly data: Data;
  readonly address: Address;
  /** Values behind the question mark that name nothing, by their parameters. */
  readonly unknown: Unknown;
  /** The page's own question as `page`, and those that it offers beside it. */
  readonly links: Readonly<Record<string, QuestionLinks>>;
}

/** One kind of page: what its address looks like, what it asks, and how the answer is shown. */
export interface PageDefinition<Data, Variables> {
  /** With names for what differs: `/article/:slug`. */
  readonly path: string;
  readonly document: TypedDocumentString<Data, Variables>;
  readonly variables: (address: Address) => Variables;
  /**
   * The slug of what was found, null when nothing was. One that is not the address's (it was merged into this one)
   * leads there. Pages that always exist have none.
   */
  readonly slug?: (data: Data) => string | null | undefined;
  /** The kind of what its slug names: where that is nothing, what may be meant is looked for. */
  readonly kind?: NamedKind;
  /** What values behind the question mark name by slug: where the answer is empty, what may be meant is looked for. */
  readonly names?: Readonly<Record<string, NamedKind>>;
  /** Whether the answer may be one to values that name nothing. */
  readonly isEmpty?: (data: Data, address: Address) => boolean;
  readonly title: (data: Data, address: Address) => string;
  /** Further questions: those of its pictures, whose lists can be downloaded. */
  readonly questions?: (address: Address) => Readonly<Record<string, Question>>;
  readonly View: FunctionComponent<ViewProps<Data>>;
}

/** A page whose types are only known to itself. */
export type Page = PageDefinition<unknown, object>;

export function definePage<Data, Variables extends object>(page: PageDefinition<Data, Variables>): Page {
  // What `document` answers is what `View` takes: the definition was checked as a whole.
  return page as unknown as Page;
}
