import { alias } from './entity/alias.ts';
import { article } from './entity/article.ts';
import { articleLink } from './entity/article-link.ts';
import { claim } from './entity/claim.ts';
import { claimKey } from './entity/claim-key.ts';
import { credit } from './entity/credit.ts';
import { dataset } from './entity/dataset.ts';
import { disagreement } from './entity/disagreement.ts';
import { event } from './entity/event.ts';
import { membership } from './entity/membership.ts';
import { mention } from './entity/mention.ts';
import { organisation } from './entity/organisation.ts';
import { outlet } from './entity/outlet.ts';
import { participation } from './entity/participation.ts';
import { person } from './entity/person.ts';
import { position } from './entity/position.ts';
import { proposal } from './entity/proposal.ts';
import { proposalLink } from './entity/proposal-link.ts';
import { proposalStatus } from './entity/proposal-status.ts';
import { quote } from './entity/quote.ts';
import { silence } from './entity/silence.ts';
import { source } from './entity/source.ts';
import { title } from './entity/title.ts';
import { wording } from './entity/wording.ts';
import type { Entity } from './entity.ts';
import type { DOCUMENTS, Register } from './register.ts';

/** What the entries of each register are. */
export const registers: Readonly<Record<string, Entity>> = {
  people: person,
  organisations: organisation,
  outlets: outlet,
  proposals: proposal,
  events: event,
  quotes: quote,
  disagreements: disagreement,
  'claim-keys': claimKey,
} satisfies Readonly<Record<Register, Entity>>;

/** Files that are one entry each. */
export const documents: Readonly<Record<string, Entity>> = { about: dataset } satisfies Readonly<
  Record<(typeof DOCUMENTS)[number], Entity>
>;

/** The head of an article file. */
export const head: Entity = article;

/** The maps of an article file: from a local key to an entry, whose slug is the article's slug, a hyphen and the key. */
export const maps: Readonly<Record<string, Entity>> = { sources: source };

/** The lists of an article file. */
export const lists: Readonly<Record<string, Entity>> = {
  derivedFrom: articleLink,
  aliases: alias,
  credits: credit,
  titles: title,
  wordings: wording,
  positions: position,
  statuses: proposalStatus,
  links: proposalLink,
  memberships: membership,
  participations: participation,
  claims: claim,
  mentions: mention,
  silences: silence,
};
