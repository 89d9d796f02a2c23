import type { Column } from '../../model/model.ts';
import { ident, raw, type Sql, sql } from './sql.ts';

/** A count, described as a column. */
export const COUNT: Column = { type: 'Int', enum: null, nullable: false, list: false, sortKey: null, doc: '' };

const TYPES = {
  String: raw('text'),
  Int: raw('int'),
  Boolean: raw('boolean'),
  Decimal: raw('numeric'),
  Date: raw('date'),
  DateTime: raw('timestamptz'),
} as const;

/** PostgreSQL's name of a column's type. */
export function typeName(column: Column): Sql {
  return column.type === 'Enum' ? ident(column.enum ?? '') : TYPES[column.type];
}

/** A client's value as a parameter of the column's type. */
export function parameter(column: Column, value: unknown): Sql {
  return column.type === 'String' ? sql`${value}::text` : sql`${value}::${typeName(column)}`;
}

/**
 * A list of clients' values as one array parameter: the statement's text does not depend on their number. What is no
 * text is written as PostgreSQL writes an array (none of its characters needs escaping): through a cast from texts the
 * planner could not see how many rows have these values.
 */
export function arrayParameter(column: Column, values: readonly unknown[]): Sql {
  if (column.type === 'String') return sql`${values.map(String)}::text[]`;
  return sql`${`{${values.join(',')}}`}::${typeName(column)}[]`;
}

/** A column as the API shows it in JSON: dates and times as ISO text, decimals as text without needless zeros. */
export function jsonValue(column: Column, value: Sql): Sql {
  if (column.list) return value;
  switch (column.type) {
    case 'Date':
      return sql`to_char(${value}, 'YYYY-MM-DD')`;
    case 'DateTime':
      return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    case 'Decimal':
      return sql`trim_scale(${value})::text`;
    default:
      return value;
  }
}

/** A column as text that `parameter` reads back to the same value: for cursors. */
export function textValue(column: Column, value: Sql): Sql {
  switch (column.type) {
    case 'String':
      return value;
    case 'Date':
    case 'DateTime':
      return jsonValue(column, value);
    default:
      return sql`${value}::text`;
  }
}
