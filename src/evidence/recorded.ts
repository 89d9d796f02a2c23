import type { Database } from '../db/database.ts';

/** A span of an article as the database holds it. */
export interface RecordedSpan {
  readonly articleId: string;
  /** `WORDING`, `MENTION`, or the assertion's type. */
  readonly kind: string;
  readonly id: string;
  /** In code points, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Checksum of the words; null for a mention, which has its words. */
  readonly sha256: string | null;
  /** The words, where the database holds them. */
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
  SELECT "articleId", 'MENTION', "id", "start", "end", NULL, "text", NULL FROM "Mention"
  ORDER BY "articleId", "start", "end", "id"`;

/** Every article with all that points into its text. */
export async function recordedArticles(db: Database): Promise<RecordedArticle[]> {
  const articles = await db.query<Omit<RecordedArticle, 'spans'>>({ text: ARTICLES, values: [] });
  const spans = new Map<string, RecordedSpan[]>(articles.map(({ id }) => [id, []]));
  for (const span of await db.query<RecordedSpan>({ text: SPANS, values: [] })) spans.get(span.articleId)?.push(span);
  return articles.map((article) => ({ ...article, spans: spans.get(article.id) ?? [] }));
}
