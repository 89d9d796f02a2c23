import type { CodePointText } from '../text/code-point.ts';
import { sortKey } from '../text/sort-key.ts';

/**
 * The end of a message about words that are not in a text: the place where they occur with different case, accents,
 * quotation marks, dashes or spaces, and how they are spelt there. Empty if no place matches.
 */
export function likelyPlace(words: string, text: CodePointText): string {
  const wanted = sortKey(words);
  const { folded, offsets } = fold(text);
  const at = wanted === '' ? -1 : folded.indexOf(wanted);
  if (at < 0) return '';
  const start = offsets[at] ?? 0;
  const end = (offsets[at + wanted.length - 1] ?? start) + 1;
  return `: did you mean "${text.slice(start, end)}" (paragraph ${text.paragraphAt(start)})?`;
}

// The text normalised letter by letter, and for each UTF-16 unit of the result the offset of its original code point.
function fold(text: CodePointText): { folded: string; offsets: readonly number[] } {
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const point of text.text) {
    const isSpace = /[\s\u200b\ufeff]/u.test(point);
    const letters = isSpace ? (folded.endsWith(' ') ? '' : ' ') : sortKey(point);
    for (let i = 0; i < letters.length; i++) offsets.push(offset);
    folded += letters;
    offset += 1;
  }
  return { folded, offsets };
}
