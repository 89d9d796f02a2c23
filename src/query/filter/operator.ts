import { badUserInput } from '../../errors.ts';
import type { Column } from '../../model/model.ts';
import { sortKey } from '../../text/sort-key.ts';
import { checkText } from '../limit/limit.ts';
import { columnOf, type Row } from '../sql/row.ts';
import { no, raw, type Sql, sql, yes } from '../sql/sql.ts';
import { arrayParameter, parameter } from '../sql/value.ts';
import { fullTextQuery, likePattern } from './full-text.ts';

/** One operator of a filter on one value: `{ gte: 2 }`. */
export interface Operation {
  readonly op: string;
  readonly value: unknown;
  readonly path: string;
  readonly not: boolean;
}

/** The condition of one operator on a column. Two-valued: under `not` it holds for nulls wherever the plain one does not. */
export function columnPredicate(row: Row, name: string, operation: Operation): Sql {
  const column = columnOf(row.model, name);
  if (column.list) return listPredicate(row.column(name), operation);
  if (isText(operation.op)) return textPredicate(row, name, operation);
  return valuePredicate(row.column(name), column, { ...operation, key: keyOf(row, column) });
}

const COMPARISONS: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** The condition of one operator on a value of a column's type; texts compare by `key`, their sort key. */
export function valuePredicate(
  value: Sql,
  column: Column,
  operation: Operation & { readonly key?: Sql | undefined },
): Sql {
  const { op, not } = operation;
  switch (op) {
    case 'eq':
      return equal(value, column, operation.value, not);
    case 'ne':
      return equal(value, column, operation.value, !not);
    case 'in':
      return within(value, column, operation, not);
    case 'notIn':
      return within(value, column, operation, !not);
    case 'isNull': {
      if (!column.nullable) return (operation.value === true) === !not ? no : yes;
      return (operation.value === true) === !not ? sql`${value} is null` : sql`${value} is not null`;
    }
    default: {
      const sign = COMPARISONS[op];
      if (!sign) throw new Error(`unknown operator ${op}`);
      const compared = operation.key
        ? sql`${operation.key} ${raw(sign)} ${sortKey(String(operation.value))}::text`
        : sql`${value} ${raw(sign)} ${parameter(column, operation.value)}`;
      return not ? negated(compared, column) : compared;
    }
  }
}

function equal(value: Sql, column: Column, other: unknown, not: boolean): Sql {
  if (!not) return sql`${value} = ${parameter(column, other)}`;
  return column.nullable
    ? sql`${value} is distinct from ${parameter(column, other)}`
    : sql`${value} <> ${parameter(column, other)}`;
}

function within(value: Sql, column: Column, { value: list, path }: Operation, not: boolean): Sql {
  const values = list as readonly unknown[];
  if (values.includes(null))
    throw badUserInput(`${path} holds null, which no value equals: leave it out, or add { isNull: true } under OR`);
  if (values.length === 0) return not ? yes : no;
  if (!not) return sql`${value} = any(${arrayParameter(column, values)})`;
  const differs = sql`${value} <> all(${arrayParameter(column, values)})`;
  return column.nullable ? sql`(${value} is null or ${differs})` : differs;
}

/** The operators of texts: on the sort key, so that case, accents and kinds of hyphens do not matter. */
export function textPredicate(row: Row, name: string, { op, value, not, path }: Operation): Sql {
  const column = columnOf(row.model, name);
  const folded = keyOf(row, column);
  // What has no sort key is no prose (slugs, addresses, checksums): the case of ASCII letters does not matter, all else does.
  const key = folded ?? sql`lower(${row.column(name)} collate "C")`;
  const asked = checkText(String(value), `${path}.${op}`);
  const text = folded ? sortKey(asked) : asked.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const condition = op === 'matches' ? sql`${row.words(name)} @@ ${fullTextQuery(text)}` : textCondition(key, op, text);
  return not ? negated(condition, column) : condition;
}

function textCondition(key: Sql, op: string, text: string): Sql {
  switch (op) {
    case 'similar':
      return sql`${key} % ${text}::text`;
    case 'startsWith':
      return sql`${key} like ${`${likePattern(text)}%`}::text`;
    default: {
      const pattern = `%${likePattern(text)}${op === 'endsWith' ? '' : '%'}`;
      return sql`${hasTrigram(text) ? key : sql`(${key} || '')`} like ${pattern}::text`;
    }
  }
}

/** Whether an index of trigrams can tell where the text is: without three letters in a row it would be read whole. */
function hasTrigram(text: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(text);
}

const TEXT_OPERATORS: ReadonlySet<string> = new Set(['contains', 'startsWith', 'endsWith', 'similar', 'matches']);

function isText(op: string): boolean {
  return TEXT_OPERATORS.has(op);
}

function listPredicate(value: Sql, { op, value: other, not }: Operation): Sql {
  if (op === 'has') {
    const has = sql`${other}::text = any(${value})`;
    return not ? sql`not (${has})` : has;
  }
  return (other === true) === !not ? sql`cardinality(${value}) = 0` : sql`cardinality(${value}) > 0`;
}

function negated(condition: Sql, column: Column): Sql {
  return column.nullable ? sql`(${condition}) is not true` : sql`not (${condition})`;
}

/** The column's sort key as SQL: undefined when it has none. */
function keyOf(row: Row, column: Column): Sql | undefined {
  return column.sortKey ? row.column(column.sortKey) : undefined;
}
