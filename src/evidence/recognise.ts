import type { Copy } from './copy.ts';
import type { RecordedArticle } from './recorded.ts';

/** Shorter quotations stand in many articles: only longer ones tell which one a text is. In UTF-16 units. */
const TELLING = 16;

/** How much of the telling words a text must have at least. */
const ENOUGH = 0.5;

interface Known {
  readonly article: RecordedArticle;
  readonly words: string;
}

export interface Recognised {
  readonly article: RecordedArticle;
  readonly copy: Copy;
}

/**
 * Which texts are other states of which articles, the surest first: those that have at least half of what the article
 * quotes at length, by the number of letters. Each text is read once, however many articles there are.
 */
export function recognise(articles: readonly RecordedArticle[], copies: readonly Copy[]): readonly Recognised[] {
  const known = quotations(articles);
  const sizes = new Map<RecordedArticle, number>();
  const beginnings = new Map<string, Known[]>();
  for (const quotation of known) {
    const { article, words } = quotation;
    sizes.set(article, (sizes.get(article) ?? 0) + words.length);
    const beginning = words.slice(0, TELLING);
    const alike = beginnings.get(beginning);
    if (alike) alike.push(quotation);
    else beginnings.set(beginning, [quotation]);
  }
  const scored = copies.flatMap((copy) =>
    [...found(copy.text.text, beginnings)].map(([article, size]) => {
      return { article, copy, share: size / (sizes.get(article) ?? 1) };
    }),
  );
  return scored.filter(({ share }) => share >= ENOUGH).sort((a, b) => b.share - a.share);
}

/** What each article quotes at length, each quotation once. */
function quotations(articles: readonly RecordedArticle[]): readonly Known[] {
  return articles.flatMap((article) => {
    const texts = article.spans.flatMap(({ text }) => (text !== null && text.length >= TELLING ? [text] : []));
    return [...new Set(texts)].map((words) => ({ article, words }));
  });
}

/** How many letters of what each article quotes stand in a text. */
function found(text: string, beginnings: ReadonlyMap<string, readonly Known[]>): ReadonlyMap<RecordedArticle, number> {
  const seen = new Set<Known>();
  const sizes = new Map<RecordedArticle, number>();
  for (let at = 0; at + TELLING <= text.length; at++) {
    for (const quotation of beginnings.get(text.slice(at, at + TELLING)) ?? []) {
      if (seen.has(quotation) || !text.startsWith(quotation.words, at)) continue;
      seen.add(quotation);
      sizes.set(quotation.article, (sizes.get(quotation.article) ?? 0) + quotation.words.length);
    }
  }
  return sizes;
}
