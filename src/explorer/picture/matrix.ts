import type { Stance } from '../generated/operation.ts';
import { rankOf } from './stance.ts';

/** An actor with its positions by proposal. `actor` is passed through. */
export interface MatrixActor<Actor, Position, Proposal> {
  readonly actor: Actor;
  readonly slug: string;
  readonly name: string;
  readonly cells: readonly { readonly proposal: Proposal; readonly positions: readonly Position[] }[];
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

interface Taken {
  readonly stance: Stance;
  /** The number of positions with this stance. */
  readonly count: number;
}

interface MatrixRow<Actor, Position> {
  readonly actor: Actor;
  readonly slug: string;
  readonly name: string;
  readonly cells: readonly (readonly Position[])[];
}

export interface Matrix<Actor, Position, Proposal> {
  readonly columns: readonly Proposal[];
  /** Each row has a cell for each column; the cell is empty if the actor has no position. */
  readonly rows: readonly MatrixRow<Actor, Position>[];
  /** The number of proposals beyond the last column. */
  readonly leftOut: number;
}

/**
 * Orders rows and columns so that patterns become visible: proposals by number of actors, actors by number of proposals.
 * Actors with positions on the same proposals are next to each other, supporters above opponents.
 */
export function arrange<Actor, Position extends Taken, Proposal extends Named>(
  actors: readonly MatrixActor<Actor, Position, Proposal>[],
  most: number,
): Matrix<Actor, Position, Proposal> {
  const proposals = new Map<string, { proposal: Proposal; actors: number }>();
  for (const { cells } of actors) {
    for (const { proposal } of cells) {
      const known = proposals.get(proposal.slug);
      if (known) known.actors += 1;
      else proposals.set(proposal.slug, { proposal, actors: 1 });
    }
  }
  const all = [...proposals.values()].sort(
    (a, b) =>
      b.actors - a.actors || compare(a.proposal.name, b.proposal.name) || compare(a.proposal.slug, b.proposal.slug),
  );
  const columns = all.slice(0, most).map(({ proposal }) => proposal);
  const rows = actors.map(({ actor, slug, name, cells }) => {
    const bySlug = new Map(cells.map(({ proposal, positions }) => [proposal.slug, positions]));
    return { actor, slug, name, cells: columns.map((column) => bySlug.get(column.slug) ?? []) };
  });
  const shown = rows.filter(({ cells }) => cells.some((positions) => positions.length > 0));
  return { columns, rows: shown.sort(compareRows), leftOut: all.length - columns.length };
}

type Row = MatrixRow<unknown, Taken>;

function compareRows(a: Row, b: Row): number {
  const more = filled(b) - filled(a);
  if (more !== 0) return more;
  for (const [i, positions] of a.cells.entries()) {
    const others = b.cells[i] ?? [];
    if (positions.length === 0 && others.length === 0) continue;
    if (positions.length === 0) return 1;
    if (others.length === 0) return -1;
    const stance = meanRank(positions) - meanRank(others);
    if (stance !== 0) return stance;
  }
  return compare(a.name, b.name) || compare(a.slug, b.slug);
}

function filled({ cells }: Row): number {
  return cells.filter((positions) => positions.length > 0).length;
}

function meanRank(positions: readonly Taken[]): number {
  return positions.reduce((sum, { stance, count }) => sum + rankOf(stance) * count, 0) / countAll(positions);
}

/** The number of positions, with any stance. */
export function countAll(positions: readonly Taken[]): number {
  return positions.reduce((sum, { count }) => sum + count, 0);
}

/** Compares code units, which gives the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Splits a cell by stance, from support to opposition; there are several if the articles differ. */
export function splitByStance<Position extends Taken>(
  positions: readonly Position[],
): readonly { readonly stance: Stance; readonly positions: readonly Position[] }[] {
  const groups = new Map<Stance, Position[]>();
  for (const position of positions) {
    const group = groups.get(position.stance);
    if (group) group.push(position);
    else groups.set(position.stance, [position]);
  }
  return [...groups]
    .map(([stance, group]) => ({ stance, positions: group }))
    .sort((a, b) => rankOf(a.stance) - rankOf(b.stance));
}
