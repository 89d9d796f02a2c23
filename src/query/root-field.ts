import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Context } from './collect.ts';
import type { Aliases } from './row.ts';
import type { Shared } from './shared.ts';

/** One root field of an operation. */
export interface RootField {
  readonly context: Context;
  readonly aliases: Aliases;
  readonly shared: Shared;
  /** The type that has the field: Query. */
  readonly type: GraphQLObjectType;
  /** All that is asked under the response key; the first of them is `node`. */
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
}
