import { iri, type Thing, thing } from './context.ts';
import type {
  ActorFragment,
  PersonCreditFragment,
  PersonThingFragment,
  PersonTitleFragment,
} from './generated/operation.ts';
import { leftOff } from './left-off.ts';
import { actorThing, claimThing, wordingThing } from './thing.ts';

/** A Person with their titles (a Role for each, with its article), their articles, their words and their positions. */
export function personThing(person: PersonThingFragment): Thing {
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
    affiliation: distinct(current.flatMap(({ organisation }) => (organisation ? [organisation] : []))),
    memberOf: distinct(memberships.nodes.map(({ memberOf }) => memberOf)),
    wrote: bylines.nodes.map(articleOf),
    contributedTo: assistance.nodes.map(articleOf),
    quotation: quoted.map(wordingThing),
    subjectOf: [...reported.map(wordingThing), ...[...positions.nodes, ...claims.nodes].map(claimThing)],
    leftOff: leftOff(aliases, titles, bylines, assistance, memberships, wordings, positions, claims),
  });
}

function articleOf({ article: { id, headline } }: PersonCreditFragment): Thing {
  return { '@id': iri(id), '@type': 'NewsArticle', headline };
}

/** A title in one article. schema.org uses a Role to add details to the value of a property. */
function roleThing({ id, text, gloss, article }: PersonTitleFragment): Thing {
  return thing({
    '@id': iri(id),
    '@type': 'Role',
    roleName: text,
    description: gloss,
    hasOccupation: { '@type': 'Occupation', name: text },
    subjectOf: { '@id': iri(article.id) },
  });
}

/** Removes repeated actors. */
function distinct(actors: readonly ActorFragment[]): readonly Thing[] {
  return [...new Map(actors.map((actor) => [actor.id, actorThing(actor)])).values()];
}
