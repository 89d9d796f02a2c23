import type { GraphQLSchema } from 'graphql';
import { actor } from './actor.ts';
import { alias } from './alias.ts';
import { article } from './article.ts';
import { articleLink } from './article-link.ts';
import { assertion } from './assertion.ts';
import { Builder } from './builder.ts';
import { claim } from './claim.ts';
import { credit } from './credit.ts';
import { disagreement } from './disagreement.ts';
import { event } from './event.ts';
import { membership } from './membership.ts';
import { mention } from './mention.ts';
import { organisation } from './organisation.ts';
import { origin } from './origin.ts';
import { outlet } from './outlet.ts';
import { pair } from './pair.ts';
import { participation } from './participation.ts';
import { path } from './path.ts';
import { person } from './person.ts';
import { position } from './position.ts';
import { proposal } from './proposal.ts';
import { proposalLink } from './proposal-link.ts';
import { proposalStatus } from './proposal-status.ts';
import { quote } from './quote.ts';
import type { Registers } from './register.ts';
import { revision } from './revision.ts';
import { revisionChange } from './revision-change.ts';
import { revisionFile } from './revision-file.ts';
import { search } from './search.ts';
import { source } from './source.ts';
import { timeline } from './timeline.ts';
import { title } from './title.ts';
import { wording } from './wording.ts';
import { wordingPart } from './wording-part.ts';

/** All entities of the API, a base before its details. */
const ENTITIES = [
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
  revision,
  revisionFile,
  revisionChange,
];

/** Questions that are no list of an entity. */
const QUESTIONS = [pair, path, search, timeline];

/**
 * The GraphQL schema. Pure: it knows the model, not the database; what descriptions list of the knowledge is given.
 * Texts of articles are answered with `showsTexts` only; without, they are null and cannot be filtered by.
 */
export function buildSchema(
  registers: Registers = { claimKeys: [] },
  { showsTexts = false }: { readonly showsTexts?: boolean } = {},
): GraphQLSchema {
  const builder = new Builder({ showsTexts });
  for (const declare of ENTITIES) declare(builder, registers);
  for (const declare of QUESTIONS) declare(builder);
  return builder.toSchema();
}
