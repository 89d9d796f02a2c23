import type { CodePointText } from '../text/code-point.ts';
import { locate, type Sought } from './locate.ts';

/** The new place of a span in another text, or why it has none. */
export type Move =
  | { readonly to: number }
  /** The words are not in the text. */
  | { readonly problem: 'gone' }
  /** The words occur at several offsets. */
  | { readonly problem: 'several'; readonly found: readonly number[] }
  /** The words occur once, but spans from several places would move there. */
  | { readonly problem: 'contested'; readonly found: readonly number[] };

/**
 * Moves each span to the only place where another text has its exact words. A span inside such a span moves with it.
 * Words that occur several times can be told apart by the text around them if `was`, the text in which the spans were
 * recorded, is given: words and surroundings together must then occur exactly once in both texts.
 */
export function moves(spans: readonly Sought[], text: CodePointText, was?: CodePointText): readonly Move[] {
  const known = was ? spans.map((span) => ({ ...span, text: was.slice(span.start, span.end) })) : spans;
  const places = locate(known, text);
  const alone = uncontested(known, places);
  const outer = known.flatMap((span, i) => (alone[i] === undefined ? [] : [{ ...span, to: alone[i] }]));
  return known.map((span, i): Move => {
    const found = places[i] ?? [];
    const to = alone[i] ?? within(outer, span, found) ?? (was && bySurroundings(span, { found, text, was }));
    if (to !== undefined) return { to };
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

/** How many code points around the words to compare, from few to many. */
const AROUND = [20, 40, 80, 160, 320];

function bySurroundings(
  { start, end }: Sought,
  { found, text, was }: { found: readonly number[]; text: CodePointText; was: CodePointText },
): number | undefined {
  if (found.length === 0) return undefined;
  for (const size of AROUND) {
    // On both sides, or on one side if the other has changed.
    for (const [before, after] of [
      [size, size],
      [size, 0],
      [0, size],
    ] as const) {
      const from = Math.max(start - before, 0);
      const words = was.slice(from, end + after);
      const [place, ...more] = text.offsetsOf(words);
      if (place !== undefined && more.length === 0 && was.offsetsOf(words).length === 1) return place + start - from;
    }
  }
  return undefined;
}
