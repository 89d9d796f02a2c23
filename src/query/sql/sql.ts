import sql, { join, raw, type Sql } from 'sql-template-tag';

export { join, raw, type Sql, sql };

/** A quoted identifier. Names come from the model, never from a client. */
export function ident(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** A constant of the program as an SQL literal: response keys, enum values, type names. Values of clients are parameters. */
export function literal(text: string): Sql {
  return raw(`'${text.replaceAll("'", "''")}'`);
}

export const nothing = raw('null');
export const yes = raw('true');
export const no = raw('false');

/** All of the conditions; true when there are none. */
export function and(conditions: readonly Sql[]): Sql {
  const rest = conditions.filter((c) => c !== yes);
  if (rest.includes(no)) return no;
  if (rest.length < 2) return rest[0] ?? yes;
  return sql`(${join(rest, ' and ')})`;
}

/** Any of the conditions; false when there are none. */
export function or(conditions: readonly Sql[]): Sql {
  const rest = conditions.filter((c) => c !== no);
  if (rest.includes(yes)) return yes;
  if (rest.length < 2) return rest[0] ?? no;
  return sql`(${join(rest, ' or ')})`;
}

/** PostgreSQL takes 100 arguments to a function: 50 keys with their values. */
const MAX_KEYS = 50;

/** A JSON object with these keys in this order; a value is SQL of any type. */
export function jsonObject(entries: readonly (readonly [string, Sql])[]): Sql {
  const build = (part: typeof entries) =>
    sql`json_build_object(${list(part.map(([key, value]) => sql`${literal(key)}, ${value}`))})`;
  if (entries.length <= MAX_KEYS) return build(entries);
  // Objects of so many keys each, without their braces, one behind the other: a long chain of || breaks PGlite.
  const parts: Sql[] = [];
  for (let i = 0; i < entries.length; i += MAX_KEYS) {
    parts.push(sql`left(right(${build(entries.slice(i, i + MAX_KEYS))}::text, -1), -1)`);
  }
  return sql`('{' || concat_ws(', ', ${list(parts)}) || '}')::json`;
}

/** Comma-separated, and empty when there is nothing (which `join` rejects). */
export function list(parts: readonly Sql[], separator = ', '): Sql {
  return parts.length ? join([...parts], separator) : raw('');
}
