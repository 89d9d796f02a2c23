import type { Database } from '../db/database.ts';
import { sha256 } from '../text/sha256.ts';
import { type Copy, readCopies } from './copy.ts';
import { type RecordedArticle, type RecordedSpan, recordedArticles } from './recorded.ts';

/** Something recorded that the copy of the article does not bear out. */
export interface VerifyFailure {
  /** `WORDING`, `MENTION`, the type of the assertion, or `HEADLINE`. */
  readonly kind: string;
  /** Global id of the wording, mention, assertion or (for a headline) article. */
  readonly id: string;
  /** In code points of the article's text; both 0 for a headline. */
  readonly start: number;
  readonly end: number;
  /** `words`: other words stand there; `paragraph`: they stand in another paragraph; `missing`: the headline stands nowhere. */
  readonly problem: 'words' | 'paragraph' | 'missing';
  /** What should stand there, where the database holds the words; otherwise null. */
  readonly text: string | null;
  /** Checksum of what should stand there. */
  readonly sha256: string;
}

export interface ArticleVerification {
  readonly slug: string;
  /** Name of the copy's file; null when there is no copy of this article. */
  readonly file: string | null;
  /** `exact`: the copy is the very text; `changed`: it is not, and was checked all the same; `none`: not checked. */
  readonly copy: 'exact' | 'changed' | 'none';
  /** How many wordings, assertions and mentions were held against the copy. */
  readonly checked: number;
  readonly failures: readonly VerifyFailure[];
  /** Where a copy is longer or shorter than the text: by how many code points, and between which offsets that begins. */
  readonly shift: { readonly by: number; readonly from: number; readonly to: number } | null;
}

export interface Verification {
  readonly articles: readonly ArticleVerification[];
  /** A line for each file of the folder that could not be read as a copy. */
  readonly unreadable: readonly string[];
  /** True when every article has an exact copy and everything recorded holds. */
  readonly holds: boolean;
}

/**
 * Holds every wording, assertion and mention against your own copies of the articles, the `.txt` files of a folder.
 * A copy belongs to the article whose checksum it has; a changed one to the article whose number its name begins
 * with, or else of which most holds. Paragraphs and headlines are held against exact copies only: in a changed copy
 * exactly the spans fail that no longer have their words.
 */
export async function verifyTexts(db: Database, dir: string): Promise<Verification> {
  const { copies, unreadable } = await readCopies(dir);
  const recorded = await recordedArticles(db);
  const assigned = assign(recorded, copies);
  const articles = recorded.map((article) => verifyArticle(article, assigned.get(article.id)));
  return { articles, unreadable, holds: articles.every((a) => a.copy === 'exact' && a.failures.length === 0) };
}

function verifyArticle(article: RecordedArticle, copy: Copy | undefined): ArticleVerification {
  const { slug, spans } = article;
  if (!copy) return { slug, file: null, copy: 'none', checked: 0, failures: [], shift: null };
  const { file } = copy;
  if (copy.sha256 !== article.textSha256) {
    const failures = spans.filter((span) => !holds(span, copy)).map((span) => failureOf(span, 'words'));
    return { slug, file, copy: 'changed', checked: spans.length, failures, shift: shiftOf(article, copy) };
  }
  const failures = spans.flatMap((span) => {
    if (!holds(span, copy)) return failureOf(span, 'words');
    const elsewhere = span.paragraph !== null && copy.text.paragraphAt(span.start) !== span.paragraph;
    return elsewhere ? failureOf(span, 'paragraph') : [];
  });
  const headline = copy.text.text.includes(article.headline) ? [] : [headlineFailure(article)];
  return { slug, file, copy: 'exact', checked: spans.length, failures: [...headline, ...failures], shift: null };
}

function holds({ start, end, text, sha256: digest }: RecordedSpan, copy: Copy, shift = 0): boolean {
  const words = copy.text.slice(Math.max(start + shift, 0), Math.max(end + shift, 0));
  return (text === null || words === text) && (digest === null || sha256(words) === digest);
}

function failureOf(span: RecordedSpan, problem: VerifyFailure['problem']): VerifyFailure {
  const { kind, id, start, end, text } = span;
  return { kind, id, start, end, problem, text, sha256: span.sha256 ?? sha256(text ?? '') };
}

function headlineFailure({ id, headline }: RecordedArticle): VerifyFailure {
  return { kind: 'HEADLINE', id, start: 0, end: 0, problem: 'missing', text: headline, sha256: sha256(headline) };
}

// Before the change spans hold where they are, behind it they hold where the change moved them.
function shiftOf({ spans, textLength }: RecordedArticle, copy: Copy): ArticleVerification['shift'] {
  const by = copy.text.length - textLength;
  if (by === 0) return null;
  const moved = spans.filter((span) => !holds(span, copy) && holds(span, copy, by));
  const to = Math.min(textLength, ...moved.map(({ start }) => start));
  const from = Math.max(0, ...spans.filter((span) => span.end <= to && holds(span, copy)).map(({ end }) => end));
  return { by, from, to };
}

function assign(articles: readonly RecordedArticle[], copies: readonly Copy[]): Map<string, Copy> {
  const assigned = new Map<string, Copy>();
  const free = new Set(copies);
  const pair = (article: RecordedArticle, copy: Copy | undefined) => {
    if (!copy) return;
    assigned.set(article.id, copy);
    free.delete(copy);
  };
  for (const article of articles)
    pair(
      article,
      copies.find((copy) => copy.sha256 === article.textSha256),
    );
  for (const article of articles) {
    if (!assigned.has(article.id))
      pair(
        article,
        [...free].find((copy) => isNamedAfter(copy, article)),
      );
  }
  for (const article of articles) {
    if (!assigned.has(article.id)) pair(article, mostHolding(article, [...free]));
  }
  return assigned;
}

// 003-territory-still-key is 003.txt, 003_d2a4.txt or 003-territory-still-key.txt, but not 0031.txt.
function isNamedAfter({ file }: Copy, { slug }: RecordedArticle): boolean {
  const [number = ''] = /^\d+/.exec(slug) ?? [];
  if (file === `${slug}.txt`) return true;
  return number !== '' && file.startsWith(number) && !/^\d/.test(file.slice(number.length));
}

function mostHolding(article: RecordedArticle, copies: readonly Copy[]): Copy | undefined {
  let best: Copy | undefined;
  let most = 0;
  for (const copy of copies) {
    const count = article.spans.filter((span) => holds(span, copy)).length;
    if (count > most) [best, most] = [copy, count];
  }
  return best;
}
