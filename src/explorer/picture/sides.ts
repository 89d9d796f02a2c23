import type { Side, Stance } from '../generated/operation.ts';
import { rankOf, SIDES } from './stance.ts';

interface Taken {
  readonly actor: { readonly slug: string; readonly name: string };
  readonly stance: Stance;
  readonly side: Side;
}

/** An actor on one side, with its positions there; `elsewhere` has its positions on other sides. */
export interface SideActor<Position> {
  readonly slug: string;
  readonly positions: readonly Position[];
  readonly elsewhere: readonly Position[];
}

export interface SideColumn<Position> {
  readonly side: Side;
  readonly word: string;
  readonly actors: readonly SideActor<Position>[];
  /** Actors on this side whom others only expect to oppose. */
  readonly expected: readonly SideActor<Position>[];
}

/** Groups the positions on a proposal by side and actor, ordered by the strength of the stance, then by name. */
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
    const sorted = all.sort(compareActors);
    const only = (isShown: (position: Position) => boolean) =>
      sorted.flatMap((actor) => {
        const shown = actor.positions.filter(isShown);
        return shown.length > 0 ? [{ ...actor, positions: shown }] : [];
      });
    return { side, word, actors: only((one) => !isExpected(one)), expected: only(isExpected) };
  });
}

function isExpected({ stance }: Taken): boolean {
  return stance === 'EXPECTED_TO_OPPOSE';
}

function compareActors(a: SideActor<Taken>, b: SideActor<Taken>): number {
  const [first, second] = [a.positions[0], b.positions[0]];
  if (!first || !second) return 0;
  const names = first.actor.name < second.actor.name ? -1 : first.actor.name > second.actor.name ? 1 : 0;
  return strongest(a) - strongest(b) || names || (a.slug < b.slug ? -1 : 1);
}

function strongest({ positions }: SideActor<Taken>): number {
  return Math.min(...positions.map(({ stance }) => rankOf(stance)));
}
