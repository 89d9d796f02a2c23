import type { Database } from '../db/database.ts';
import type { CodePointText } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';
import { assign } from './assign.ts';
import { type Copy, loadedCopies, readCopies } from './copy.ts';
import { holds } from './hold.ts';
import { moves } from './move.ts';
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
  /**
   * In the very text: `words`, other words stand there; `paragraph`, they stand in another paragraph; `missing`, the
   * headline stands nowhere. In a changed copy, where the words stand now: `moved`, once; `several`, more than once;
   * `gone`, nowhere.
   */
  readonly problem: 'words' | 'paragraph' | 'missing' | 'moved' | 'several' | 'gone';
  /** The offsets at which the words stand in a changed copy. */
  readonly found: readonly number[];
  /** What should stand there, where the database holds the words; otherwise null. */
  readonly text: string | null;
  /** Checksum of what should stand there. */
  readonly sha256: string;
}

export interface ArticleVerification {
  readonly slug: string;
  /** Path of the copy within its folder, or `loaded text`; null when there is no copy of this article. */
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
 * Holds every wording, assertion and mention against your own copies of the articles: the files of a folder, or
 * without one the texts that were loaded into the database. A copy belongs to the article whose checksum it has; a
 * changed one to the article after which it is named, or else of which it has most words. Paragraphs and headlines
 * are held against exact copies only: in a changed copy exactly the spans fail that no longer have their words. Where
 * the very text is loaded, it tells apart words that stand several times in a changed copy.
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

/** `was` is the very text, where it is loaded. */
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

/** The spans whose words no longer stand where they stood, with the places where they stand now: where anchor would carry them, or all of them. */
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

// Before the change spans hold where they are, behind it they hold where the change moved them.
function shiftOf({ spans, textLength }: RecordedArticle, copy: Copy): ArticleVerification['shift'] {
  const by = copy.text.length - textLength;
  if (by === 0) return null;
  const moved = spans.filter((span) => !holds(span, copy.text) && holds(span, copy.text, by));
  const to = Math.min(textLength, ...moved.map(({ start }) => start));
  const from = Math.max(0, ...spans.filter((span) => span.end <= to && holds(span, copy.text)).map(({ end }) => end));
  return { by, from, to };
}
