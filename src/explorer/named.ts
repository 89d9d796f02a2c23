import { type Answer, type Ask, hashOf } from './ask.ts';
import { NamedDocument, type NamedQuery, type SearchType } from './generated/operation.ts';
import { isKind, type Kind, searchTypeOf } from './kind.ts';
import { canSearch, type ShownHit, shownHit } from './part/hit.ts';

/** Kinds that can be named in an address; an actor is a person, an organisation or an unnamed source. */
export type NamedKind = 'actor' | Extract<Kind, 'article' | 'event' | 'outlet' | 'proposal'>;

function typesOf(kind: NamedKind): readonly SearchType[] {
  return isKind(kind) ? [searchTypeOf(kind)] : ['PERSON', 'ORGANISATION', 'SOURCE'];
}

/** The least score of an exact name or alias in the API's search. */
const EXACT = 0.99;

/** What a name in an address may refer to. */
export interface NameLookup {
  readonly kind: NamedKind;
  /** The name as typed. */
  readonly text: string;
  /** The slug, if the name is unambiguous. */
  readonly slug: string | undefined;
  /** The best of `count` candidates, best first. */
  readonly candidates: readonly (ShownHit & { readonly slug: string })[];
  readonly count: number;
  /** Whether the candidates match the text; otherwise their names are only similar. */
  readonly matches: boolean;
}

/** Looks up a name: it is unambiguous if it is a slug, or exactly one thing has that name, or only one matches. */
export async function findNamed(kind: NamedKind, text: string, ask: Ask): Promise<Answer<NameLookup>> {
  const wanted = slugOf(text);
  // An unknown slug is searched for by its words.
  const query = wanted === text ? text.replaceAll('-', ' ') : text;
  const variables = { slug: wanted, name: text, query, types: typesOf(kind), searched: canSearch(query) };
  const { data, errors } = await ask(hashOf(NamedDocument), variables);
  if (!data) return errors ? { errors } : {};
  const { [kind]: bySlug, [`${kind}s` as const]: byName, search } = data as NamedQuery;
  const [called, another] = byName.nodes;
  // An exact name wins over the slug that could be made from it.
  const exact = called && !another && wanted !== text ? called : bySlug;
  const hits = exact ? [{ node: exact, score: 1 }] : (search?.nodes ?? []);
  const matches = hits.length > 0 && !search?.searchedFor;
  const [only, ...others] = matches && hits.length === 1 ? hits : hits.filter(({ score }) => score >= EXACT);
  const slug = only && others.length === 0 ? shownHit(only.node)?.slug : undefined;
  const candidates = hits.flatMap(({ node }) => {
    const hit = shownHit(node);
    return hit?.slug === undefined ? [] : [{ ...hit, slug: hit.slug }];
  });
  return { data: { kind, text, slug, candidates, count: search?.totalCount ?? hits.length, matches } };
}

/** The slug that a name would have: `Kaja Kallas` gives `kaja-kallas`; a slug stays as it is. */
function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
