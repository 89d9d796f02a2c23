import type { Database } from '../db/database.ts';
import { CodePointText } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';
import { assign } from './assign.ts';
import { type Copy, loadedCopies, readCopies } from './copy.ts';
import { cutOf } from './cut.ts';
import { sameLines } from './fold-space.ts';
import { holds } from './hold.ts';
import { moves } from './move.ts';
import { type Printed, type PrintedFault, printedFaults, prints } from './printed.ts';
import { type RecordedArticle, type RecordedSpan, recordedArticles } from './recorded.ts';

/** A span that the copy of the article contradicts. */
export interface VerifyFailure {
  /** `WORDING`, `MENTION`, or the type of the assertion. */
  readonly kind: string;
  /** Global id of the wording, mention or assertion. */
  readonly id: string;
  /** In code points of the article's text. */
  readonly start: number;
  readonly end: number;
  /**
   * In an exact copy: `words`, there are other words; `paragraph`, the words are in another paragraph; `character`, the
   * span starts or ends in the middle of a character (a grapheme cluster). In a changed
   * copy: the words are now in one other place (`moved`), in several (`several`), or in none (`gone`).
   */
  readonly problem: 'words' | 'paragraph' | 'character' | 'moved' | 'several' | 'gone';
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
  /** How many fields with printed words were compared: all in an exact copy, none in a changed one. */
  readonly printed: number;
  /** Fields with words that an exact copy does not print where they belong. */
  readonly faults: readonly PrintedFault[];
  /** Whether a changed copy differs only in its line endings, its byte order mark or the line break at its end. */
  readonly sameLines: boolean;
  /** For a copy of another length: the difference in code points, and between which offsets the spans begin to shift. */
  readonly shift: { readonly by: number; readonly from: number; readonly to: number } | null;
}

export interface Verification {
  readonly articles: readonly ArticleVerification[];
  /** One line for each file in the folder that could not be read as a copy. */
  readonly unreadable: readonly string[];
  /** Words in registers that none of the articles prints, by file; only if every article has an exact copy. */
  readonly registerFaults: readonly (readonly [file: string, Printed])[];
  /** True if every article has an exact copy and all spans and printed words match it. */
  readonly holds: boolean;
}

/**
 * Compares every wording, assertion and mention, and all printed words (`printed`, by file of the dataset), with the user's copies of the articles: the files in a folder, or if
 * `dir` is null the texts loaded into the database. Copies are matched by checksum, changed copies by name or content
 * (see `assign`). Paragraphs and printed words are compared with exact copies only; in a changed copy, the spans that fail
 * are those whose words are no longer in place. If the annotated text is loaded, it helps to tell apart words that
 * occur several times in a changed copy.
 */
export async function verifyTexts(
  db: Database,
  dir: string | null,
  printed: ReadonlyMap<string, readonly Printed[]> = new Map(),
): Promise<Verification> {
  const loaded = await loadedCopies(db);
  const { copies, unreadable } = dir === null ? loaded : await readCopies(dir);
  const recorded = await recordedArticles(db);
  const assigned = assign(recorded, copies);
  const texts = new Map(loaded.copies.map(({ sha256, text }) => [sha256, text]));
  const articles = recorded.map((article) => {
    const verified = verifySpans(article, assigned.get(article.id), texts.get(article.textSha256));
    const words = printed.get(`articles/${article.slug}.yaml`) ?? [];
    const copy = verified.copy === 'exact' ? assigned.get(article.id) : undefined;
    return { ...verified, printed: copy ? words.length : 0, faults: copy ? printedFaults(words, copy.text) : [] };
  });
  const complete = articles.every(({ copy }) => copy === 'exact');
  const all = complete ? [...assigned.values()].map(({ text }) => text) : [];
  const registerFaults = [...printed].flatMap(([file, words]) =>
    words
      .filter(
        ({ place, words: sought }) => complete && place === 'dataset' && !all.some((text) => prints(text, sought)),
      )
      .map((one) => [file, one] as const),
  );
  const matches = articles.every(({ failures, faults }) => failures.length === 0 && faults.length === 0);
  return { articles, unreadable, registerFaults, holds: complete && matches && registerFaults.length === 0 };
}

/** `was` is the annotated text, if it is loaded. */
function verifySpans(
  article: RecordedArticle,
  copy: Copy | undefined,
  was: CodePointText | undefined,
): Omit<ArticleVerification, 'printed' | 'faults'> {
  const { slug, spans } = article;
  if (!copy) return { slug, file: null, copy: 'none', checked: 0, failures: [], sameLines: false, shift: null };
  const { file } = copy;
  if (copy.sha256 !== article.textSha256) {
    const relined = sameLines(copy.text.text, article.textSha256);
    const before = was ?? (relined === undefined ? undefined : new CodePointText(relined));
    return {
      slug,
      file,
      copy: 'changed',
      checked: spans.length,
      failures: displaced(article, copy, before),
      sameLines: relined !== undefined,
      shift: shiftOf(article, copy),
    };
  }
  const failures = spans.flatMap((span) => {
    if (!holds(span, copy.text)) return failureOf(span, 'words');
    if (cutOf(copy.text, span)?.what === 'character') return failureOf(span, 'character');
    const elsewhere = span.paragraph !== null && copy.text.paragraphAt(span.start) !== span.paragraph;
    return elsewhere ? failureOf(span, 'paragraph') : [];
  });
  return { slug, file, copy: 'exact', checked: spans.length, failures, sameLines: false, shift: null };
}

/** The spans whose words are no longer in place, with their new place if it is certain, otherwise all possible places. */
function displaced({ spans }: RecordedArticle, copy: Copy, was: CodePointText | undefined): VerifyFailure[] {
  if (spans.every((span) => holds(span, copy.text))) return [];
  const where = moves(spans, copy.text, was);
  return spans.flatMap((span, i) => {
    const move = where[i];
    if (!move || holds(span, copy.text)) return [];
    const found = 'to' in move ? [move.to.start] : 'found' in move ? move.found : [];
    const problem = found.length === 0 ? 'gone' : found.length === 1 ? 'moved' : 'several';
    return [{ ...failureOf(span, problem), found }];
  });
}

function failureOf(span: RecordedSpan, problem: VerifyFailure['problem']): VerifyFailure {
  const { kind, id, start, end, text } = span;
  return { kind, id, start, end, problem, found: [], text, sha256: span.sha256 ?? sha256(text ?? '') };
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
