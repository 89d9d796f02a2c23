import { sortKey } from '../text/sort-key.ts';

/** A word or a mark of punctuation, with the blanks behind it: the tokens of a text are the text. */
export interface Token {
  readonly text: string;
  /** What it is compared by: equal for words that differ only in case, accents, marks, dashes or blanks. */
  readonly key: string;
  /** False for punctuation. */
  readonly isWord: boolean;
}

// The rules of Unicode (UAX #29): parts of a compound are words, "don't" is one, and no language is needed.
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'word' });

/** Splits a text at its words. */
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

/** The words of a text, as they are compared. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ key, isWord }) => (isWord ? key : []));
}
