import type { CodePointText } from '../text/code-point.ts';
import { SpaceFoldedText } from './fold-space.ts';
import { locate, type Sought } from './locate.ts';
import type { Passage } from './quotation-mark.ts';

/** The new place of a span in another text, or why it has none. */
export type Move =
  | { readonly to: Passage }
  /** The words are not in the text. */
  | { readonly problem: 'gone' }
  /** The words occur at several offsets. */
  | { readonly problem: 'several'; readonly found: readonly number[] }
  /** The words occur once, but spans from several places would move there. */
  | { readonly problem: 'contested'; readonly found: readonly number[] };

/**
 * Moves each span to the only place where another text has its exact words. A span inside such a span moves with it.
 * If `was`, the text in which the spans were recorded, is given, words that occur several times are told apart by the
 * text around them: words and surroundings together must then occur exactly once in both texts. White space around them
 * counts as equal, so that other line endings or line breaks do no harm; within them too, unless the span has a `text`.
 */
export function moves(spans: readonly Sought[], text: CodePointText, was?: CodePointText): readonly Move[] {
  const known = was ? spans.map((span) => ({ ...span, text: was.slice(span.start, span.end) })) : spans;
  const places = locate(known, text);
  const alone = uncontested(known, places);
  const outer = known.flatMap((span, i) => (alone[i] === undefined ? [] : [{ ...span, to: alone[i] }]));
  const surroundings = was && new Surroundings(new SpaceFoldedText(was), new SpaceFoldedText(text));
  return spans.map((span, i): Move => {
    const { start, end } = span;
    const found = places[i] ?? [];
    const to = surroundings?.find(span);
    const at = alone[i] ?? within(outer, span, found) ?? found.find((place) => place === to?.start);
    if (at !== undefined) return { to: { start: at, end: at + end - start } };
    if (to && span.text === null && found.length === 0) return { to };
    if (found.length === 0) return { problem: 'gone' };
    return { problem: found.length === 1 ? 'contested' : 'several', found };
  });
}

/** The only place of each span, unless spans from several places would move there. */
function uncontested(
  spans: readonly Sought[],
  places: readonly (readonly number[])[],
): readonly (number | undefined)[] {
  const origins = new Map<string, Set<number>>();
  const targets = spans.map(({ start, end }, i) => {
    const [place, ...more] = places[i] ?? [];
    if (place === undefined || more.length > 0) return undefined;
    const key = `${place} ${end - start}`;
    origins.set(key, (origins.get(key) ?? new Set()).add(start));
    return { place, key };
  });
  return targets.map((to) => (to && origins.get(to.key)?.size === 1 ? to.place : undefined));
}

/** The place of a span that moves with a span around it, if its words are there. */
function within(
  outer: readonly (Sought & { readonly to: number })[],
  { start, end }: Sought,
  found: readonly number[],
): number | undefined {
  const around = outer.find((other) => other.start <= start && end <= other.end);
  const to = around && around.to + start - around.start;
  return to !== undefined && found.includes(to) ? to : undefined;
}

/** How much of the text around the words to compare, from few to many, in UTF-16 units. */
const AROUND = [20, 40, 80, 160, 320];

/** Finds passages of one text in another by the text around them. */
class Surroundings {
  readonly #was: SpaceFoldedText;
  readonly #text: SpaceFoldedText;

  constructor(was: SpaceFoldedText, text: SpaceFoldedText) {
    this.#was = was;
    this.#text = text;
  }

  find(span: Passage): Passage | undefined {
    const [start, end] = [this.#was.placeOf(span.start), this.#was.placeOf(span.end)];
    if (start === end) return undefined;
    if (this.#was.folded === this.#text.folded) return this.#passage(start, end);
    for (const size of AROUND) {
      // On both sides, or on one side if the other has changed.
      for (const [before, after] of [
        [size, size],
        [size, 0],
        [0, size],
      ] as const) {
        const from = Math.max(start - before, 0);
        const words = this.#was.folded.slice(from, end + after);
        const place = this.#text.onlyPlaceOf(words);
        if (place === undefined || this.#was.onlyPlaceOf(words) === undefined) continue;
        return this.#passage(place + start - from, place + end - from);
      }
    }
    return undefined;
  }

  #passage(start: number, end: number): Passage {
    return { start: this.#text.offsetAt(start), end: this.#text.offsetAt(end - 1) + 1 };
  }
}
