import type { SearchType } from './generated/operation.ts';

/** The kinds of things that have a page at `/<kind>/<slug>` and a list at `/<list>`, with the words for one and many. */
export const KINDS = {
  article: { list: 'articles', one: 'article', many: 'articles' },
  outlet: { list: 'outlets', one: 'outlet', many: 'outlets' },
  person: { list: 'people', one: 'person', many: 'people' },
  organisation: { list: 'organisations', one: 'organisation', many: 'organisations' },
  source: { list: 'sources', one: 'unnamed source', many: 'unnamed sources' },
  proposal: { list: 'proposals', one: 'proposal', many: 'proposals' },
  quote: { list: 'quotes', one: 'quote', many: 'quotes' },
  event: { list: 'events', one: 'event', many: 'events' },
  disagreement: { list: 'disagreements', one: 'disagreement', many: 'disagreements' },
} as const;

export type Kind = keyof typeof KINDS;

/** The root field of a list in the API, and its path in the web UI. */
export type ListName = (typeof KINDS)[Kind]['list'];

/** The name of the GraphQL type of a kind. */
export type TypeName<K extends Kind = Kind> = Capitalize<K>;

export const kinds = Object.keys(KINDS) as readonly Kind[];

/** `person` of `Person`; undefined for a type without a page. */
export function kindOf(typeName: string | undefined): Kind | undefined {
  return kinds.find((kind) => kind === typeName?.toLowerCase());
}

/** The kind as the API's search names it. */
export function searchTypeOf(kind: SearchedKind): SearchType {
  return kind.toUpperCase() as Uppercase<SearchedKind>;
}

export function isKind(text: string | undefined): text is Kind {
  return text !== undefined && Object.hasOwn(KINDS, text);
}

/** Kinds that search finds and that have no page of their own: a hit leads to the page of its proposal or article. */
export const ASSERTED = {
  position: { one: 'position', many: 'positions' },
  claim: { one: 'claim', many: 'claims' },
} as const;

export type SearchedKind = Kind | keyof typeof ASSERTED;

export const searchedKinds = [...kinds, ...Object.keys(ASSERTED)] as readonly SearchedKind[];

/** The words for one and many of a kind. */
export function wordsOfKind(kind: SearchedKind): { readonly one: string; readonly many: string } {
  return isKind(kind) ? KINDS[kind] : ASSERTED[kind];
}

export function isSearchedKind(text: string | undefined): text is SearchedKind {
  return isKind(text) || (text !== undefined && Object.hasOwn(ASSERTED, text));
}
