import { type GraphQLSchema, parse } from 'graphql';
import type { Database } from '../db/database.ts';
import { compileOperation } from '../query/operation.ts';
import { answer } from '../query/run.ts';
import { ARTICLE_QUERY, type Article, articleThing } from './article.ts';
import { CONTEXT, type Thing } from './context.ts';
import { PERSON_QUERY, type Person, personThing } from './person.ts';

/** What there is as JSON-LD. */
export const LINKED_KINDS = ['article', 'person'] as const;

export type LinkedKind = (typeof LINKED_KINDS)[number];

export interface Found {
  /** The slug by which it is known now: not the one asked for, where that was merged away. */
  readonly slug: string;
  readonly document: Thing;
}

/** Nothing has the slug; `suggestion` is one that was perhaps meant. */
export interface NotFound {
  readonly suggestion: string | undefined;
}

interface Source {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly signal?: AbortSignal;
}

/** An article or a person by its slug as a JSON-LD document of schema.org's words, out of one statement. */
export async function linkedData(source: Source, kind: LinkedKind, slug: string): Promise<Found | NotFound> {
  if (kind === 'article') {
    const { found } = await ask<{ found: Article | null }>(source, ARTICLE_QUERY, { slug });
    if (found) return { slug: found.slug, document: { '@context': CONTEXT, ...articleThing(found) } };
  } else {
    const { found } = await ask<{ found: Person | null }>(source, PERSON_QUERY, { slug });
    if (found) return { slug: found.slug, document: { '@context': CONTEXT, ...personThing(found) } };
  }
  return { suggestion: await suggested(source, kind, slug) };
}

const SUGGESTION_QUERY = `query Suggestion($query: String!, $types: [SearchType!]) {
  search(query: $query, types: $types, first: 1) { nodes { node { ... on Article { slug } ... on Person { slug } } } }
}`;

async function suggested(source: Source, kind: LinkedKind, slug: string): Promise<string | undefined> {
  const query = slug.replaceAll('-', ' ').slice(0, 100);
  const variables = { query, types: [kind.toUpperCase()] };
  const { search } = await ask<{ search: { nodes: { node: { slug: string } }[] } }>(
    source,
    SUGGESTION_QUERY,
    variables,
  );
  return search.nodes[0]?.node.slug;
}

/** Asks an operation of ours, which is valid: its answer has the shape that the operation says. */
async function ask<T>(
  { schema, database, signal }: Source,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<T> {
  const compiled = compileOperation({ schema, document: parse(query), variables });
  if (!compiled) throw new Error('an operation of linked data asks the database nothing');
  return JSON.parse(await answer(database, compiled, { ...(signal && { signal }) }));
}
