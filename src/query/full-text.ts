import { type Sql, sql } from './sql.ts';

/** What a web search asks for, as a tsquery, from the sort key of the client's text: words, "a phrase", or, -not. Stop words alone match nothing. */
export function fullTextQuery(key: string): Sql {
  return sql`"fullTextQuery"(${key}::text)`;
}

/** A text as a part of a LIKE pattern that stands for itself. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
