import { diffArrays } from 'diff';
import { codePointLength } from '../text/code-point.ts';
import { type Token, tokensOf } from './word.ts';

/** A run of words that two wordings of a statement share, or that only one of them has. */
export interface Part {
  readonly change: 'KEPT' | 'LEFT_OUT' | 'ADDED' | 'CHANGED';
  /** As written in the compared wording; null if it leaves these words out. */
  readonly text: string | null;
  /** As written in the fullest wording; null if it does not have these words. */
  readonly whole: string | null;
}

export interface Comparison {
  /** In order: all `text` joined is exactly the compared wording, all `whole` joined exactly the fullest. */
  readonly parts: readonly Part[];
  /** Where the fullest wording contains the words in one piece, in code points; null if it does not. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** The tokens of a part in each wording. */
interface Run {
  readonly change: Part['change'];
  readonly text: readonly Token[];
  readonly whole: readonly Token[];
}

/**
 * Compares a wording with the fullest one, word by word: what it keeps, leaves out, adds and changes. Case, accents
 * and the style of quotation marks and dashes are ignored; each punctuation mark counts as a word.
 *
 * @example compareWordings('forever.', 'not on the table forever').parts
 * // LEFT_OUT "not on the table ", KEPT "forever", ADDED "."
 */
export function compareWordings(text: string, whole: string): Comparison {
  const [some, all] = [tokensOf(text), tokensOf(whole)];
  const place = placeOf(some, all);
  if (!place) return { parts: partsOf(difference(some, all)), place: null };
  const { from, to, start, end } = place;
  const before = codePointLength(textOf(all.slice(0, start)));
  const kept = all.slice(start, end);
  return {
    parts: partsOf([
      { change: 'LEFT_OUT', text: [], whole: all.slice(0, start) },
      { change: 'ADDED', text: some.slice(0, from), whole: [] },
      { change: 'KEPT', text: some.slice(from, to), whole: kept },
      { change: 'ADDED', text: some.slice(to), whole: [] },
      { change: 'LEFT_OUT', text: [], whole: all.slice(end) },
    ]),
    place: { start: before, end: before + codePointLength(textOf(kept).trimEnd()) },
  };
}

/**
 * The first place `start`..`end` in the whole that has all tokens `from`..`to`. Punctuation around the words may be the
 * outlet's: it is part of the place only if the whole has it too.
 */
function placeOf(some: readonly Token[], all: readonly Token[]) {
  const words = some.flatMap(({ isWord }, i) => (isWord ? i : []));
  let [from, to] = [words[0] ?? 0, (words.at(-1) ?? some.length - 1) + 1];
  let start = all.findIndex((_, i) => same(some, from, { with: all, at: i, count: to - from }));
  if (start < 0) return null;
  let end = start + to - from;
  while (from > 0 && start > 0 && same(some, from - 1, { with: all, at: start - 1, count: 1 }))
    [from, start] = [from - 1, start - 1];
  while (to < some.length && end < all.length && same(some, to, { with: all, at: end, count: 1 }))
    [to, end] = [to + 1, end + 1];
  return { from, to, start, end };
}

interface Other {
  readonly with: readonly Token[];
  readonly at: number;
  readonly count: number;
}

function same(tokens: readonly Token[], from: number, { with: others, at, count }: Other): boolean {
  for (let i = 0; i < count; i++) if (tokens[from + i]?.key !== others[at + i]?.key) return false;
  return true;
}

/** Above this number of different tokens, comparing takes seconds and finds nothing useful in common. */
const MAX_DIFFERENCES = 1_000;

/** The smallest difference between the whole and the wording. A common beginning and end are kept without a search. */
function difference(some: readonly Token[], all: readonly Token[]): readonly Run[] {
  const most = Math.min(some.length, all.length);
  let head = 0;
  while (head < most && same(some, head, { with: all, at: head, count: 1 })) head += 1;
  let tail = 0;
  while (tail < most - head && some.at(-1 - tail)?.key === all.at(-1 - tail)?.key) tail += 1;
  const [text, whole] = [some.slice(head, some.length - tail), all.slice(head, all.length - tail)];
  return [
    { change: 'KEPT', text: some.slice(0, head), whole: all.slice(0, head) },
    ...joinedOverPunctuation(smallestDifference(text, whole)),
    { change: 'KEPT', text: some.slice(some.length - tail), whole: all.slice(all.length - tail) },
  ];
}

/** Alternating runs of kept and of different words. */
function smallestDifference(some: readonly Token[], all: readonly Token[]): readonly Run[] {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(all), keys(some), { maxEditLength: MAX_DIFFERENCES });
  if (!changes) return [different(some, all)];
  const runs: Run[] = [];
  let [inText, inWhole] = [0, 0];
  for (const { added, removed, count } of changes) {
    const text = removed ? [] : some.slice(inText, inText + count);
    const whole = added ? [] : all.slice(inWhole, inWhole + count);
    inText += text.length;
    inWhole += whole.length;
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ change: 'KEPT', text, whole });
    else if (!last || last.change === 'KEPT') runs.push(different(text, whole));
    else runs[runs.length - 1] = joined(last, different(text, whole));
  }
  return runs;
}

function different(text: readonly Token[], whole: readonly Token[]): Run {
  const change = text.length === 0 ? 'LEFT_OUT' : whole.length === 0 ? 'ADDED' : 'CHANGED';
  return { change, text, whole };
}

function joined(...runs: readonly Run[]): Run {
  return different(
    runs.flatMap(({ text }) => text),
    runs.flatMap(({ whole }) => whole),
  );
}

// Joins two changes that share only a hyphen or comma between them.
function joinedOverPunctuation(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const [before, between] = result.slice(-2);
    const mark = between?.change === 'KEPT' && !between.text.some(({ isWord }) => isWord);
    if (before?.change === 'CHANGED' && between && mark && run.change === 'CHANGED') {
      result.splice(-2, 2, joined(before, between, run));
    } else {
      result.push(run);
    }
  }
  return result;
}

function partsOf(runs: readonly Run[]): readonly Part[] {
  return runs
    .filter(({ text, whole }) => text.length + whole.length > 0)
    .map(({ change, text, whole }) => ({
      change,
      text: change === 'LEFT_OUT' ? null : textOf(text),
      whole: change === 'ADDED' ? null : textOf(whole),
    }));
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
