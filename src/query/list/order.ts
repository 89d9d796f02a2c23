import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { badUserInput } from '../../errors.ts';
import type { Column } from '../../model/model.ts';
import { sortKey } from '../../text/sort-key.ts';
import { relevance } from '../filter/full-text.ts';
import { countOf, countOfEvery } from '../filter/where.ts';
import { checkText } from '../limit/limit.ts';
import { mappingOf } from '../mapping.ts';
import { dayOf } from '../sql/dimension.ts';
import { columnOf, type Row, relationOf } from '../sql/row.ts';
import type { Scope } from '../sql/scope.ts';
import { join, raw, type Sql, sql } from '../sql/sql.ts';
import { COUNT } from '../sql/value.ts';

/** One key of a total order over the rows of a list. */
export interface OrderKey {
  readonly value: Sql;
  readonly column: Column;
  /** True when the value can be null: because of its column, or because a relation on the way to it is optional. */
  readonly nullable: boolean;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** The client's keys, then the keys that make the order total: by default the sort key, and always the id. */
export function orderKeys(
  row: Row,
  type: GraphQLInputObjectType,
  { orderBy = [], every, scope }: { orderBy: readonly unknown[] | undefined; every: boolean; scope: Scope },
): readonly OrderKey[] {
  const requested = orderBy.map((order, i) =>
    orderKey(row, { type, order, path: `orderBy[${i}]`, nullable: false, every, scope }),
  );
  const rest = requested.length ? ['id'] : ['sortKey', 'id'];
  return [...requested, ...rest.map((name) => columnKey(row, name, { direction: 'ASC', nullable: false }))];
}

interface OrderTerm {
  readonly type: GraphQLInputObjectType;
  readonly order: unknown;
  readonly path: string;
  /** True when a relation on the way here is optional. */
  readonly nullable: boolean;
  /** True for a list of all rows of a table: counts are computed for all of them at once. */
  readonly every: boolean;
  /** The rows named outside. */
  readonly scope: Scope;
}

function orderKey(row: Row, term: OrderTerm): OrderKey {
  const [[name, order] = []] = Object.entries(term.order as object);
  const definition = name === undefined ? undefined : term.type.getFields()[name];
  const mapping = definition && mappingOf(definition);
  if (!definition || !mapping) throw new Error(`${term.type.name}.${name} has no mapping`);
  const path = `${term.path}.${name}`;
  switch (mapping.kind) {
    case 'column':
      return columnKey(row, mapping.column, { direction: String(order), nullable: term.nullable });
    case 'when': {
      const [[part, direction] = []] = Object.entries(order as object);
      const end = `${part?.[0]?.toUpperCase()}${part?.slice(1)}`;
      const key = columnKey(row, `${mapping.when}${end}`, { direction: String(direction), nullable: true });
      return end === 'Earliest' || end === 'Latest' ? { ...key, value: dayOf(row, mapping.when, end) } : key;
    }
    case 'one': {
      const type = getNamedType(definition.type);
      if (!isInputObjectType(type)) throw new Error(`${term.type.name}.${name} is not an order`);
      const optional = relationOf(row.model, mapping.relation).nullable;
      return orderKey(row.one(mapping.relation), { ...term, type, order, path, nullable: term.nullable || optional });
    }
    case 'many': {
      const type = getNamedType(definition.type);
      if (!isInputObjectType(type)) throw new Error(`${term.type.name}.${name} is not an order`);
      const { count, where, distinct } = order as Readonly<Record<string, unknown>>;
      const request = { type, where, distinct, path, scope: term.scope };
      const value = (term.every ? countOfEvery : countOf)(row, mapping, request);
      // Null, not 0, when an optional relation on the way here has no row.
      const known = term.nullable ? sql`case when ${row.column('id')} is not null then ${value} end` : value;
      return { value: known, column: COUNT, nullable: term.nullable, ...directionOf(String(count)) };
    }
    case 'relevance': {
      const { to, direction = 'DESC' } = order as Readonly<Record<string, unknown>>;
      if (direction === null) throw badUserInput(`${path}.direction is null: leave it out, or give a direction`);
      const value = relevance(row, mapping.columns, sortKey(checkText(String(to), `${path}.to`)));
      return { value, column: { ...COUNT, type: 'Decimal' }, nullable: false, ...directionOf(String(direction)) };
    }
    default:
      throw new Error(`an order cannot have a mapping of kind ${mapping.kind}`);
  }
}

function columnKey(
  row: Row,
  name: string,
  { direction, nullable }: { direction: string; nullable: boolean },
): OrderKey {
  const column = columnOf(row.model, name);
  const sorted = column.sortKey ?? name;
  return {
    value: row.column(sorted),
    column: columnOf(row.model, sorted),
    nullable: nullable || column.nullable,
    ...directionOf(direction),
  };
}

/** A direction as the API names it. */
export function directionOf(direction: string): { readonly descending: boolean; readonly nullsFirst: boolean } {
  return { descending: direction.startsWith('DESC'), nullsFirst: direction.endsWith('NULLS_FIRST') };
}

/** The ORDER BY of the keys; `reversed` for a page from the end of the list. */
export function orderBy(keys: readonly OrderKey[], reversed: boolean): Sql {
  return join(
    keys.map(({ value, nullable, descending, nullsFirst }) => {
      const direction = descending !== reversed ? 'desc' : 'asc';
      if (!nullable) return sql`${value} ${raw(direction)}`;
      return sql`${value} ${raw(direction)} nulls ${raw(nullsFirst !== reversed ? 'first' : 'last')}`;
    }),
    ', ',
  );
}
