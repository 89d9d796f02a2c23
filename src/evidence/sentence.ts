import { type CodePointText, codePointLength } from '../text/code-point.ts';
import { linesOf, quotationsIn } from './quotation.ts';
import type { Passage } from './quotation-mark.ts';

const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co)\.$/u;

/**
 * The sentences of a text, line by line. A quotation with several sentences belongs to one sentence, together with the
 * words around it.
 */
export function sentencesOf(text: CodePointText): readonly Passage[] {
  const quotations = quotationsIn(text);
  return linesOf(text).flatMap((line) => {
    const words = text.slice(line.start, line.end);
    const sentences: Passage[] = [];
    let from = line.start;
    for (const { 0: found, index } of words.matchAll(/[.!?…]+["'”’»)\]]*\s+(?=["'“‘«„([]*[\p{Lu}\p{N}])/gu)) {
      const stop = line.start + codePointLength(words.slice(0, index));
      const to = stop + codePointLength(found.trimEnd());
      if (ABBREVIATION.test(words.slice(0, index + 1))) continue;
      if (quotations.some(({ start, end }) => start <= stop && to <= end)) continue;
      sentences.push({ start: from, end: to });
      from = stop + codePointLength(found);
    }
    if (from < line.end) sentences.push({ start: from, end: line.end });
    return sentences;
  });
}
