import type { Row } from '../sql/row.ts';
import { list, type Sql, sql } from '../sql/sql.ts';

/** What a web search asks for, as a tsquery, from the sort key of the client's text: words, "a phrase", or, -not. Stop words alone match nothing. */
export function fullTextQuery(key: string): Sql {
  return sql`"fullTextQuery"(${key}::text)`;
}

/** A text as a part of a LIKE pattern that stands for itself. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** How well words fit the best of a row's texts: 0 where none has them. To six digits, so that a cursor can hold it. */
export function relevance(row: Row, columns: readonly string[], key: string): Sql {
  const ranks = columns.map((column) => sql`ts_rank(${row.words(column)}, ${fullTextQuery(key)})`);
  return sql`round(coalesce(greatest(${list(ranks)}), 0)::numeric, 6)`;
}
