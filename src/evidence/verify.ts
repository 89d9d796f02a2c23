import type { Database } from '../db/database.ts';
import type { CodePointText } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';
import { assign } from './assign.ts';
import { type Copy, loadedCopies, readCopies } from './copy.ts';
import { holds } from './hold.ts';
import { moves } from './move.ts';
import { type RecordedArticle, type RecordedSpan, recordedArticles } from './recorded.ts';

/** A span or headline that the copy of the article contradicts. */
export interface VerifyFailure {
  /** `WORDING`, `MENTION`, the type of the assertion, or `HEADLINE`. */
  readonly kind: string;
  /** Global id of the wording, mention or assertion, or of the article for a headline. */
  readonly id: string;
  /** In code points of the article's text; both 0 for a headline. */
  readonly start: number;
  readonly end: number;
  /**
   * In an exact copy: `words`, there are other words; `paragraph`, the words are in another paragraph; `missing`, the
   * headline is not in the text. In a changed copy: the words are now in one other place (`moved`), in several
   * (`several`), or in none (`gone`).
   */
  readonly problem: 'words' | 'paragraph' | 'missing' | 'moved' | 'several' | 'gone';
  /** The offsets of the words in a changed copy. */
  readonly found: readonly number[];
  /** The expected words; null if the database does not store them. */
  readonly text: string | null;
  /** Checksum of the expected words. */
  readonly sha256: string;
}

export interface ArticleVerification {
  readonly slug: string;
  /** Path of the copy within its folder, or `loaded text`; null if there is no copy of this article. */
  readonly file: string | null;
  /** `exact`: the copy is the annotated text; `changed`: it differs, but was checked; `none`: not checked. */
  readonly copy: 'exact' | 'changed' | 'none';
  /** How many wordings, assertions and mentions were compared with the copy. */
  readonly checked: number;
  readonly failures: readonly VerifyFailure[];
  /** For a copy of another length: the difference in code points, and between which offsets the spans begin to shift. */
  readonly shift: { readonly by: number; readonly from: number; readonly to: number } | null;
}

export interface Verification {
  readonly articles: readonly ArticleVerification[];
  /** One line for each file in the folder that could not be read as a copy. */
  readonly unreadable: readonly string[];
  /** True if every article has an exact copy and all spans and headlines match it. */
  readonly holds: boolean;
}

/**
 * Compares every wording, assertion and mention with the user's copies of the articles: the files in a folder, or if
 * `dir` is null the texts loaded into the database. Copies are matched by checksum, changed copies by name or content
 * (see `assign`). Paragraphs and headlines are compared with exact copies only; in a changed copy, the spans that fail
 * are those whose words are no longer in place. If the annotated text is loaded, it helps to tell apart words that
 * occur several times in a changed copy.
 */
export async function verifyTexts(db: Database, dir: string | null): Promise<Verification> {
  const loaded = await loadedCopies(db);
  const { copies, unreadable } = dir === null ? loaded : await readCopies(dir);
  const recorded = await recordedArticles(db);
  const assigned = assign(recorded, copies);
  const texts = new Map(loaded.copies.map(({ sha256, text }) => [sha256, text]));
  const articles = recorded.map((article) => {
    return verifyArticle(article, assigned.get(article.id), texts.get(article.textSha256));
  });
  return { articles, unreadable, holds: articles.every((a) => a.copy === 'exact' && a.failures.length === 0) };
}

/** `was` is the annotated text, if it is loaded. */
function verifyArticle(
  article: RecordedArticle,
  copy: Copy | undefined,
  was: CodePointText | undefined,
): ArticleVerification {
  const { slug, spans } = article;
  if (!copy) return { slug, file: null, copy: 'none', checked: 0, failures: [], shift: null };
  const { file } = copy;
  if (copy.sha256 !== article.textSha256) {
    return {
      slug,
      file,
      copy: 'changed',
      checked: spans.length,
      failures: displaced(article, copy, was),
      shift: shiftOf(article, copy),
    };
  }
  const failures = spans.flatMap((span) => {
    if (!holds(span, copy.text)) return failureOf(span, 'words');
    const elsewhere = span.paragraph !== null && copy.text.paragraphAt(span.start) !== span.paragraph;
    return elsewhere ? failureOf(span, 'paragraph') : [];
  });
  const headline = copy.text.text.includes(article.headline) ? [] : [headlineFailure(article)];
  return { slug, file, copy: 'exact', checked: spans.length, failures: [...headline, ...failures], shift: null };
}

/** The spans whose words are no longer in place, with their new place if it is certain, otherwise all possible places. */
function displaced({ spans }: RecordedArticle, copy: Copy, was: CodePointText | undefined): VerifyFailure[] {
  if (spans.every((span) => holds(span, copy.text))) return [];
  const where = moves(spans, copy.text, was);
  return spans.flatMap((span, i) => {
    const move = where[i];
    if (!move || holds(span, copy.text)) return [];
    const found = 'to' in move ? [move.to] : 'found' in move ? move.found : [];
    const problem = found.length === 0 ? 'gone' : found.length === 1 ? 'moved' : 'several';
    return [{ ...failureOf(span, problem), found }];
  });
}

function failureOf(span: RecordedSpan, problem: VerifyFailure['problem']): VerifyFailure {
  const { kind, id, start, end, text } = span;
  return { kind, id, start, end, problem, found: [], text, sha256: span.sha256 ?? sha256(text ?? '') };
}

function headlineFailure({ id, headline }: RecordedArticle): VerifyFailure {
  return {
    kind: 'HEADLINE',
    id,
    start: 0,
    end: 0,
    problem: 'missing',
    found: [],
    text: headline,
    sha256: sha256(headline),
  };
}

// Spans before the change are in their old place; spans after it have moved by the difference in length.
function shiftOf({ spans, textLength }: RecordedArticle, copy: Copy): ArticleVerification['shift'] {
  const by = copy.text.length - textLength;
  if (by === 0) return null;
  const moved = spans.filter((span) => !holds(span, copy.text) && holds(span, copy.text, by));
  const to = Math.min(textLength, ...moved.map(({ start }) => start));
  const from = Math.max(0, ...spans.filter((span) => span.end <= to && holds(span, copy.text)).map(({ end }) => end));
  return { by, from, to };
}
