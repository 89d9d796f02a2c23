import { type CodePointText, codePointLength } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';

/** A span recorded in one text, to be found in another. */
export interface Sought {
  /** In code points of the text in which it was recorded, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Checksum of the words; may be null if the words are known. */
  readonly sha256: string | null;
  readonly text: string | null;
}

/**
 * All offsets of each span's exact words in another text, in the order of the spans. Unknown words are found by their
 * checksum: first at the offsets to which other spans have moved, then anywhere.
 */
export function locate(spans: readonly Sought[], text: CodePointText): readonly (readonly number[])[] {
  const found = new Words(text);
  for (const span of spans) if (span.text !== null) found.learn(span.text, span);
  const shifts = new Map<number, number>([[0, spans.length]]);
  for (const span of spans) if (span.text !== null) count(shifts, found.shiftOf(span));
  const unknown = spans.filter((span) => !found.knows(span));
  for (const span of unknown) {
    for (const shift of mostFrequent(shifts)) {
      const words = text.slice(Math.max(span.start + shift, 0), Math.max(span.end + shift, 0));
      if (sha256(words) !== span.sha256) continue;
      found.learn(words, span);
      count(shifts, found.shiftOf(span));
      break;
    }
  }
  findAnywhere(
    unknown.filter((span) => !found.knows(span)),
    { text, found },
  );
  return spans.map((span) => found.placesOf(span));
}

/** The places of known words, by checksum. */
class Words {
  readonly #text: CodePointText;
  readonly #places = new Map<string, readonly number[]>();

  constructor(text: CodePointText) {
    this.#text = text;
  }

  learn(words: string, span: Sought): void {
    const checksum = span.sha256 ?? sha256(words);
    if (!this.#places.has(checksum)) this.#places.set(checksum, this.#text.offsetsOf(words));
  }

  knows(span: Sought): boolean {
    return this.#places.has(checksumOf(span));
  }

  placesOf(span: Sought): readonly number[] {
    return this.#places.get(checksumOf(span)) ?? [];
  }

  /** How far a span has moved; undefined unless its words occur exactly once. */
  shiftOf(span: Sought): number | undefined {
    const [place, ...more] = this.placesOf(span);
    return place === undefined || more.length > 0 ? undefined : place - span.start;
  }
}

function checksumOf(span: Sought): string {
  return span.sha256 ?? sha256(span.text ?? '');
}

function count(shifts: Map<number, number>, shift: number | undefined): void {
  if (shift !== undefined) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
}

/** An article rarely has more passages that moved by different distances; the rest is found by searching anywhere. */
const MAX_SHIFTS = 40;

function mostFrequent(shifts: ReadonlyMap<number, number>): readonly number[] {
  return [...shifts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_SHIFTS)
    .map(([shift]) => shift);
}

/** Looks for words by their checksum at every offset, once for all spans of the same length. */
function findAnywhere(spans: readonly Sought[], { text, found }: { text: CodePointText; found: Words }): void {
  const lengths = new Set(spans.map(lengthOf));
  const bytes = Buffer.from(text.text);
  const starts = byteOffsets(text.text);
  for (const length of lengths) {
    const sought = new Map(spans.filter((span) => lengthOf(span) === length).map((span) => [checksumOf(span), span]));
    for (let at = 0; at + length < starts.length && sought.size > 0; at++) {
      const window = bytes.subarray(starts[at], starts[at + length]);
      const checksum = sha256(window);
      const span = sought.get(checksum);
      if (!span) continue;
      found.learn(window.toString('utf8'), span);
      sought.delete(checksum);
    }
  }
}

function lengthOf({ start, end }: Sought): number {
  return end - start;
}

/** The byte offset of each code point, and of the end of the text. */
function byteOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(codePointLength(text) + 1);
  let at = 0;
  let i = 0;
  for (const point of text) {
    offsets[i++] = at;
    at += Buffer.byteLength(point);
  }
  offsets[i] = at;
  return offsets;
}
