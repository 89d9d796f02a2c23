import { type Answer, type Ask, hashOf } from './ask.ts';
import { NamedDocument, type NamedQuery, type SearchType } from './generated/operation.ts';
import { canSearch, type ShownHit, shownHit } from './part/hit.ts';

/** Kinds of things that an address names; an actor is a person, an organisation or an unnamed source. */
export type NamedKind = 'actor' | 'article' | 'event' | 'outlet' | 'proposal';

const TYPES: Readonly<Record<NamedKind, readonly SearchType[]>> = {
  actor: ['PERSON', 'ORGANISATION', 'SOURCE'],
  article: ['ARTICLE'],
  event: ['EVENT'],
  outlet: ['OUTLET'],
  proposal: ['PROPOSAL'],
};

/** Scores of the API's search: from the first on the very name or alias was found, below the second what merely looks like it. */
const [VERY_NAME, LOOKS_ALIKE] = [0.99, 0.2];

/** What a name in an address may mean. */
export interface Meant {
  readonly kind: NamedKind;
  /** The name as it was typed. */
  readonly text: string;
  /** The slug of what it means beyond doubt. */
  readonly slug: string | undefined;
  /** What it may mean, the best first; the first few of `count`. */
  readonly candidates: readonly ShownHit[];
  readonly count: number;
  /** Whether the candidates have the text; otherwise they have a name that looks like it. */
  readonly fits: boolean;
}

/** Asks what a name means: one thing where its slug is that, or it alone is called so, or has the text or the very name. */
export async function findNamed(kind: NamedKind, text: string, ask: Ask): Promise<Answer<Meant>> {
  const wanted = slugOf(text);
  // A slug that is none is searched for by its words.
  const query = wanted === text ? text.replaceAll('-', ' ') : text;
  const variables = { slug: wanted, name: text, query, types: TYPES[kind], searched: canSearch(query) };
  const { data, errors } = await ask(hashOf(NamedDocument), variables);
  if (!data) return errors ? { errors } : {};
  const { [kind]: bySlug, [`${kind}s` as const]: byName, search } = data as NamedQuery;
  const [called, another] = byName.nodes;
  // Where one alone is called so to the letter, it is meant, even if a slug made of the name is that of another.
  const exact = called && !another && wanted !== text ? called : bySlug;
  const hits = exact ? [{ node: exact, score: 1 }] : (search?.nodes ?? []);
  const fits = hits.some(({ score }) => score >= LOOKS_ALIKE);
  const [only, ...others] = fits && hits.length === 1 ? hits : hits.filter(({ score }) => score >= VERY_NAME);
  const slug = only && others.length === 0 ? shownHit(only.node)?.slug : undefined;
  const candidates = hits.flatMap(({ node }) => shownHit(node) ?? []);
  return { data: { kind, text, slug, candidates, count: search?.totalCount ?? hits.length, fits } };
}

/** The slug that a name would have: `Kaja Kallas` is `kaja-kallas`. Of a slug, the same. */
function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
