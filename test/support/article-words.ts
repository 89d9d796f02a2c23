import type { Database } from '../../src/db/database.ts';

interface Wording {
  readonly id: string;
  readonly article: string;
  readonly text: string | null;
  readonly gloss: string;
  readonly attributedAs: string | null;
  /** The name of the speaker, as printed for an unnamed source; null if the article names nobody. */
  readonly speaker: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly saidText: string | null;
}

/** Everything that articles print according to the database, read without the API. */
export interface ArticleWords {
  readonly wordings: ReadonlyMap<string, Wording>;
  /** Titles, verbs, reasons and other words, by article. */
  readonly printed: ReadonlyMap<string, ReadonlySet<string>>;
  /** The dates of articles: of publication, or else of the last change. */
  readonly dates: ReadonlyMap<string, Pick<Wording, 'earliest' | 'latest'>>;
  /** Every text of a quote or a wording. */
  readonly texts: ReadonlySet<string>;
  /** Our own sentences, which may use words of an article. */
  readonly prose: readonly string[];
}

export async function readArticleWords(database: Database): Promise<ArticleWords> {
  const rows = <Row>(text: string) => database.query({ text, values: [] }) as Promise<Row[]>;
  const wordings = await rows<Wording>(`
    SELECT w."id", a."slug" AS "article", w."text", w."gloss", w."attributedAs",
      coalesce(s."printedAs", c."name") AS "speaker",
      w."saidEarliest"::text AS "earliest", w."saidLatest"::text AS "latest", w."saidText"
    FROM "Wording" w JOIN "Article" a ON a."id" = w."articleId"
      LEFT JOIN "Actor" c ON c."id" = w."speakerId" LEFT JOIN "Source" s ON s."id" = w."speakerId"`);
  const printed = await rows<{ article: string; text: string }>(`
    SELECT a."slug" AS "article", p."text" FROM "Article" a JOIN (
      SELECT "articleId", "text" FROM "Title" JOIN "Assertion" USING ("id")
      UNION SELECT "articleId", "verb" FROM "ProposalStatus" JOIN "Assertion" USING ("id")
      UNION SELECT "articleId", "anonymityReason" FROM "Source"
      UNION SELECT "articleId", "printedAs" FROM "Source"
      UNION SELECT "articleId", "text" FROM "Alias"
      UNION SELECT "articleId", "attributedAs" FROM "Wording"
      UNION SELECT "articleId", "saidText" FROM "Wording"
      UNION SELECT "articleId", "whenText" FROM "Assertion"
      UNION SELECT "id", "publishedText" FROM "Article"
      UNION SELECT "id", "updatedText" FROM "Article"
    ) p ON p."articleId" = a."id" WHERE p."text" IS NOT NULL`);
  const dates = await rows<{ article: string; earliest: string | null; latest: string | null }>(`
    SELECT "slug" AS "article",
      (CASE WHEN "publishedBasis" IS NULL THEN "updatedEarliest" ELSE "publishedEarliest" END)::text AS "earliest",
      (CASE WHEN "publishedBasis" IS NULL THEN "updatedLatest" ELSE "publishedLatest" END)::text AS "latest"
    FROM "Article"`);
  const texts = await rows<{ text: string }>('SELECT "text" FROM "Quote" UNION SELECT "text" FROM "Wording"');
  const prose = await rows<{ text: string }>(`
    SELECT "summary" AS "text" FROM "Proposal" UNION SELECT "summary" FROM "Article" UNION SELECT "topic" FROM "Disagreement"
    UNION SELECT "gloss" FROM "Assertion" UNION SELECT "gloss" FROM "Wording" UNION SELECT "gloss" FROM "ArticleLink"`);
  const byArticle = new Map<string, Set<string>>();
  for (const { article, text } of printed) byArticle.set(article, (byArticle.get(article) ?? new Set()).add(text));
  return {
    wordings: new Map(wordings.map((wording) => [wording.id, wording])),
    printed: byArticle,
    dates: new Map(dates.map((row) => [row.article, row])),
    prose: prose.map(({ text }) => text).sort((a, b) => b.length - a.length),
    texts: new Set(texts.flatMap(({ text }) => text ?? [])),
  };
}

export interface Comparison {
  /** How many parts of the page were compared, by kind. */
  readonly compared: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
}

/** An element that says from which article it is; elements inside it are links and marks of a search. */
const PART = /<(q|span|p|time)\b([^>]*\bdata-part="[^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * Compares each part of a page that says which article it is from with what that article prints, and finds quoted words
 * that do not say so.
 */
export function compareWithArticles(html: string, words: ArticleWords): Comparison {
  const [, body = ''] = html.split('<body>');
  const page = body.replaceAll(/<script[\s\S]*?<\/script>/g, '');
  const compared: Record<string, number> = {};
  const differences: string[] = [];
  for (const [, , attributes = '', content = ''] of page.matchAll(PART)) {
    const value = (name: string) => textOf(new RegExp(`data-${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    const part = value('part');
    const articles = value('article').split(' ');
    const ids = value('wording').split(' ').filter(Boolean);
    for (const [i, article] of articles.entries()) {
      compared[part] = (compared[part] ?? 0) + 1;
      const own = part === 'comparison' ? ids : ids.slice(i, i + 1);
      const found = { part, article, text: part === 'comparison' ? keptIn(content) : textOf(content) };
      const problem = differenceOf(
        found,
        own.map((id) => words.wordings.get(id)),
        words,
      );
      if (problem) differences.push(`${part} of ${article}: “${found.text}” ${problem}`);
    }
  }
  let rest = textOf(page.replaceAll(PART, ''));
  for (const text of words.prose) rest = rest.replaceAll(text, '');
  for (const text of words.texts) {
    if (QUOTES.some(([open, close]) => rest.includes(`${open}${text}${close}`)))
      differences.push(`“${text}” does not say which article prints it`);
  }
  return { compared, differences };
}

const QUOTES = ['“”', '‘’', '""'].map((pair) => [pair.charAt(0), pair.charAt(1)] as const);

interface Found {
  readonly part: string;
  readonly article: string;
  readonly text: string;
}

/** What is wrong with a part of a page; undefined if its article prints it. */
function differenceOf(
  { part, article, text }: Found,
  wordings: readonly (Wording | undefined)[],
  { printed, dates }: ArticleWords,
): string | undefined {
  if (part === 'printed') return printed.get(article)?.has(text) ? undefined : 'is not printed there';
  if (part === 'date') return differenceOfDates(text, dates.get(article));
  const [wording] = wordings;
  if (wording?.article !== article) return 'has no wording in this article';
  switch (part) {
    case 'words':
      return wording.text === text ? undefined : `is printed as “${wording.text}”`;
    case 'gloss':
      return wording.gloss === text ? undefined : `is explained as “${wording.gloss}”`;
    case 'speaker':
      return wording.speaker === text ? undefined : `is said by ${wording.speaker ?? 'nobody named'}`;
    case 'said':
      return differenceOfDates(text, wording);
    case 'comparison': {
      let rest = text;
      for (const other of wordings) {
        if (other?.article !== article) return 'has no wording in this article';
        rest = rest.replace(plain(other.text ?? ''), '');
      }
      return /^[\s…]*$/.test(rest) ? undefined : `adds “${rest}”`;
    }
    default:
      return 'is of an unknown kind';
  }
}

function differenceOfDates(text: string, dates: Pick<Wording, 'earliest' | 'latest'> | undefined): string | undefined {
  const days = [dates?.earliest, dates?.latest].flatMap((day) => (day ? [longDate(day)] : []));
  const [first = '', last = first] = days;
  // A range names the month and the year once: "14 – 15 December 2025".
  const isRange = text.includes(last) && text.startsWith(first.split(' ')[0] ?? '');
  const isKnown = days.length === 0 ? !/\d{4}/.test(text) : text.includes(first) || isRange;
  return isKnown ? undefined : `is dated ${days.join(' to ')}`;
}

function longDate(day: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', options);
}

/** A comparison without the words that its article leaves out. */
function keptIn(html: string): string {
  return plain(textOf(html.replaceAll(/<del\b[^>]*>[\s\S]*?<\/del>/g, '')));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The text of HTML, without tags. A `q` element that says nothing of an article has quotation marks of its own. */
function textOf(html: string): string {
  return html
    .replaceAll(/<\/?q\b[^>]*>/g, '"')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
