import type { Side, Stance } from '../generated/operation.ts';
import { rankOf, SIDES } from './stance.ts';

interface Taken {
  readonly actor: { readonly slug: string; readonly name: string };
  readonly stance: Stance;
  readonly side: Side;
}

/** Whoever stands on one side, with the positions that say so; `elsewhere` has those that put them on another. */
export interface Standing<Position> {
  readonly slug: string;
  readonly positions: readonly Position[];
  readonly elsewhere: readonly Position[];
}

export interface SideColumn<Position> {
  readonly side: Side;
  readonly word: string;
  readonly standing: readonly Standing<Position>[];
  /** Of those on this side, whoever others merely expect to oppose. */
  readonly expected: readonly Standing<Position>[];
}

/** The positions on one proposal by side, and on each by actor: the firmest stance first, then by name. */
export function bySide<Position extends Taken>(positions: readonly Position[]): readonly SideColumn<Position>[] {
  const actors = new Map<string, Position[]>();
  for (const position of positions) {
    const known = actors.get(position.actor.slug);
    if (known) known.push(position);
    else actors.set(position.actor.slug, [position]);
  }
  return SIDES.map(({ side, word }) => {
    const all = [...actors].flatMap(([slug, theirs]) => {
      const here = theirs.filter((position) => position.side === side);
      return here.length > 0 ? [{ slug, positions: here, elsewhere: theirs.filter((p) => p.side !== side) }] : [];
    });
    const sorted = all.sort(compareStanding);
    const isExpected = (standing: Standing<Position>) =>
      standing.positions.every(({ stance }) => stance === 'EXPECTED_TO_OPPOSE');
    return { side, word, standing: sorted.filter((s) => !isExpected(s)), expected: sorted.filter(isExpected) };
  });
}

function compareStanding(a: Standing<Taken>, b: Standing<Taken>): number {
  const [first, second] = [a.positions[0], b.positions[0]];
  if (!first || !second) return 0;
  const names = first.actor.name < second.actor.name ? -1 : first.actor.name > second.actor.name ? 1 : 0;
  return firmest(a) - firmest(b) || names || (a.slug < b.slug ? -1 : 1);
}

function firmest({ positions }: Standing<Taken>): number {
  return Math.min(...positions.map(({ stance }) => rankOf(stance)));
}
