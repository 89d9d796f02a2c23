import type { CodePointText } from '../text/code-point.ts';
import { sortKey } from '../text/sort-key.ts';
import { likeness, quotedVisibly } from '../text/visible.ts';
import { cutOf } from './cut.ts';
import type { Passage } from './quotation-mark.ts';

const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The end of a message about words that are not in a text: the place where they occur, as whole words, with different
 * case, accents, quotation marks, dashes or spaces, and how they are spelt there. Empty if no place matches.
 */
export function likelyPlace(words: string, text: CodePointText): string {
  const place = placeOf(words, text);
  if (!place) return '';
  const found = text.slice(place.start, place.end);
  const paragraph = `paragraph ${text.paragraphAt(place.start)}`;
  switch (likeness(words, found)) {
    case 'form':
      return `: the text has the same letters in another Unicode form (${paragraph}): write ${quotedVisibly(found, true)}`;
    case 'unseen':
      return `: the text has other spaces or invisible characters between the same letters (${paragraph}): write ${quotedVisibly(found)}`;
    default:
      return `: did you mean ${quotedVisibly(found)} (${paragraph})?`;
  }
}

function placeOf(words: string, text: CodePointText): Passage | undefined {
  const wanted = sortKey(words);
  if (wanted === '') return undefined;
  const { folded, passages } = fold(text);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const [first, last] = [passages[at], passages[at + wanted.length - 1]];
    const place = first && last && { start: first.start, end: last.end };
    if (place && !cutOf(text, place)) return place;
  }
  return undefined;
}

/** The text normalised character by character, and for each UTF-16 unit of the result the passage that it is from. */
function fold(text: CodePointText): { folded: string; passages: readonly Passage[] } {
  let folded = '';
  const passages: Passage[] = [];
  let start = 0;
  for (const { segment } of CHARACTERS.segment(text.text)) {
    const end = start + Array.from(segment).length;
    const isSpace = /^[\s\u200b\ufeff]+$/u.test(segment);
    const letters = isSpace ? (folded.endsWith(' ') ? '' : ' ') : sortKey(segment);
    for (let i = 0; i < letters.length; i++) passages.push({ start, end });
    folded += letters;
    start = end;
  }
  return { folded, passages };
}
