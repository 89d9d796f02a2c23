/** A text indexed by Unicode code points, like every offset in an article; JavaScript's own indexes count UTF-16 units. */
export class CodePointText {
  readonly #points: readonly string[];
  /** The offset at which each paragraph (a non-blank line) begins. */
  readonly #paragraphs: readonly number[];

  constructor(readonly text: string) {
    this.#points = Array.from(text);
    this.#paragraphs = paragraphStarts(this.#points);
  }

  get length(): number {
    return this.#points.length;
  }

  /** The code points from `start` to before `end`. */
  slice(start: number, end: number): string {
    return this.#points.slice(start, end).join('');
  }

  /** Every offset at which the words occur, including overlapping ones. */
  offsetsOf(words: string): number[] {
    const offsets: number[] = [];
    let unit = this.text.indexOf(words);
    let counted = 0;
    let offset = 0;
    while (words !== '' && unit >= 0) {
      offset += codePointLength(this.text.slice(counted, unit));
      counted = unit;
      offsets.push(offset);
      unit = this.text.indexOf(words, unit + 1);
    }
    return offsets;
  }

  /** The paragraph that contains an offset: the number of its line among the non-blank lines, from 1; 0 before the first. */
  paragraphAt(offset: number): number {
    return this.#paragraphs.filter((start) => start <= offset).length;
  }
}

/** The number of code points of a text. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function paragraphStarts(points: readonly string[]): number[] {
  const starts: number[] = [];
  let lineStart = 0;
  let blank = true;
  points.forEach((point, offset) => {
    if (point === '\n') {
      lineStart = offset + 1;
      blank = true;
    } else if (blank && point.trim() !== '') {
      starts.push(lineStart);
      blank = false;
    }
  });
  return starts;
}
