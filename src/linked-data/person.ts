import { iri, type Thing, thing } from './context.ts';
import {
  ACTOR,
  type Actor,
  ASSERTION,
  type Assertion,
  leftOff,
  PROPOSAL,
  type Some,
  WORDING,
  type Wording,
} from './selection.ts';
import { actorThing, claimThing, wordingThing } from './thing.ts';

/** The articles for which a person is credited in one capacity. */
const credits = (capacity: 'BYLINE' | 'ASSISTANCE') =>
  `credits(where: { capacity: { eq: ${capacity} } }, first: 1000) { totalCount nodes { article { id headline } } }`;

/** Asks for one person as `found`. */
export const PERSON_QUERY = `query Person($slug: String!) {
  found: person(slug: $slug) {
    id slug name
    aliases(first: 1000) { totalCount nodes { text } }
    titles(first: 1000) { totalCount nodes { id text gloss tenure organisation { ...actor } article { id } } }
    bylines: ${credits('BYLINE')}
    assistance: ${credits('ASSISTANCE')}
    memberships(first: 1000) { totalCount nodes { group { ...actor } } }
    wordings(first: 1000) { totalCount nodes { ...wording } }
    positions(first: 1000) { totalCount nodes { ...assertion } }
    claims(first: 1000) { totalCount nodes { ...assertion } }
  }
}
${ACTOR} ${PROPOSAL} ${WORDING} ${ASSERTION}`;

interface Title {
  readonly id: string;
  readonly text: string;
  readonly gloss: string | null;
  readonly tenure: 'CURRENT' | 'FORMER';
  readonly organisation: Actor | null;
  readonly article: { readonly id: string };
}

interface Credit {
  readonly article: { readonly id: string; readonly headline: string };
}

export interface Person {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly aliases: Some<{ readonly text: string }>;
  readonly titles: Some<Title>;
  readonly bylines: Some<Credit>;
  readonly assistance: Some<Credit>;
  readonly memberships: Some<{ readonly group: Actor }>;
  readonly wordings: Some<Wording>;
  readonly positions: Some<Assertion>;
  readonly claims: Some<Assertion>;
}

/** A Person with the titles that articles give, each as a Role with its article, what they wrote and said, and where they stand. */
export function personThing(person: Person): Thing {
  const { id, name, aliases, titles, bylines, assistance, memberships, wordings, positions, claims } = person;
  const current = titles.nodes.filter(({ tenure }) => tenure === 'CURRENT');
  const quoted = wordings.nodes.filter(({ rendering }) => rendering !== 'REPORTED');
  const reported = wordings.nodes.filter(({ rendering }) => rendering === 'REPORTED');
  return thing({
    '@id': iri(id),
    '@type': 'Person',
    name,
    alternateName: [...new Set(aliases.nodes.map(({ text }) => text))],
    jobTitle: [...new Set(current.map(({ text }) => text))],
    hasOccupation: titles.nodes.map(roleThing),
    affiliation: different(current.flatMap(({ organisation }) => (organisation ? [organisation] : []))),
    memberOf: different(memberships.nodes.map(({ group }) => group)),
    wrote: bylines.nodes.map(articleOf),
    contributedTo: assistance.nodes.map(articleOf),
    quotation: quoted.map(wordingThing),
    subjectOf: [...reported.map(wordingThing), ...[...positions.nodes, ...claims.nodes].map(claimThing)],
    leftOff: leftOff(aliases, titles, bylines, assistance, memberships, wordings, positions, claims),
  });
}

function articleOf({ article: { id, headline } }: Credit): Thing {
  return { '@id': iri(id), '@type': 'NewsArticle', headline };
}

/** A title as one article gives it: schema.org's way to say more of a property than its value. */
function roleThing({ id, text, gloss, article }: Title): Thing {
  return thing({
    '@id': iri(id),
    '@type': 'Role',
    roleName: text,
    description: gloss,
    hasOccupation: { '@type': 'Occupation', name: text },
    subjectOf: { '@id': iri(article.id) },
  });
}

function different(actors: readonly Actor[]): readonly Thing[] {
  return [...new Map(actors.map((actor) => [actor.id, actorThing(actor)])).values()];
}
