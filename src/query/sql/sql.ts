import sql, { join, raw, type Sql } from 'sql-template-tag';

export { join, raw, type Sql, sql };

/** A quoted identifier. Names come from the model, never from clients. */
export function ident(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** An SQL string literal, for constants and response keys. Values from clients are parameters. */
export function literal(text: string): Sql {
  return raw(`'${text.replaceAll("'", "''")}'`);
}

export const nothing = raw('null');
export const yes = raw('true');
export const no = raw('false');

/** The conditions combined with AND; true for an empty list. */
export function and(conditions: readonly Sql[]): Sql {
  const rest = conditions.filter((c) => c !== yes);
  if (rest.includes(no)) return no;
  if (rest.length < 2) return rest[0] ?? yes;
  return sql`(${join(rest, ' and ')})`;
}

/** The conditions combined with OR; false for an empty list. */
export function or(conditions: readonly Sql[]): Sql {
  const rest = conditions.filter((c) => c !== no);
  if (rest.includes(yes)) return yes;
  if (rest.length < 2) return rest[0] ?? no;
  return sql`(${join(rest, ' or ')})`;
}

/** PostgreSQL accepts 100 arguments of a function: 50 keys with their values. */
const MAX_KEYS = 50;

/** A JSON object with these keys in this order. The values are SQL of any type. */
export function jsonObject(entries: readonly (readonly [string, Sql])[]): Sql {
  const build = (part: typeof entries) =>
    sql`json_build_object(${list(part.map(([key, value]) => sql`${literal(key)}, ${value}`))})`;
  if (entries.length <= MAX_KEYS) return build(entries);
  // Builds several objects and joins their texts without the braces. A long chain of || breaks PGlite.
  const parts: Sql[] = [];
  for (let i = 0; i < entries.length; i += MAX_KEYS) {
    parts.push(sql`left(right(${build(entries.slice(i, i + MAX_KEYS))}::text, -1), -1)`);
  }
  return sql`('{' || concat_ws(', ', ${list(parts)}) || '}')::json`;
}

/** Like `join`, but accepts an empty list. */
export function list(parts: readonly Sql[], separator = ', '): Sql {
  return parts.length ? join([...parts], separator) : raw('');
}
