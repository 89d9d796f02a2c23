import { account } from './account.ts';
import { actor } from './actor.ts';
import { alias } from './alias.ts';
import { article } from './article.ts';
import { articleLink } from './article-link.ts';
import { assertion } from './assertion.ts';
import { claim } from './claim.ts';
import { contrast } from './contrast.ts';
import { credit } from './credit.ts';
import { dataset } from './dataset.ts';
import { disagreement } from './disagreement.ts';
import { event } from './event.ts';
import { membership } from './membership.ts';
import { mention } from './mention.ts';
import { organisation } from './organisation.ts';
import { origin } from './origin.ts';
import { outlet } from './outlet.ts';
import { participation } from './participation.ts';
import { person } from './person.ts';
import { position } from './position.ts';
import { proposal } from './proposal.ts';
import { proposalLink } from './proposal-link.ts';
import { proposalStatus } from './proposal-status.ts';
import { quote } from './quote.ts';
import { revision } from './revision.ts';
import { revisionChange } from './revision-change.ts';
import { revisionFile } from './revision-file.ts';
import { source } from './source.ts';
import { title } from './title.ts';
import { wording } from './wording.ts';
import { wordingPart } from './wording-part.ts';

/** All entities of the API, a supertype before its subtypes. */
export const ENTITIES = [
  article,
  articleLink,
  origin,
  outlet,
  actor,
  person,
  organisation,
  source,
  alias,
  proposal,
  event,
  quote,
  wording,
  wordingPart,
  assertion,
  position,
  proposalStatus,
  proposalLink,
  title,
  membership,
  participation,
  credit,
  claim,
  mention,
  disagreement,
  account,
  contrast,
  dataset,
  revision,
  revisionFile,
  revisionChange,
];
