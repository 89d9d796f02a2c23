import type { CodePointText } from '../text/code-point.ts';
import { codePoints } from '../text/visible.ts';
import type { Passage } from './quotation-mark.ts';
import { UNSPACED } from './unspaced.ts';

/** What a passage cuts in two at one of its ends. */
export interface Cut {
  /** A character is a grapheme cluster: what a reader takes for one, such as a letter with its accents or an emoji. */
  readonly what: 'character' | 'word';
  readonly end: 'starts' | 'ends';
  /** The whole character or word. */
  readonly whole: string;
}

const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });

/** What a passage cuts at its start, otherwise what it cuts at its end; a character before a word. */
export function cutOf(text: CodePointText, { start, end }: Passage): Cut | undefined {
  const cuts = [cutAt(text, start, 'starts'), cutAt(text, end, 'ends')].filter((cut) => cut !== undefined);
  return cuts.find(({ what }) => what === 'character') ?? cuts[0];
}

/** For example: starts in the middle of the word "Josephine". */
export function describeCut({ what, end, whole }: Cut): string {
  return `${end} in the middle of the ${what} "${whole}"${what === 'character' ? ` (${codePoints(whole)})` : ''}`;
}

/** What is wrong with a span that has a cut, and what to do. */
export function cutMessage(cut: Cut): string {
  const accepted =
    cut.what === 'character'
      ? 'accepted are whole characters'
      : 'include the whole word, or silence this note if the rest is not a part of the passage';
  return `the span ${describeCut(cut)}: ${accepted}`;
}

const ASCII = /^[\0-\x7f]*$/;

function cutAt(text: CodePointText, offset: number, end: Cut['end']): Cut | undefined {
  const [before, after] = [text.slice(Math.max(offset - 1, 0), offset), text.slice(offset, offset + 1)];
  if (before === '' || after === '' || /\s/u.test(before + after)) return undefined;
  const { line, at } = lineAround(text, offset);
  if (!ASCII.test(before + after)) {
    const cluster = CHARACTERS.segment(line).containing(at);
    if (cluster && cluster.index < at) return { what: 'character', end, whole: cluster.segment };
  }
  const word = WORDS.segment(line).containing(at);
  if (!word?.isWordLike || word.index === at) return undefined;
  const parts = [word.segment.slice(0, at - word.index), word.segment.slice(at - word.index)] as const;
  return isCutWord(parts) ? { what: 'word', end, whole: word.segment } : undefined;
}

const UNSPACED_LETTER = new RegExp(UNSPACED, 'u');

/** Conjunctions, prepositions and articles that Hebrew and Arabic write together with the next word. */
const PREFIX = /^(?:[ובהלמשכ]{1,3}|[وفبكل]{0,2}(?:ال|ل)?)$/u;

/** Whether an editor who ends a passage between these parts of a segment has probably missed letters or digits. */
function isCutWord([head, tail]: readonly [string, string]): boolean {
  const left = head.replace(/\p{Cf}+$/u, '');
  const right = tail.replace(/^\p{Cf}+/u, '');
  const [before = '', after = ''] = [Array.from(left).at(-1), Array.from(right)[0]];
  // "40" of "40,000".
  if (/\p{N}[.,]?$/u.test(left) && /^[.,]?\p{N}/u.test(right)) return true;
  if (!/[\p{L}\p{N}\p{M}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return false;
  return !UNSPACED_LETTER.test(before + after) && !PREFIX.test(left);
}

/** The line around an offset, and the offset in it, both in UTF-16 units. */
function lineAround(text: CodePointText, offset: number): { line: string; at: number } {
  let [start, end] = [offset, offset];
  while (start > 0 && text.slice(start - 1, start) !== '\n') start -= 1;
  while (end < text.length && text.slice(end, end + 1) !== '\n') end += 1;
  return { line: text.slice(start, end), at: text.slice(start, offset).length };
}
