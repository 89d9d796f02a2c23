import { sortKey } from '../text/sort-key.ts';

/** A word or punctuation mark with the spaces after it. All tokens joined are exactly the text. */
export interface Token {
  readonly text: string;
  /** For comparison: equal for words that differ only in case, accents, quotation marks, dashes or spaces. */
  readonly key: string;
  /** False for punctuation. */
  readonly isWord: boolean;
}

// Unicode's rules (UAX #29), independent of language: the parts of a hyphenated compound are separate words, "don't" is one.
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'word' });

/** Splits a text into words and punctuation marks. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { segment, isWordLike = false } of SEGMENTER.segment(text)) {
    const last = tokens.at(-1);
    const key = sortKey(segment);
    if (key === '' && last) tokens[tokens.length - 1] = { ...last, text: last.text + segment };
    else tokens.push({ text: segment, key, isWord: isWordLike });
  }
  return tokens;
}

/** The words of a text, normalised for comparison. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ key, isWord }) => (isWord ? key : []));
}
