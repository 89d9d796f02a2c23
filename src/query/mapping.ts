import type { ModelName } from '../model/model.ts';
import type { RootField } from './root-field.ts';
import type { Dimension } from './sql/dimension.ts';
import type { Sql } from './sql/sql.ts';

/**
 * What a GraphQL field, argument or input field means in terms of the model. The schema attaches it under
 * `extensions.onrecord`; the compiler knows of the API only this and GraphQL's own types.
 */
export type Mapping =
  /** A column of the entity. */
  | { readonly kind: 'column'; readonly column: string }
  /** A `When`: five columns that begin with its name. */
  | { readonly kind: 'when'; readonly when: string }
  /** A text column, with its words indexed, of the row at the other end of a to-one relation. */
  | { readonly kind: 'farText'; readonly relation: string; readonly column: string }
  /** The words of a text between the row's own `start` and `end`. */
  | ({ readonly kind: 'excerpt' } & Excerpt)
  /** The same words with what stands before and after them. */
  | ({ readonly kind: 'context' } & Excerpt)
  /** What this server was told not to show: a field of it is null, a filter on it is rejected; `remedy` says how to have it. */
  | { readonly kind: 'hidden'; readonly remedy: string }
  /** A to-one relation. */
  | { readonly kind: 'one'; readonly relation: string }
  /** A to-many relation; `of` narrows its supertype rows to one kind. */
  | { readonly kind: 'many'; readonly relation: string; readonly of: ModelName }
  /** In filters of a supertype: the same row as one of its kinds. */
  | { readonly kind: 'subtype'; readonly model: ModelName }
  /** In filters: several text columns, any of which may hold. */
  | { readonly kind: 'anyText'; readonly columns: readonly string[] }
  /** In orders: how well words fit any of several texts, all of them with their words indexed. */
  | { readonly kind: 'relevance'; readonly columns: readonly string[] }
  /** In a group: the value that its rows have in common. */
  | { readonly kind: 'key'; readonly dimension: Dimension }
  /** A root field: one row by its id, whatever its type. */
  | { readonly kind: 'node' }
  /** A root field: rows by their ids, in the order asked. */
  | { readonly kind: 'nodes' }
  /** A root field: one row by its slug; `history` is the relation to the slugs it ever had. */
  | { readonly kind: 'bySlug'; readonly model: ModelName; readonly history: string | null }
  /** A root field: all rows of a model, as a connection. */
  | { readonly kind: 'list'; readonly model: ModelName }
  /** A root field: the row with the greatest key. */
  | { readonly kind: 'latest'; readonly model: ModelName }
  /** In the items of a custom list: a list of objects of which a file has a line each. */
  | { readonly kind: 'lines' }
  /** A root field that the compiler knows nothing about: its declaration brings its own SQL. */
  | ({ readonly kind: 'custom' } & CustomMapping);

/** Attaches a custom mapping to a root field: the value of its `extensions`. */
export function custom(mapping: CustomMapping): { readonly onrecord: Mapping } {
  return { onrecord: { kind: 'custom', ...mapping } };
}

export interface CustomMapping {
  /** The SQL of the field's JSON value; for a file (`context.asRows`), a SELECT of one text column, a JSON object per row. */
  readonly compile: (request: RootField) => Sql;
  /** The most items the answer can have, for a field without pages; left out, the cost rules of connections apply. */
  readonly rows?: (args: Readonly<Record<string, unknown>>, inside: number) => number;
}

/** A text column at the end of to-one relations, of which rows have a span. */
export interface Excerpt {
  readonly path: readonly string[];
  readonly column: string;
}

/** What a GraphQL type stands for: attached to the types of entities, and to their filters and orders. */
export interface TypeMapping {
  readonly model: ModelName;
}

interface Extended {
  readonly name?: string;
  readonly extensions?: unknown;
}

/** The mapping that the schema gave a field or input field; undefined when it has none (`__typename`, a connection's own fields). */
export function mappingOf(field: Extended): Mapping | undefined {
  return (field.extensions as { onrecord?: Mapping } | undefined)?.onrecord;
}

/** The model that a type stands for. Throws when the schema gave it none: a bug of ours. */
export function modelNameOf(type: Extended): ModelName {
  const mapping = (type.extensions as { onrecord?: TypeMapping } | undefined)?.onrecord;
  if (!mapping) throw new Error(`type ${type.name ?? '?'} stands for no model`);
  return mapping.model;
}
