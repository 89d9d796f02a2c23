/**
 * The similarity of two texts, from 0 to 1, as PostgreSQL's pg_trgm defines it: the share of their trigrams that both
 * have. A word is a run of letters and digits, padded with two spaces before and one after it.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const both = [...left].filter((trigram) => right.has(trigram)).length;
  const either = left.size + right.size - both;
  // pg_trgm calculates in single precision.
  return either === 0 ? 0 : Math.fround(both / either);
}

function trigrams(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = words.flatMap((word) => {
    const letters = [...`  ${word} `];
    return letters.slice(2).map((_letter, i) => letters.slice(i, i + 3).join(''));
  });
  return new Set(found);
}
