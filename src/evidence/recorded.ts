import type { Database } from '../db/database.ts';

/** A span of an article in the database. */
export interface RecordedSpan {
  readonly articleId: string;
  /** `WORDING`, `MENTION`, `SILENCE`, or the assertion's type. */
  readonly kind: string;
  readonly id: string;
  /** In code points, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Checksum of the words; null for a mention, which has a `text`. */
  readonly sha256: string | null;
  /** The words; null if the database does not store them. */
  readonly text: string | null;
  readonly paragraph: number | null;
}

export interface RecordedArticle {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly textSha256: string;
  readonly textLength: number;
  /** In the order of the text. */
  readonly spans: readonly RecordedSpan[];
}

const ARTICLES = `
  SELECT "id", "slug", "headline", "textSha256", "textLength" FROM "Article" ORDER BY "sortKey", "id"`;

const SPANS = `
  SELECT "articleId", 'WORDING' AS "kind", "id", "start", "end", "sha256", "text", "paragraph" FROM "Wording"
  UNION ALL
  SELECT "articleId", "assertionType"::text, "id", "start", "end", "sha256", NULL, "paragraph" FROM "Assertion"
  UNION ALL
  SELECT "articleId", 'SILENCE', "id", "start", "end", "sha256", NULL, "paragraph" FROM "Silence"
  UNION ALL
  SELECT "articleId", 'MENTION', "id", "start", "end", NULL, "text", "paragraph" FROM "Mention"
  ORDER BY "articleId", "start", "end", "id"`;

/** Every article with all its spans. */
export async function recordedArticles(db: Database): Promise<RecordedArticle[]> {
  const articles = await db.query<Omit<RecordedArticle, 'spans'>>({ text: ARTICLES, values: [] });
  const spans = new Map<string, RecordedSpan[]>(articles.map(({ id }) => [id, []]));
  for (const span of await db.query<RecordedSpan>({ text: SPANS, values: [] })) spans.get(span.articleId)?.push(span);
  return articles.map((article) => ({ ...article, spans: spans.get(article.id) ?? [] }));
}
