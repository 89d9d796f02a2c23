import type { GraphQLInputObjectType } from 'graphql';
import { badUserInput } from '../../errors.ts';
import type { Scope } from '../sql/scope.ts';
import { and, or, type Sql } from '../sql/sql.ts';

/**
 * A filter's value from GraphQL, with its path in the query for messages: `where.author.name`. `not` is true under an
 * odd number of NOTs: a negation is pushed down to the operators, which know what to do with nulls. The logic is
 * two-valued: null equals nothing, so the NOT of an equality is true for null.
 */
export interface Filter {
  readonly type: GraphQLInputObjectType;
  readonly value: unknown;
  readonly path: string;
  readonly not: boolean;
  /** The rows named outside. */
  readonly scope: Scope;
  readonly strategy?: Strategy | undefined;
}

/**
 * How to find the rows that match a filter. `aggregate`: every row of a table is read, so related rows are counted once
 * for all of them with GROUP BY, instead of by a subquery for each row. `union`: the alternatives of an OR each find
 * their rows, which are then combined. Undefined: row by row, for few rows or until a page is full.
 */
export type Strategy = 'aggregate' | 'union';

/** AND; under a NOT, where each part is already negated, OR. */
export function all(parts: readonly Sql[], not: boolean): Sql {
  return not ? or(parts) : and(parts);
}

/** OR; under a NOT, where each part is already negated, AND. */
export function any(parts: readonly Sql[], not: boolean): Sql {
  return not ? and(parts) : or(parts);
}

/** The fields of a filter. `isNullType` is its type where the client can write `{ isNull: true }` instead of null. */
export function objectOf(filter: Filter, isNullType?: GraphQLInputObjectType): Readonly<Record<string, unknown>> {
  if (filter.value === null) throw isNullError(filter.path, isNullType);
  return filter.value as Readonly<Record<string, unknown>>;
}

export function listOf(filter: Filter): readonly Filter[] {
  if (filter.value === null) throw isNullError(filter.path);
  return (filter.value as readonly unknown[]).map((value, i) => ({ ...filter, value, path: `${filter.path}[${i}]` }));
}

export function isNullError(path: string, isNullType?: GraphQLInputObjectType): Error {
  const hint = isNullType?.getFields().isNull ? '; to match nulls, use { isNull: true }' : '';
  return badUserInput(`${path} is null: leave it out${hint}`);
}
