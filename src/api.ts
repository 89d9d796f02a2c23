import type { GraphQLSchema } from 'graphql';
import { pair } from './question/pair/pair.ts';
import { path } from './question/path/path.ts';
import { search } from './question/search/search.ts';
import { timeline } from './question/timeline/timeline.ts';
import { Builder } from './schema/builder.ts';
import { ENTITIES } from './schema/entities.ts';
import type { Registers } from './schema/register.ts';

/** Root fields that are not the list of an entity. */
const QUESTIONS = [pair, path, search, timeline];

/**
 * The GraphQL schema of the API: every entity and every question. It needs no database; `registers` has the
 * keys of the dataset that descriptions list. Fields that show the text of an article answer null unless `showsTexts`.
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
