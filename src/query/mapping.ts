import type { ModelName } from '../model/model.ts';
import type { RootField } from './root-field.ts';
import type { Dimension } from './sql/dimension.ts';
import type { Sql } from './sql/sql.ts';

/**
 * How a GraphQL field or input field maps to the model. The schema attaches it as `extensions.onrecord`. It is all that
 * the compiler knows about the API besides the GraphQL types.
 */
export type Mapping =
  /** A column of the entity. */
  | { readonly kind: 'column'; readonly column: string }
  /** A `When`: five columns whose names begin with this one. */
  | { readonly kind: 'when'; readonly when: string }
  /** A text column with a full-text index, of the row at the other end of a to-one relation. */
  | { readonly kind: 'farText'; readonly relation: string; readonly column: string }
  /** The part of a text between the row's own `start` and `end`. */
  | ({ readonly kind: 'excerpt' } & Excerpt)
  /** The same part with the words before and after it. */
  | ({ readonly kind: 'context' } & Excerpt)
  /** Hidden by a setting of this server: the field is null, and a filter on it is rejected. `remedy` says how to show it. */
  | { readonly kind: 'hidden'; readonly remedy: string }
  /** A to-one relation. */
  | { readonly kind: 'one'; readonly relation: string }
  /** A to-many relation; `of` is the relation's model or one of its subtypes. */
  | { readonly kind: 'many'; readonly relation: string; readonly of: ModelName }
  /** In filters of a supertype: the same row as a subtype. */
  | { readonly kind: 'subtype'; readonly model: ModelName }
  /** In filters: several text columns, one of which has to match. */
  | { readonly kind: 'anyText'; readonly columns: readonly string[] }
  /** In orders: how well words match the best of several text columns with a full-text index. */
  | { readonly kind: 'relevance'; readonly columns: readonly string[] }
  /** In a group: the value of a dimension that its rows have in common. */
  | { readonly kind: 'key'; readonly dimension: Dimension }
  /** A root field: one row of any type by its id. */
  | { readonly kind: 'node' }
  /** A root field: rows by their ids, in the order of the ids. */
  | { readonly kind: 'nodes' }
  /** A root field: one row by its slug; `history` is the relation to all slugs it has had. */
  | { readonly kind: 'bySlug'; readonly model: ModelName; readonly history: string | null }
  /** A root field: all rows of a model, as a connection. */
  | { readonly kind: 'list'; readonly model: ModelName }
  /** A root field: the row with the greatest key. */
  | { readonly kind: 'latest'; readonly model: ModelName }
  | { readonly kind: 'only'; readonly model: ModelName }
  /** In the items of a custom list: a list of objects, each of which is a line in a CSV file. */
  | { readonly kind: 'lines' }
  /** A root field whose declaration provides the SQL. */
  | ({ readonly kind: 'custom' } & CustomMapping);

/** Attaches a custom mapping to a root field: the value of its `extensions`. */
export function custom(mapping: CustomMapping): { readonly onrecord: Mapping } {
  return { onrecord: { kind: 'custom', ...mapping } };
}

export interface CustomMapping {
  /** The SQL of the field's JSON value; for a file (`context.asRows`), a SELECT of one text column with a JSON object per row. */
  readonly compile: (request: RootField) => Sql;
  /** For a field without pages: the maximum number of rows in the answer. The default is that of a connection. */
  readonly rows?: (args: Readonly<Record<string, unknown>>, inside: number) => number;
}

/** A text column at the end of a path of to-one relations. */
export interface Excerpt {
  readonly path: readonly string[];
  readonly column: string;
}

/** The model of a GraphQL type. Attached to the types of entities and to their filters. */
export interface TypeMapping {
  readonly model: ModelName;
}

interface Extended {
  readonly name?: string;
  readonly extensions?: unknown;
}

/** The mapping of a field or input field; undefined when it has none (`__typename`, a connection's own fields). */
export function mappingOf(field: Extended): Mapping | undefined {
  return (field.extensions as { onrecord?: Mapping } | undefined)?.onrecord;
}

/** The model of a type. Throws an internal error for a type without a model. */
export function modelNameOf(type: Extended): ModelName {
  const mapping = (type.extensions as { onrecord?: TypeMapping } | undefined)?.onrecord;
  if (!mapping) throw new Error(`type ${type.name ?? '?'} has no model`);
  return mapping.model;
}
