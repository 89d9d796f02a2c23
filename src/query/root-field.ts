import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import type { Context } from './collect.ts';
import type { Aliases } from './sql/row.ts';
import type { Shared } from './sql/shared.ts';

/** One root field of an operation, as it was asked. */
export interface RootRequest {
  readonly context: Context;
  readonly aliases: Aliases;
  readonly shared: Shared;
  /** The type that has the field: Query. */
  readonly type: GraphQLObjectType;
  /** All that is asked under the response key; the first of them is `node`. */
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
}

/** The same with what the schema knows about the field. */
export interface RootField extends RootRequest {
  readonly field: GraphQLField<unknown, unknown>;
  /** Coerced arguments of the field. */
  readonly args: Readonly<Record<string, unknown>>;
}
