import { type CodePointText, codePointLength } from '../text/code-point.ts';
import { escapePattern } from '../text/pattern.ts';
import type { Path } from '../text/yaml-file.ts';
import { likelyPlace } from './likely-place.ts';
import { type Passage, quotationFault } from './quotation-mark.ts';
import { UNSPACED } from './unspaced.ts';

/**
 * Where an article must print the words of a field: in the span of the entry, in a paragraph of the span, anywhere in the
 * article, or (for an entry of a register) in any article of the dataset.
 */
export type Place = 'span' | 'paragraph' | 'article' | 'dataset';

/** Words that an article prints, according to one field of the dataset. */
export interface Printed {
  /** The field's path in its file. */
  readonly path: Path;
  readonly words: string;
  readonly place: Place;
  /** The span of its entry, in code points; null if it has none. */
  readonly span: Passage | null;
  /** Whether the span must be exactly the words of a quotation. */
  readonly quoted: boolean;
  /** Whether the words are in a pull quote, whose speaker is named on the line after or before it. */
  readonly apart: boolean;
}

export interface PrintedFault {
  readonly printed: Printed;
  /** The line of the text, from 1, where the words were looked for; null if that was the whole text. */
  readonly line: number | null;
  /** What is wrong and what is accepted. */
  readonly message: string;
}

/**
 * Compares the words of fields with the text that they are from. Words must be equal character by character, except that
 * any white space equals any other (line breaks, no-break spaces), and that a small first letter equals the capital at
 * the beginning of a sentence. Parts of words do not count. Skips what is looked for in the dataset.
 */
export function printedFaults(all: readonly Printed[], text: CodePointText): readonly PrintedFault[] {
  return all.flatMap((printed) => {
    if (printed.place === 'dataset') return [];
    const { span } = printed;
    if (printed.place !== 'article' && span === null) return [];
    const line = printed.place === 'article' || !span ? null : lineAt(text, span.start);
    const fault = wordsFault(printed, text) ?? (printed.quoted && span ? quotationFault(text, span) : undefined);
    return fault === undefined ? [] : [{ printed, line, message: `“${printed.words}”: ${fault}` }];
  });
}

function wordsFault({ words, place, span, apart }: Printed, text: CodePointText): string | undefined {
  if (place === 'article' || !span) return faultIn({ start: 0, end: text.length, name: 'the text' }, words, text);
  if (place === 'span') return faultIn({ ...span, name: `its span, ${span.start}-${span.end}` }, words, text);
  const name = apart ? 'its paragraph or the line before or after it' : 'its paragraph';
  return faultIn({ ...linesAround(text, span, apart), name }, words, text);
}

function faultIn(passage: Passage & { readonly name: string }, words: string, text: CodePointText): string | undefined {
  if (prints(text, words, passage)) return undefined;
  const [elsewhere] = placesOf(text, words);
  if (elsewhere !== undefined) return `not in ${passage.name}, but in paragraph ${text.paragraphAt(elsewhere)}`;
  if (text.text.includes(words)) return `not in ${passage.name}: printed only as a part of longer words`;
  const meant = likelyPlace(words, text);
  return `not in ${passage.name}${meant || ': write the words exactly as printed there'}`;
}

/** How many code points before a passage to read, to see whether it begins a sentence. */
const BEFORE = 8;

/** Whether a passage of a text, by default all of it, prints these words by the rules of `printedFaults`. */
export function prints(text: CodePointText, words: string, passage?: Passage): boolean {
  return placesOf(text, words, passage).length > 0;
}

/** The offsets at which a passage prints these words. */
function placesOf(
  text: CodePointText,
  words: string,
  { start, end }: Passage = { start: 0, end: text.length },
): number[] {
  const before = text.slice(Math.max(start - BEFORE, 0), start);
  const first = 1 + before.length;
  // A line break before the text, so that it begins a sentence.
  const context = `${start > BEFORE ? ' ' : '\n'}${before}${text.slice(start, end)}${text.slice(end, end + 1)}`;
  const last = context.length - text.slice(end, end + 1).length;
  return [...context.matchAll(patternOf(words.trim()))]
    .filter(({ index, 0: found }) => index >= first && index + found.length <= last)
    .map(({ index }) => start + codePointLength(context.slice(first, index)));
}

const SENTENCE_START = String.raw`(?<=[.!?:…]["'”’»)]*\s+|\n\s*|["“„‘'«(]\s?|^\s*)`;

/** A pattern for words that are not part of longer words. */
function patternOf(words: string): RegExp {
  const [first = ''] = words;
  const escaped = (part: string) => escapePattern(part).replace(/\s+/gu, String.raw`\s+`);
  const capital = first.toUpperCase();
  const initial = capital === first ? escaped(first) : `(?:${escaped(first)}|${SENTENCE_START}${escaped(capital)})`;
  const isPart = new RegExp(String.raw`(?!${UNSPACED})[\p{L}\p{N}]`, 'u');
  const part = String.raw`(?!${UNSPACED})[\p{L}\p{N}\p{M}]`;
  const ahead = isPart.test(first) ? `(?<!${part})` : '';
  const after = isPart.test(Array.from(words).at(-1) ?? '') ? `(?!${part})` : '';
  return new RegExp(ahead + initial + escaped(words.slice(first.length)) + after, 'gu');
}

/** The lines of a span, and for words set apart one line more on each side that is not empty. */
function linesAround(text: CodePointText, span: Passage, apart: boolean): Passage {
  let { start, end } = span;
  const isBreak = (at: number) => text.slice(at, at + 1) === '\n';
  const isSpace = (at: number) => /^\s$/u.test(text.slice(at, at + 1));
  const reach = () => {
    while (start > 0 && !isBreak(start - 1)) start -= 1;
    while (end < text.length && !isBreak(end)) end += 1;
  };
  reach();
  if (!apart) return { start, end };
  while (start > 0 && isSpace(start - 1)) start -= 1;
  while (end < text.length && isSpace(end)) end += 1;
  reach();
  return { start, end };
}

/** The number of the line at an offset, from 1. */
export function lineAt(text: CodePointText, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
