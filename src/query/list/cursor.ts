import { createHash } from 'node:crypto';
import { badUserInput } from '../../errors.ts';
import { type Column, enums } from '../../model/model.ts';
import { and, list, no, or, raw, type Sql, sql } from '../sql/sql.ts';
import { parameter, textValue } from '../sql/value.ts';
import type { OrderKey } from './order.ts';

/** The values of the order keys in a cursor's row. */
export type KeyValues = readonly (string | null)[];

/** A short checksum of a list's identity (its filter and order), by which cursors of other lists are rejected. */
export function fingerprintOf(identity: unknown): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 8);
}

/** The SQL of a row's cursor: base64 of a JSON list with the fingerprint and the values of the order keys. */
export function cursorSql(fingerprint: string, keys: readonly OrderKey[], values: readonly Sql[]): Sql {
  const texts = keys.map((key, i) => textValue(key.column, values[i] ?? raw('null')));
  return sql`replace(encode(convert_to(json_build_array(${fingerprint}::text, ${list(texts)})::text, 'UTF8'), 'base64'), E'\\n', '')`;
}

/** Reads a cursor. Throws BAD_USER_INPUT when it is malformed or belongs to another list. */
export function readCursor(
  cursor: string,
  fingerprint: string,
  { keys, argument }: { keys: readonly OrderKey[]; argument: string },
): KeyValues {
  const values = parse(cursor);
  if (!values) {
    throw badUserInput(
      `${argument}: "${cursor.slice(0, 40)}" is not a cursor: use one from \`pageInfo\` or \`edges.cursor\` of this list`,
    );
  }
  const [foreign, ...at] = values;
  const fits = at.length === keys.length && keys.every((key, i) => isValue(key, at[i] ?? null));
  if (foreign !== fingerprint || !fits) {
    throw badUserInput(
      `${argument}: this cursor belongs to another list, order or filter: start without \`${argument}\`, and keep all arguments but the paging ones the same`,
    );
  }
  return at;
}

function parse(cursor: string): (string | null)[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    return Array.isArray(values) && values.every((v) => v === null || typeof v === 'string') ? values : undefined;
  } catch {
    return undefined;
  }
}

const SHAPES: Readonly<Record<Exclude<Column['type'], 'Enum' | 'String'>, (value: string) => boolean>> = {
  Int: (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
  Boolean: (value) => value === 'true' || value === 'false',
  Decimal: (value) => /^-?\d{1,100}(\.\d{1,100})?$/.test(value),
  Date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isDate(value),
  DateTime: (value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && isDate(value),
};

function isDate(value: string): boolean {
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.slice(0, 10));
}

function isValue({ column, nullable }: OrderKey, value: string | null): boolean {
  if (value === null) return nullable;
  if (column.type === 'String') return !value.includes('\u0000');
  if (column.type === 'Enum') return value in (column.enum ? enums[column.enum].values : {});
  return SHAPES[column.type](value);
}

/**
 * The condition that a row comes after these key values in the order, or before them when `reversed`.
 *
 * @example
 * // by name, then id, both NOT NULL and ascending, after ["emma", "Book_1"]:
 * // (t1."nameKey", t1."id") > ($1::text, $2::text)
 * // by year descending, nulls last, then id, after ["1815", "Book_1"]:
 * // ((t1."year" < $1::int or t1."year" is null) or (t1."year" = $2::int and t1."id" > $3::text))
 */
export function beyond(keys: readonly OrderKey[], at: KeyValues, reversed: boolean): Sql {
  const [first] = keys;
  const plain = keys.every((key) => !key.nullable && key.descending === first?.descending);
  if (plain && first) {
    const sign = raw(first.descending !== reversed ? '<' : '>');
    const values = keys.map((key, i) => parameter(key.column, at[i]));
    return sql`(${list(keys.map((key) => key.value))}) ${sign} (${list(values)})`;
  }
  const branches = keys.map((_, i) =>
    and([
      ...keys.slice(0, i).map((key, j) => same(key, at[j] ?? null)),
      past(keys[i] as OrderKey, at[i] ?? null, reversed),
    ]),
  );
  return or(branches);
}

function same({ value, column }: OrderKey, at: string | null): Sql {
  return at === null ? sql`${value} is null` : sql`${value} = ${parameter(column, at)}`;
}

function past(
  { value, column, nullable, descending, nullsFirst }: OrderKey,
  at: string | null,
  reversed: boolean,
): Sql {
  const nullsFollow = nullsFirst === reversed;
  if (at === null) return nullsFollow ? no : sql`${value} is not null`;
  const compared = sql`${value} ${raw(descending !== reversed ? '<' : '>')} ${parameter(column, at)}`;
  return nullable && nullsFollow ? sql`(${compared} or ${value} is null)` : compared;
}
