import type { CodePointText } from '../text/code-point.ts';
import { sha256 } from '../text/sha256.ts';

/** A text with every run of white space as one space, and without byte order marks. */
export class SpaceFoldedText {
  readonly folded: string;
  /** For each UTF-16 unit of `folded`, the code point that it begins. */
  readonly #points: number[] = [];
  /** For each code point, and the end, its place in `folded`. */
  readonly #places: number[] = [];

  constructor(text: CodePointText) {
    let folded = '';
    let offset = 0;
    for (const point of text.text) {
      this.#places.push(folded.length);
      const isSpace = /[^\S\ufeff]/u.test(point);
      const kept = isSpace ? (folded.endsWith(' ') ? '' : ' ') : point === '\ufeff' ? '' : point;
      for (let i = 0; i < kept.length; i++) this.#points.push(offset);
      folded += kept;
      offset += 1;
    }
    this.#places.push(folded.length);
    this.#points.push(offset);
    this.folded = folded;
  }

  /** The place in `folded` of an offset in code points. */
  placeOf(offset: number): number {
    return this.#places[Math.min(Math.max(offset, 0), this.#places.length - 1)] ?? 0;
  }

  /** The offset in code points of a place in `folded`. */
  offsetAt(place: number): number {
    return this.#points[place] ?? 0;
  }

  /** The only place in `folded` at which these words occur; undefined if there are more, or none. */
  onlyPlaceOf(words: string): number | undefined {
    const place = this.folded.indexOf(words);
    return place < 0 || this.folded.indexOf(words, place + 1) >= 0 ? undefined : place;
  }
}

/** The text with this checksum, if it differs from the given one only as `otherLines` do. */
export function sameLines(text: string, checksum: string): string | undefined {
  return [text, ...otherLines(text)].find((other) => sha256(other) === checksum);
}

/** The text with other line endings (LF, CRLF), with or without a byte order mark and a line break at its end. */
export function otherLines(text: string): readonly string[] {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const ended = [plain, plain.replace(/\n$/, ''), `${plain}\n`];
  const bodies = [...ended, ...ended.map((body) => body.replaceAll('\n', '\r\n'))];
  return [...new Set([...bodies, ...bodies.map((body) => `\ufeff${body}`)])].filter((other) => other !== text);
}
