import { type GraphQLField, GraphQLInputObjectType, getNamedType } from 'graphql';
import type { Model } from '../../model/model.ts';
import type { Strategy } from '../filter/filter.ts';
import { nameRows } from '../filter/name-rows.ts';
import { isEmptyFilter, narrowing } from '../filter/shape.ts';
import { where } from '../filter/where.ts';
import { type Aliases, From, Row, tableRow } from '../sql/row.ts';
import type { Scope } from '../sql/scope.ts';
import { ident, type Sql, sql } from '../sql/sql.ts';
import { type OrderKey, orderKeys } from './order.ts';
import { optional } from './page.ts';

/** A row of a list with the conditions on it and the keys of the list's total order. */
export interface Listed {
  readonly row: Row;
  readonly conditions: readonly Sql[];
  readonly keys: readonly OrderKey[];
}

/** The list that a connection pages through. */
export interface List {
  readonly aliases: Aliases;
  /** True for a list of all rows of a table, which an index counts faster than the page's own scan. */
  readonly whole?: boolean;
  /** Returns a new row with its own FROM clause at each call. `all` is true when every row of the list is needed, not only a page. */
  readonly rows: (all: boolean) => Listed;
  /** Distinguishes this list, with its filter and order, from other lists: cursors contain a checksum of it. */
  readonly identity: unknown;
}

export interface EntityListRequest {
  readonly aliases: Aliases;
  readonly model: Model;
  /** The field of the list, with the types of its arguments. */
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
  /** For a nested list: the condition that a row belongs to the outer row. */
  readonly link?: (row: Row) => Sql;
  /** The rows named outside the list. */
  readonly scope: Scope;
}

/** The list of an entity's rows with a field's `where` and `orderBy`. Throws BAD_USER_INPUT. */
export function entityList({ aliases, model, field, args, link, scope: outer }: EntityListRequest): List {
  return {
    aliases,
    whole: !link && isEmptyFilter(optional(args.where) ?? {}),
    identity: [model.name, args.orderBy ?? [], args.where ?? {}],
    rows: (all) => {
      const row = tableRow(new From(aliases), model);
      const filter = optional<object>(args.where);
      const scope = namedIn(outer, { field, args, row });
      const conditions = link ? [link(row)] : [];
      const narrow = filter && narrowing(model, inputType(field, 'where'), filter);
      // Whether the whole table is read, and whether it is read to its end even for one page.
      const every = !link && !narrow;
      const toTheEnd = every && (all || optional(args.orderBy) !== undefined);
      const union: Strategy | undefined = !link && narrow === 'by OR' ? 'union' : undefined;
      const strategy = toTheEnd ? 'aggregate' : union;
      if (filter) conditions.push(where(row, inputType(field, 'where'), { value: filter, strategy, scope: outer }));
      return {
        row,
        conditions,
        // A getter, because order keys can add joins.
        get keys() {
          const orderBy = optional<readonly unknown[]>(args.orderBy);
          return orderKeys(row, inputType(field, 'orderBy'), { orderBy, every: every && scope.isEmpty, scope });
        },
      };
    },
  };
}

/** The scope inside a list, whose `where` can name its row and rows that belong to it. */
export function namedIn(
  scope: Scope,
  { field, args, row }: Pick<EntityListRequest, 'field' | 'args'> & { readonly row: Row },
): Scope {
  const value = optional<object>(args.where);
  return value ? nameRows(scope, { row, type: inputType(field, 'where'), value, path: 'where' }) : scope;
}

/** A row of a subquery with the columns and relations of `model`. */
export function derivedRow(aliases: Aliases, model: Model, subquery: Sql): Row {
  const from = new From(aliases);
  const alias = aliases.next();
  from.add(sql`(${subquery}) ${alias}`);
  return new Row(from, model, (_owner, column) => sql`${alias}.${ident(column)}`);
}

/** The input type of a field's argument, without list and non-null wrappers. */
export function inputType(field: GraphQLField<unknown, unknown>, argument: string): GraphQLInputObjectType {
  const type = getNamedType(field.args.find((a) => a.name === argument)?.type);
  if (!(type instanceof GraphQLInputObjectType)) throw new Error(`${field.name} has no argument ${argument}`);
  return type;
}
