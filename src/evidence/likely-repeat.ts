import { diffArrays } from 'diff';
import { wordsOf } from './word.ts';

/** Two texts whose words are so similar that they may be one thing said twice. */
export interface LikelyRepeat<Text> {
  readonly one: Text;
  readonly other: Text;
  /** The share of the one's words that the other has in the same order, and the other way round, in the middle: above 0.5, at most 1. */
  readonly similarity: number;
}

interface Worded<Text> {
  readonly text: Text;
  readonly words: readonly string[];
}

/**
 * Measured on the seeds: what two articles give of one statement has 0.54 and more, different statements 0.40 and
 * less. A fragment that lies whole in a longer text is always above one half.
 */
const THRESHOLD = 0.5;

/** One word is too little to go by, unless both texts are that word. */
const FEWEST_SHARED = 2;

/** A word that more texts have says nothing of any two of them; without this, the search would grow with the square. */
const COMMON = 200;

/**
 * Every pair of texts that may be one, the most similar first; who said them plays no part. Each pair stands in the order of the list.
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

/** For each text, by its place in the list, later ones that share a word with it which is not common. */
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
  const enough = shared >= FEWEST_SHARED || shared === Math.max(some.length, others.length);
  return enough ? share(shared) : 0;
}
