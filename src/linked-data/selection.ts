/** What is asked of an actor wherever one is named. */
export const ACTOR = `fragment actor on Actor { id __typename name ... on Source { printedAs collective } }`;

/** What is asked of a wording. */
export const WORDING = `fragment wording on Wording {
  id rendering text gloss attributedAs venue
  said { earliest latest }
  quote { id }
  article { id }
  speaker { ...actor }
}`;

/** What is asked of an assertion that becomes a Claim. */
export const ASSERTION = `fragment assertion on Assertion {
  id gloss
  article { id }
  assertedBy { ...actor }
  ... on Position { actor { ...actor } proposal { ...proposal } }
  ... on Claim { aboutActor { ...actor } aboutProposal { ...proposal } aboutEvent { id name } }
}`;

export const PROPOSAL = `fragment proposal on Proposal { id name summary }`;

export interface Actor {
  readonly id: string;
  readonly __typename: 'Person' | 'Organisation' | 'Source';
  readonly name: string;
  readonly printedAs?: string;
  readonly collective?: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Proposal extends Named {
  readonly summary: string | null;
}

export interface When {
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface Wording {
  readonly id: string;
  readonly rendering: 'QUOTED' | 'ECHO' | 'REPORTED';
  readonly text: string | null;
  readonly gloss: string | null;
  readonly attributedAs: string | null;
  readonly venue: string | null;
  readonly said: When | null;
  readonly quote: { readonly id: string };
  readonly article: { readonly id: string };
  readonly speaker: Actor | null;
}

export interface Assertion {
  readonly id: string;
  readonly gloss: string | null;
  readonly article: { readonly id: string };
  readonly assertedBy: Actor | null;
  readonly actor?: Actor;
  readonly proposal?: Proposal;
  readonly aboutActor?: Actor | null;
  readonly aboutProposal?: Proposal | null;
  readonly aboutEvent?: Named | null;
}

/** A list as far as one document takes it. */
export interface Some<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
}

/** How many of a list's rows are not in it. */
export function leftOff(...lists: readonly Some<unknown>[]): number {
  return lists.reduce((sum, { totalCount, nodes }) => sum + totalCount - nodes.length, 0);
}
