import { iri, type Thing, thing } from './context.ts';
import type { ArticleCreditFragment, ArticleThingFragment, CreditedOutletFragment } from './generated/operation.ts';
import { leftOff } from './left-off.ts';
import { actorThing, address, claimThing, day, proposalThing, wordingThing } from './thing.ts';

/** The schema.org property of each capacity. Photo credits and cited sources have none. */
const PROPERTIES: Readonly<Record<string, string>> = {
  PUBLISHER: 'publisher',
  PRODUCER: 'producer',
  DISTRIBUTOR: 'provider',
  COPYRIGHT: 'copyrightHolder',
  BYLINE: 'author',
  ASSISTANCE: 'contributor',
};

const MEDIA: ReadonlySet<string> = new Set(['PUBLISHER', 'AGENCY', 'BROADCASTER']);

/** An article as a NewsArticle. Its parts are quoted words (Quotation) and assertions (Claim). */
export function articleThing(article: ArticleThingFragment): Thing {
  const { credits, mentions, wordings, positions, claims } = article;
  const dates = { datePublished: day(article.published), dateModified: day(article.updated) };
  return thing({
    '@id': iri(article.id),
    '@type': 'NewsArticle',
    headline: article.headline,
    alternativeHeadline: article.alternativeHeadline,
    articleSection: article.section,
    inLanguage: article.language,
    ...address(article.url),
    abstract: article.summary,
    dateline: article.dateline,
    ...dates,
    ...credited(credits.nodes),
    mentions: mentions.groups.nodes.flatMap(({ actor, proposal }) => [
      ...(actor ? [actorThing(actor)] : []),
      ...(proposal ? [proposalThing(proposal)] : []),
    ]),
    hasPart: [...wordings.nodes.map(wordingThing), ...[...positions.nodes, ...claims.nodes].map(claimThing)],
    leftOff: leftOff(credits, mentions.groups, wordings, positions, claims),
  });
}

function credited(credits: readonly ArticleCreditFragment[]): Readonly<Record<string, readonly Thing[]>> {
  const found: Record<string, Thing[]> = {};
  for (const { capacity, outlet, contributor } of credits) {
    const property = PROPERTIES[capacity];
    if (!property) continue;
    found[property] ??= [];
    if (outlet) found[property].push(outletThing(outlet));
    if (contributor) found[property].push(actorThing(contributor));
  }
  return found;
}

function outletThing({ id, name, kind, website }: CreditedOutletFragment): Thing {
  const type = MEDIA.has(kind) ? 'NewsMediaOrganization' : 'Organization';
  return thing({ '@id': iri(id), '@type': type, name, ...address(website) });
}
