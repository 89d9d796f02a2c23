import { diffArrays } from 'diff';
import { codePointLength } from '../text/code-point.ts';
import { type Token, tokensOf } from './word.ts';

/** A run of words that two wordings of one statement share, or that one of them lacks. */
export interface Part {
  readonly change: 'KEPT' | 'LEFT_OUT' | 'ADDED' | 'CHANGED';
  /** As the compared wording writes it; null when it leaves these words out. */
  readonly text: string | null;
  /** As the fullest wording writes it; null when these words are not in it. */
  readonly whole: string | null;
}

export interface Comparison {
  /** In order: their `text` is the compared wording, their `whole` the fullest, both to the letter. */
  readonly parts: readonly Part[];
  /** Where in the fullest wording the words lie unbroken, in code points; null when they do not. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

/** The tokens of a part: what it has of either wording. */
interface Run {
  readonly change: Part['change'];
  readonly text: readonly Token[];
  readonly whole: readonly Token[];
}

/**
 * What a wording keeps, leaves out, adds and changes against the fullest one, word by word. Case, accents, the form of
 * quotation marks and dashes make no difference; a mark of punctuation is a word of its own.
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
 * The first place at which all tokens `from`..`to` stand in the whole, `start`..`end`. Punctuation around the words is
 * the outlet's and needs no counterpart: it belongs to the place only where the whole has it too.
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

/** Wordings that differ in more tokens have no words in common that are worth a search of seconds. */
const MOST_DIFFERENCES = 1_000;

/** The shortest way from the whole to the wording; what they begin and end with alike is kept as it stands. */
function difference(some: readonly Token[], all: readonly Token[]): readonly Run[] {
  const most = Math.min(some.length, all.length);
  let head = 0;
  while (head < most && same(some, head, { with: all, at: head, count: 1 })) head += 1;
  let tail = 0;
  while (tail < most - head && some.at(-1 - tail)?.key === all.at(-1 - tail)?.key) tail += 1;
  const [text, whole] = [some.slice(head, some.length - tail), all.slice(head, all.length - tail)];
  return [
    { change: 'KEPT', text: some.slice(0, head), whole: all.slice(0, head) },
    ...joinedOverPunctuation(shortestWay(text, whole)),
    { change: 'KEPT', text: some.slice(some.length - tail), whole: all.slice(all.length - tail) },
  ];
}

/** Runs that take turns: kept, then different, then kept. */
function shortestWay(some: readonly Token[], all: readonly Token[]): readonly Run[] {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(all), keys(some), { maxEditLength: MOST_DIFFERENCES });
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

// Where words on both sides of a hyphen or comma were changed, what stayed of the old is no more than that mark.
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
