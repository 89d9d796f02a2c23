import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { models } from '../../model/model.ts';
import { mappingOf } from '../mapping.ts';
import type { Row } from '../sql/row.ts';
import type { Scope } from '../sql/scope.ts';

interface Named {
  readonly row: Row;
  readonly type: GraphQLInputObjectType;
  readonly value: unknown;
  readonly path: string;
}

/**
 * The scope with the rows that a filter names: its own row, and those that it reaches through to-one relations, of which
 * there is one for each row. Rows of to-many relations are known only inside the filter on them.
 *
 * @example
 * // books(where: { as: "book", author: { as: "author" } }) names the book and its author
 */
export function nameRows(scope: Scope, { row, type, value, path }: Named): Scope {
  if (!names(type, value)) return scope;
  const { as, ...conditions } = value as Readonly<Record<string, unknown>>;
  return Object.entries(conditions).reduce(
    (named, [key, inner]) => {
      const one = toOne(type, key);
      if (!one || !names(one.type, inner)) return named;
      return nameRows(named, { row: one.of(row), type: one.type, value: inner, path: `${path}.${key}` });
    },
    scope.with(as, row, `${path}.as`),
  );
}

function names(type: GraphQLInputObjectType, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => {
    if (key === 'as') return true;
    const one = toOne(type, key);
    return one !== undefined && names(one.type, inner);
  });
}

/** A filter's field that leads to one row, and how to get to it. */
function toOne(type: GraphQLInputObjectType, key: string) {
  const definition = type.getFields()[key];
  const mapping = definition && mappingOf(definition);
  const inner = definition && getNamedType(definition.type);
  if (!isInputObjectType(inner)) return undefined;
  if (mapping?.kind === 'one') return { type: inner, of: (row: Row) => row.one(mapping.relation) };
  if (mapping?.kind === 'subtype') return { type: inner, of: (row: Row) => row.as(models[mapping.model]) };
  return undefined;
}
