import type { CodePointText } from '../text/code-point.ts';
import { locate, type Sought } from './locate.ts';

/** Where a span goes in another text, or why that cannot be said. */
export type Move =
  | { readonly to: number }
  /** The words stand nowhere. */
  | { readonly problem: 'gone' }
  /** They stand at several offsets. */
  | { readonly problem: 'several'; readonly found: readonly number[] }
  /** They stand once, but spans of several places would go there. */
  | { readonly problem: 'contested'; readonly found: readonly number[] };

/**
 * Where each span goes in another text: to where its exact words stand there once. A span inside another that goes so
 * goes with it. Words that stand several times are told apart by what stands around them, where the text that the
 * spans were recorded of is given: the words together with that have to stand once, in both texts.
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

/** The only place of each span, unless spans with the same words come there from several places. */
function uncontested(
  spans: readonly Sought[],
  places: readonly (readonly number[])[],
): readonly (number | undefined)[] {
  const comers = new Map<string, Set<number>>();
  const goal = spans.map(({ start, end }, i) => {
    const [place, ...more] = places[i] ?? [];
    if (place === undefined || more.length > 0) return undefined;
    const key = `${place} ${end - start}`;
    comers.set(key, (comers.get(key) ?? new Set()).add(start));
    return { place, key };
  });
  return goal.map((to) => (to && comers.get(to.key)?.size === 1 ? to.place : undefined));
}

/** Where a span goes with one that holds it: it has the same words there. */
function within(
  outer: readonly (Sought & { readonly to: number })[],
  { start, end }: Sought,
  found: readonly number[],
): number | undefined {
  const holding = outer.find((other) => other.start <= start && end <= other.end);
  const to = holding && holding.to + start - holding.start;
  return to !== undefined && found.includes(to) ? to : undefined;
}

/** How many code points around words are looked at, from few to many. */
const AROUND = [20, 40, 80, 160, 320];

function bySurroundings(
  { start, end }: Sought,
  { found, text, was }: { found: readonly number[]; text: CodePointText; was: CodePointText },
): number | undefined {
  if (found.length === 0) return undefined;
  for (const size of AROUND) {
    // On both sides, or on one where the other was changed.
    for (const [before, behind] of [
      [size, size],
      [size, 0],
      [0, size],
    ] as const) {
      const from = Math.max(start - before, 0);
      const words = was.slice(from, end + behind);
      const [place, ...more] = text.offsetsOf(words);
      if (place !== undefined && more.length === 0 && was.offsetsOf(words).length === 1) return place + start - from;
    }
  }
  return undefined;
}
