import type { Column } from '../../model/model.ts';
import { ident, raw, type Sql, sql } from './sql.ts';

/** The type of a count, as a column. */
export const COUNT: Column = { type: 'Int', enum: null, nullable: false, list: false, sortKey: null, doc: '' };

const TYPES = {
  String: raw('text'),
  Int: raw('int'),
  Boolean: raw('boolean'),
  Decimal: raw('numeric'),
  Date: raw('date'),
  DateTime: raw('timestamptz'),
} as const;

/** The PostgreSQL type of a column. */
export function typeName(column: Column): Sql {
  return column.type === 'Enum' ? ident(column.enum ?? '') : TYPES[column.type];
}

/** A value from a client as a parameter of the column's type. */
export function parameter(column: Column, value: unknown): Sql {
  return column.type === 'String' ? sql`${value}::text` : sql`${value}::${typeName(column)}`;
}

/**
 * A list of values from a client as one array parameter, so that the statement's text does not depend on its length.
 * Values other than texts are sent as one array literal (they need no escaping): with a cast from text[], the planner
 * could not estimate how many rows have these values.
 */
export function arrayParameter(column: Column, values: readonly unknown[]): Sql {
  if (column.type === 'String') return sql`${values.map(String)}::text[]`;
  return sql`${`{${values.join(',')}}`}::${typeName(column)}[]`;
}

/** A column as a JSON value of the API: dates and times as ISO text, decimals as text without trailing zeros. */
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

/** A column as a text for cursors, which `parameter` converts back to the same value. */
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
