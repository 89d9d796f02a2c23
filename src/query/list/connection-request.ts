import type { FieldNode, GraphQLInterfaceType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { Row } from '../sql/row.ts';
import type { Sql } from '../sql/sql.ts';
import type { List } from './list.ts';

/** A connection field, to be compiled to a page or to the rows of a file. */
export interface ConnectionRequest {
  readonly list: List;
  /** The connection's GraphQL type. */
  readonly type: GraphQLObjectType;
  readonly sets: readonly SelectionSetNode[];
  /** Coerced arguments of the field. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The JSON value of one node. */
  readonly select: (row: Row, type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectionSetNode[]) => Sql;
  /** The JSON value of a field that only some connections have: `groups`. */
  readonly further?: (nodes: readonly FieldNode[]) => Sql;
}
