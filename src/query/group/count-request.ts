import { GraphQLInputObjectType, getNamedType } from 'graphql';
import { badUserInput } from '../../errors.ts';
import type { Dimension } from '../sql/dimension.ts';

/** A count over the rows of a group. */
export interface CountRequest {
  /** The filter on the rows to count, of the input `type`; undefined counts all. */
  readonly where: object | undefined;
  readonly type: GraphQLInputObjectType;
  /** Counts the distinct values of this; undefined counts rows. */
  readonly distinct: Dimension | undefined;
  /** Where the filter is in the operation, for messages: `having.count.where`. */
  readonly path: string;
}

/** Reads `where` and `distinct` of a count, whose input type is `type`. Throws BAD_USER_INPUT for nulls. */
export function countRequest(
  { where, distinct }: Readonly<Record<string, unknown>>,
  { type, path }: { readonly type: GraphQLInputObjectType; readonly path: string },
): CountRequest {
  if (where === null) throw isNull(`${path}.where`);
  if (distinct === null) throw isNull(`${path}.distinct`);
  return {
    where: where as object | undefined,
    type: fieldType(type, 'where'),
    distinct: distinct as Dimension | undefined,
    path: `${path}.where`,
  };
}

/** The input type of a field of an input type. */
export function fieldType(type: GraphQLInputObjectType, name: string): GraphQLInputObjectType {
  const found = getNamedType(type.getFields()[name]?.type);
  if (!(found instanceof GraphQLInputObjectType)) throw new Error(`${type.name}.${name} is not an input object`);
  return found;
}

/** The error for a null where a value is required. */
export function isNull(path: string): Error {
  return badUserInput(`${path} is null: leave it out`);
}
