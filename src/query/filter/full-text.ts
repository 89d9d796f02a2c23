import type { Row } from '../sql/row.ts';
import { list, type Sql, sql } from '../sql/sql.ts';

/** The tsquery of a web search (words, "a phrase", or, -not) from the sort key of the client's text. Stop words count if there are no others. */
export function fullTextQuery(key: string): Sql {
  return sql`"fullTextQuery"(${key}::text)`;
}

/** Escapes a text for use in a LIKE pattern. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** The best rank of the words among a row's texts, 0 when no text matches. Rounded to six digits for cursors. */
export function relevance(row: Row, columns: readonly string[], key: string): Sql {
  const ranks = columns.map((column) => sql`ts_rank(${row.words(column)}, ${fullTextQuery(key)})`);
  return sql`round(coalesce(greatest(${list(ranks)}), 0)::numeric, 6)`;
}
