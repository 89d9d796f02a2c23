import { basename } from 'node:path';
import { sha256 } from '../text/sha256.ts';
import type { Copy } from './copy.ts';
import { otherLines } from './fold-space.ts';
import { holds } from './hold.ts';
import { recognise } from './recognise.ts';
import type { RecordedArticle } from './recorded.ts';

/**
 * Matches copies to articles; the keys are article ids. A copy with the article's checksum comes first; otherwise a
 * changed copy: one that has the checksum with other line endings, or the article's name, or most of its quotations, or
 * about the same length and the most spans in place. Articles with the same text share a copy.
 */
export function assign(articles: readonly RecordedArticle[], copies: readonly Copy[]): Map<string, Copy> {
  const assigned = new Map<string, Copy>();
  const exact = new Map(copies.map((copy) => [copy.sha256, copy]));
  const checksums = new Set(articles.map(({ textSha256 }) => textSha256));
  const free = new Set(copies.filter(({ sha256 }) => !checksums.has(sha256)));
  const pair = (article: RecordedArticle, copy: Copy | undefined) => {
    if (!copy) return;
    assigned.set(article.id, copy);
    free.delete(copy);
  };
  const unassigned = () => articles.filter(({ id }) => !assigned.has(id));
  for (const article of articles) pair(article, exact.get(article.textSha256));
  const relined = unassigned().length > 0 ? withOtherLines(free) : new Map<string, Copy>();
  for (const article of unassigned()) pair(article, relined.get(article.textSha256));
  for (const article of unassigned()) {
    pair(
      article,
      [...free].find((copy) => isNamedAfter(copy, article)),
    );
  }
  const left = unassigned().filter(({ textSha256 }, i, all) => {
    return all.findIndex((other) => other.textSha256 === textSha256) === i;
  });
  for (const { article, copy } of recognise(left, [...free])) {
    if (!assigned.has(article.id) && free.has(copy)) pair(article, copy);
  }
  for (const article of left) {
    if (!assigned.has(article.id)) pair(article, mostHolding(article, [...free]));
  }
  for (const article of unassigned()) {
    const same = articles.find(({ id, textSha256 }) => textSha256 === article.textSha256 && assigned.has(id));
    pair(article, same && assigned.get(same.id));
  }
  return assigned;
}

/** The copies by the checksums that they have with other line endings. */
function withOtherLines(copies: Iterable<Copy>): Map<string, Copy> {
  return new Map(
    [...copies].flatMap((copy) => otherLines(copy.text.text).map((text) => [sha256(text), copy] as const)),
  );
}

// 003-territory-still-key is 003.txt, 003_d2a4.txt or 003-territory-still-key.txt, but not 0031.txt or 003.md.
function isNamedAfter(copy: Copy, { slug }: RecordedArticle): boolean {
  const file = basename(copy.file);
  const [number = ''] = /^\d+/.exec(slug) ?? [];
  if (file === `${slug}.txt`) return true;
  return number !== '' && file.startsWith(number) && /^(?!\d).*\.txt$/.test(file.slice(number.length));
}

/** The largest difference in length, as a share, of a text that is about as long. */
const LENGTH_TOLERANCE = 0.02;

function mostHolding(article: RecordedArticle, copies: readonly Copy[]): Copy | undefined {
  const { spans, textLength } = article;
  let best: Copy | undefined;
  let most = 0;
  for (const copy of copies) {
    if (Math.abs(copy.text.length - textLength) > textLength * LENGTH_TOLERANCE) continue;
    const count = spans.filter((span) => holds(span, copy.text)).length;
    if (count > most) [best, most] = [copy, count];
  }
  return best;
}
