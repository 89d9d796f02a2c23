import type { Copy } from './copy.ts';
import type { RecordedArticle } from './recorded.ts';

/** Shorter quotations occur in many articles and identify none. In UTF-16 units. */
const MIN_LENGTH = 16;

/** The share of these quotations that a text must contain. */
const MIN_SHARE = 0.5;

interface Known {
  readonly article: RecordedArticle;
  readonly words: string;
}

export interface Recognised {
  readonly article: RecordedArticle;
  readonly copy: Copy;
}

/**
 * Finds texts that are changed versions of articles, best match first: those that contain at least half of the
 * article's long quotations, measured in letters. Each text is read only once for all articles.
 */
export function recognise(articles: readonly RecordedArticle[], copies: readonly Copy[]): readonly Recognised[] {
  const known = quotations(articles);
  const sizes = new Map<RecordedArticle, number>();
  const beginnings = new Map<string, Known[]>();
  for (const quotation of known) {
    const { article, words } = quotation;
    sizes.set(article, (sizes.get(article) ?? 0) + words.length);
    const beginning = words.slice(0, MIN_LENGTH);
    const alike = beginnings.get(beginning);
    if (alike) alike.push(quotation);
    else beginnings.set(beginning, [quotation]);
  }
  const scored = copies.flatMap((copy) =>
    [...found(foldSpace(copy.text.text), beginnings)].map(([article, size]) => {
      return { article, copy, share: size / (sizes.get(article) ?? 1) };
    }),
  );
  return scored.filter(({ share }) => share >= MIN_SHARE).sort((a, b) => b.share - a.share);
}

// Other line endings or line breaks do not make another quotation.
function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** The long quotations of each article, without duplicates. */
function quotations(articles: readonly RecordedArticle[]): readonly Known[] {
  return articles.flatMap((article) => {
    const texts = article.spans.flatMap(({ text }) =>
      text !== null && text.length >= MIN_LENGTH ? [foldSpace(text)] : [],
    );
    return [...new Set(texts)].map((words) => ({ article, words }));
  });
}

/** How many letters of each article's quotations a text contains. */
function found(text: string, beginnings: ReadonlyMap<string, readonly Known[]>): ReadonlyMap<RecordedArticle, number> {
  const seen = new Set<Known>();
  const sizes = new Map<RecordedArticle, number>();
  for (let at = 0; at + MIN_LENGTH <= text.length; at++) {
    for (const quotation of beginnings.get(text.slice(at, at + MIN_LENGTH)) ?? []) {
      if (seen.has(quotation) || !text.startsWith(quotation.words, at)) continue;
      seen.add(quotation);
      sizes.set(quotation.article, (sizes.get(quotation.article) ?? 0) + quotation.words.length);
    }
  }
  return sizes;
}
