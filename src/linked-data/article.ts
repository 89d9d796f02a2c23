import { iri, type Thing, thing } from './context.ts';
import {
  ACTOR,
  type Actor,
  ASSERTION,
  type Assertion,
  leftOff,
  type Named,
  PROPOSAL,
  type Proposal,
  type Some,
  type When,
  WORDING,
  type Wording,
} from './selection.ts';
import { actorThing, address, claimThing, day, proposalThing, wordingThing } from './thing.ts';

/** Asks for one article as `found`. */
export const ARTICLE_QUERY = `query Article($slug: String!) {
  found: article(slug: $slug) {
    id slug headline alternativeHeadline section language url summary dateline
    published { earliest latest }
    updated { earliest latest }
    credits(first: 1000) { totalCount nodes { capacity outlet { id name kind website } contributor { ...actor } } }
    mentions { groups(by: [ACTOR, PROPOSAL], first: 1000) { totalCount nodes { actor { ...actor } proposal { ...proposal } } } }
    wordings(first: 1000) { totalCount nodes { ...wording } }
    positions(first: 1000) { totalCount nodes { ...assertion } }
    claims(first: 1000) { totalCount nodes { ...assertion } }
  }
}
${ACTOR} ${PROPOSAL} ${WORDING} ${ASSERTION}`;

interface Credit {
  readonly capacity: string;
  readonly outlet: (Named & { readonly kind: string; readonly website: string | null }) | null;
  readonly contributor: Actor | null;
}

interface Mentioned {
  readonly actor: Actor | null;
  readonly proposal: Proposal | null;
}

export interface Article {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly alternativeHeadline: string | null;
  readonly section: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly summary: string;
  readonly dateline: string | null;
  readonly published: When | null;
  readonly updated: When | null;
  readonly credits: Some<Credit>;
  readonly mentions: { readonly groups: Some<Mentioned> };
  readonly wordings: Some<Wording>;
  readonly positions: Some<Assertion>;
  readonly claims: Some<Assertion>;
}

/** The schema.org property for a capacity; a photo's credit and a source that is only cited have none of the article. */
const PROPERTIES: Readonly<Record<string, string>> = {
  PUBLISHER: 'publisher',
  PRODUCER: 'producer',
  DISTRIBUTOR: 'provider',
  COPYRIGHT: 'copyrightHolder',
  BYLINE: 'author',
  ASSISTANCE: 'contributor',
};

const MEDIA: ReadonlySet<string> = new Set(['PUBLISHER', 'AGENCY', 'BROADCASTER']);

/** An article as a NewsArticle, with its words quoted (Quotation) and what it says (Claim) as its parts. */
export function articleThing(article: Article): Thing {
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

function credited(credits: readonly Credit[]): Readonly<Record<string, readonly Thing[]>> {
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

function outletThing({ id, name, kind, website }: NonNullable<Credit['outlet']>): Thing {
  const type = MEDIA.has(kind) ? 'NewsMediaOrganization' : 'Organization';
  return thing({ '@id': iri(id), '@type': type, name, ...address(website) });
}
