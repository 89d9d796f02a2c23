import { type GraphQLSchema, parse } from 'graphql';
import type { Database } from '../db/database.ts';
import { compileOperation } from '../query/operation.ts';
import { answer } from '../query/run.ts';
import { articleThing } from './article.ts';
import { CONTEXT, type Thing } from './context.ts';
import { textByHash } from './generated/document.ts';
import {
  LinkedArticleDocument,
  LinkedPersonDocument,
  SuggestionDocument,
  type TypedDocumentString,
} from './generated/operation.ts';
import { personThing } from './person.ts';

/** The kinds of things available as JSON-LD. */
export const LINKED_KINDS = ['article', 'person'] as const;

export type LinkedKind = (typeof LINKED_KINDS)[number];

export interface Found {
  /** The current slug. It differs from the requested one if that was merged into another. */
  readonly slug: string;
  readonly document: Thing;
}

/** Nothing has the slug; `suggestion` is a similar one. */
export interface NotFound {
  readonly suggestion: string | undefined;
}

interface Backend {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly signal?: AbortSignal;
}

/** An article or a person by its slug, as a JSON-LD document in schema.org's vocabulary. Runs one SQL statement. */
export async function linkedData(backend: Backend, kind: LinkedKind, slug: string): Promise<Found | NotFound> {
  const found = kind === 'article' ? await linkedArticle(backend, slug) : await linkedPerson(backend, slug);
  return found ?? { suggestion: await suggested(backend, kind, slug) };
}

async function linkedArticle(backend: Backend, slug: string): Promise<Found | undefined> {
  const { article } = await ask(backend, LinkedArticleDocument, { slug });
  return article ? { slug: article.slug, document: { '@context': CONTEXT, ...articleThing(article) } } : undefined;
}

async function linkedPerson(backend: Backend, slug: string): Promise<Found | undefined> {
  const { person } = await ask(backend, LinkedPersonDocument, { slug });
  return person ? { slug: person.slug, document: { '@context': CONTEXT, ...personThing(person) } } : undefined;
}

async function suggested(backend: Backend, kind: LinkedKind, slug: string): Promise<string | undefined> {
  const query = slug.replaceAll('-', ' ').slice(0, 100);
  const types = [kind === 'article' ? ('ARTICLE' as const) : ('PERSON' as const)];
  const { search } = await ask(backend, SuggestionDocument, { query, types });
  const node = search.nodes[0]?.node;
  return node && 'slug' in node ? node.slug : undefined;
}

async function ask<Data, Variables extends Readonly<Record<string, unknown>>>(
  { schema, database, signal }: Backend,
  { __meta__: meta }: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const document = parse(textByHash[meta?.hash] ?? '');
  const compiled = compileOperation({ schema, document, variables });
  if (!compiled) throw new Error('an operation for JSON-LD needs no database');
  return JSON.parse(await answer(database, compiled, { ...(signal && { signal }) }));
}
