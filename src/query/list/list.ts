import { type GraphQLField, GraphQLInputObjectType, getNamedType } from 'graphql';
import type { Model } from '../../model/model.ts';
import { asksNothing, narrowing } from '../filter/shape.ts';
import { type Strategy, where } from '../filter/where.ts';
import { type Aliases, From, Row, tableRow } from '../sql/row.ts';
import { ident, type Sql, sql } from '../sql/sql.ts';
import { type OrderKey, orderKeys } from './order.ts';
import { optional } from './page.ts';

/** A row of a list with what makes it one of the list's, and the keys of the list's total order. */
export interface Listed {
  readonly row: Row;
  readonly conditions: readonly Sql[];
  readonly keys: readonly OrderKey[];
}

/** What a connection pages through. */
export interface List {
  readonly aliases: Aliases;
  /** True for all rows of a table: an index counts them, so that the page's own scan need not keep each row to count it. */
  readonly whole?: boolean;
  /** A fresh row in a FROM of its own, at each call; `all` says that every row of the list is looked for, not the first page of them. */
  readonly rows: (all: boolean) => Listed;
  /** Distinguishes this list, with its filter and order, from other lists: cursors contain a checksum of it. */
  readonly identity: unknown;
}

export interface EntityListRequest {
  readonly aliases: Aliases;
  readonly model: Model;
  /** The field that gives the list: its arguments say how it can be filtered and ordered. */
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
  /** For a nested list: ties its rows to the row that it belongs to. */
  readonly link?: (row: Row) => Sql;
}

/** The rows of an entity under a field's `where` and `orderBy`. Throws BAD_USER_INPUT. */
export function entityList({ aliases, model, field, args, link }: EntityListRequest): List {
  return {
    aliases,
    whole: !link && asksNothing(optional(args.where) ?? {}),
    identity: [model.name, args.orderBy ?? [], args.where ?? {}],
    rows: (all) => {
      const row = tableRow(new From(aliases), model);
      const filter = optional<object>(args.where);
      const conditions = link ? [link(row)] : [];
      const narrow = filter && narrowing(model, inputType(field, 'where'), filter);
      // Whether the whole table is looked through, and whether a page cannot end that early.
      const every = !link && !narrow;
      const inFull = every && (all || optional(args.orderBy) !== undefined);
      const apart: Strategy | undefined = !link && narrow === 'by OR' ? 'union' : undefined;
      const strategy = inFull ? 'aggregate' : apart;
      if (filter) conditions.push(where(row, inputType(field, 'where'), { value: filter, strategy }));
      return {
        row,
        conditions,
        // Only when asked for: they can take a join.
        get keys() {
          const orderBy = optional<readonly unknown[]>(args.orderBy);
          return orderKeys(row, inputType(field, 'orderBy'), { orderBy, every });
        },
      };
    },
  };
}

/** A row of a subquery: its columns, and relations from them, are those that `model` describes. */
export function derivedRow(aliases: Aliases, model: Model, subquery: Sql): Row {
  const from = new From(aliases);
  const alias = aliases.next();
  from.add(sql`(${subquery}) ${alias}`);
  return new Row(from, model, (_owner, column) => sql`${alias}.${ident(column)}`);
}

/** The input type of a field's argument, found past lists and non-nulls. */
export function inputType(field: GraphQLField<unknown, unknown>, argument: string): GraphQLInputObjectType {
  const type = getNamedType(field.args.find((a) => a.name === argument)?.type);
  if (!(type instanceof GraphQLInputObjectType)) throw new Error(`${field.name} takes no ${argument}`);
  return type;
}
