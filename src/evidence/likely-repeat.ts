import { diffArrays } from 'diff';
import { wordsOf } from './word.ts';

/** Two texts with words so similar that they may be the same statement. */
export interface LikelyRepeat<Text> {
  readonly one: Text;
  readonly other: Text;
  /** The share of each text's words that the other has in the same order, averaged: above 0.5, at most 1. */
  readonly similarity: number;
}

interface Worded<Text> {
  readonly text: Text;
  readonly words: readonly string[];
}

/**
 * Measured on the seeds: two articles' wordings of one statement have 0.54 or more, different statements 0.40 or
 * less. A fragment that a longer text contains in one piece always has more than 0.5.
 */
const THRESHOLD = 0.5;

/** One shared word is not enough, unless both texts consist of that word. */
const MIN_SHARED = 2;

/** Words found in more texts than this are ignored when looking for candidates; otherwise the search takes quadratic time. */
const COMMON = 200;

/**
 * Every pair of texts that may be the same statement, most similar first, regardless of the speakers. The texts of each
 * pair are in the order of the list.
 */
export function likelyRepeats<Text extends { readonly text: string }>(texts: readonly Text[]): LikelyRepeat<Text>[] {
  const worded = texts.map((text) => ({ text, words: wordsOf(text.text) }));
  const repeats: LikelyRepeat<Text>[] = [];
  for (const [i, others] of candidates(worded)) {
    const one = worded[i];
    for (const other of others.flatMap((j) => worded[j] ?? [])) {
      const similarity = one ? similarityOf(one.words, other.words) : 0;
      if (one && similarity > THRESHOLD) repeats.push({ one: one.text, other: other.text, similarity });
    }
  }
  return repeats.sort((a, b) => b.similarity - a.similarity);
}

/** For each text, by index, the later texts that share an uncommon word with it. */
function* candidates(worded: readonly Worded<unknown>[]): Generator<readonly [number, readonly number[]]> {
  const having = new Map<string, number[]>();
  worded.forEach(({ words }, i) => {
    for (const word of new Set(words)) {
      const list = having.get(word);
      if (list) list.push(i);
      else having.set(word, [i]);
    }
  });
  for (const [i, { words }] of worded.entries()) {
    const lists = [...new Set(words)].map((word) => having.get(word) ?? []).filter((list) => list.length <= COMMON);
    yield [i, [...new Set(lists.flat())].filter((j) => j > i).sort((a, b) => a - b)];
  }
}

function similarityOf(some: readonly string[], others: readonly string[]): number {
  const share = (shared: number) => (shared / some.length + shared / others.length) / 2;
  const known = new Set(some);
  if (share(others.filter((word) => known.has(word)).length) <= THRESHOLD) return 0;
  const shared = diffArrays([...some], [...others]).reduce(
    (sum, { added, removed, count }) => sum + (added || removed ? 0 : count),
    0,
  );
  const enough = shared >= MIN_SHARED || shared === Math.max(some.length, others.length);
  return enough ? share(shared) : 0;
}
