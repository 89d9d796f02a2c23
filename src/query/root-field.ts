import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import type { Context } from './collect.ts';
import type { Aliases } from './sql/row.ts';
import type { Shared } from './sql/shared.ts';

/** One root field of an operation. */
export interface RootRequest {
  readonly context: Context;
  readonly aliases: Aliases;
  readonly shared: Shared;
  /** The type that has the field: Query. */
  readonly type: GraphQLObjectType;
  /** All field nodes with the response key; `node` is the first. */
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
}

/** A root field with its definition and arguments. */
export interface RootField extends RootRequest {
  readonly field: GraphQLField<unknown, unknown>;
  /** Coerced arguments of the field. */
  readonly args: Readonly<Record<string, unknown>>;
}
