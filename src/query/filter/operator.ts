import type { Column } from '../../model/model.ts';
import { sortKey } from '../../text/sort-key.ts';
import { checkText } from '../limit/limit.ts';
import { columnOf, type Row } from '../sql/row.ts';
import { no, raw, type Sql, sql, yes } from '../sql/sql.ts';
import { arrayParameter, parameter } from '../sql/value.ts';
import { fullTextQuery, likePattern } from './full-text.ts';
import type {
  Comparison,
  ListOperator,
  OperatorName,
  RowComparison,
  TextOperator,
  ValueOperator,
} from './operator-name.ts';

/** One operator of a filter with its value: `{ gte: 2 }`. */
export interface Condition<Name extends OperatorName = OperatorName> {
  readonly op: Name;
  readonly value: unknown;
  /** The operator's place in the query, for messages: `where.name.in`. */
  readonly path: string;
  readonly not: boolean;
}

/** The SQL of one operator on a column. The logic is two-valued: for null, either the condition or its negation is true. */
export function columnPredicate(row: Row, name: string, condition: Condition): Sql {
  const { op } = condition;
  switch (op) {
    case 'contains':
    case 'startsWith':
    case 'endsWith':
    case 'similar':
    case 'matches':
      return textPredicate(row, name, { ...condition, op });
    case 'has':
    case 'isEmpty':
      return listPredicate(row.column(name), { ...condition, op });
    default: {
      const column = columnOf(row.model, name);
      return valuePredicate(row.column(name), column, { ...condition, op, key: keyOf(row, column) });
    }
  }
}

/** The SQL of a comparison of a column with the same column of another row. Null equals nothing, not even null. */
export function rowPredicate(
  { row, other, name }: { readonly row: Row; readonly other: Row; readonly name: string },
  { op, not }: Pick<Condition<RowComparison>, 'op' | 'not'>,
): Sql {
  const column = columnOf(row.model, name);
  if (op === 'ne') return rowPredicate({ row, other, name }, { op: 'eq', not: !not });
  const sorted = op === 'eq' ? name : (column.sortKey ?? name);
  const compared = sql`${row.column(sorted)} ${raw(op === 'eq' ? '=' : COMPARISONS[op])} ${other.as(row.model).column(sorted)}`;
  return not ? negated(compared, column) : compared;
}

const COMPARISONS: Readonly<Record<Comparison, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** The SQL of one operator on a value of a column's type. Texts are compared by `key`, their sort key. */
export function valuePredicate(
  value: Sql,
  column: Column,
  condition: Condition<ValueOperator> & { readonly key?: Sql | undefined },
): Sql {
  const { op, not } = condition;
  switch (op) {
    case 'eq':
      return equal(value, column, condition.value, not);
    case 'ne':
      return equal(value, column, condition.value, !not);
    case 'in':
      return within(value, column, condition.value, not);
    case 'notIn':
      return within(value, column, condition.value, !not);
    case 'isNull': {
      if (!column.nullable) return (condition.value === true) === !not ? no : yes;
      return (condition.value === true) === !not ? sql`${value} is null` : sql`${value} is not null`;
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const sign = raw(COMPARISONS[op]);
      const compared = condition.key
        ? sql`${condition.key} ${sign} ${sortKey(String(condition.value))}::text`
        : sql`${value} ${sign} ${parameter(column, condition.value)}`;
      return not ? negated(compared, column) : compared;
    }
    default:
      throw new Error(`unknown operator ${op satisfies never}`);
  }
}

function equal(value: Sql, column: Column, other: unknown, not: boolean): Sql {
  if (!not) return sql`${value} = ${parameter(column, other)}`;
  return column.nullable
    ? sql`${value} is distinct from ${parameter(column, other)}`
    : sql`${value} <> ${parameter(column, other)}`;
}

function within(value: Sql, column: Column, list: unknown, not: boolean): Sql {
  const values = list as readonly unknown[];
  if (values.length === 0) return not ? yes : no;
  if (!not) return sql`${value} = any(${arrayParameter(column, values)})`;
  const differs = sql`${value} <> all(${arrayParameter(column, values)})`;
  return column.nullable ? sql`(${value} is null or ${differs})` : differs;
}

/** The operators on texts. They compare sort keys, so case, accents and kinds of hyphens do not matter. */
export function textPredicate(row: Row, name: string, { op, value, not, path }: Condition<TextOperator>): Sql {
  const column = columnOf(row.model, name);
  const folded = keyOf(row, column);
  // Texts without a sort key are slugs, addresses and checksums: only the case of ASCII letters is ignored.
  const key = folded ?? sql`lower(${row.column(name)} collate "C")`;
  const asked = checkText(String(value), path);
  const text = folded ? sortKey(asked) : asked.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const condition = op === 'matches' ? sql`${row.words(name)} @@ ${fullTextQuery(text)}` : textCondition(key, op, text);
  return not ? negated(condition, column) : condition;
}

function textCondition(key: Sql, op: Exclude<TextOperator, 'matches'>, text: string): Sql {
  switch (op) {
    case 'similar':
      return sql`${key} % ${text}::text`;
    case 'startsWith':
      return sql`${key} like ${`${likePattern(text)}%`}::text`;
    case 'contains':
      return sql`${searchable(key, text)} like ${`%${likePattern(text)}%`}::text`;
    case 'endsWith':
      return sql`${searchable(key, text)} like ${`%${likePattern(text)}`}::text`;
  }
}

/** A trigram index would be read completely for a text without three letters in a row: appending '' avoids the index. */
function searchable(key: Sql, text: string): Sql {
  return /[\p{L}\p{N}]{3}/u.test(text) ? key : sql`(${key} || '')`;
}

function listPredicate(value: Sql, { op, value: other, not }: Condition<ListOperator>): Sql {
  switch (op) {
    case 'has': {
      const has = sql`${other}::text = any(${value})`;
      return not ? sql`not (${has})` : has;
    }
    case 'isEmpty':
      return (other === true) === !not ? sql`cardinality(${value}) = 0` : sql`cardinality(${value}) > 0`;
  }
}

function negated(condition: Sql, column: Column): Sql {
  return column.nullable ? sql`(${condition}) is not true` : sql`not (${condition})`;
}

/** The SQL of the column's sort key; undefined when it has none. */
function keyOf(row: Row, column: Column): Sql | undefined {
  return column.sortKey ? row.column(column.sortKey) : undefined;
}
