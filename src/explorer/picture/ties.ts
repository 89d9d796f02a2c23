import type { ActorNamedFragment, ActorNameFragment, ActorTiesFragment } from '../generated/operation.ts';

/** Kinds of ties, strongest first, with their labels and what they count. */
export const TIES = [
  { kind: 'met', word: 'met', short: 'met', of: 'event' },
  { kind: 'sameSide', word: 'same side', short: 'same side', of: 'proposal' },
  { kind: 'oppositeSides', word: 'opposite sides', short: 'opposite', of: 'proposal' },
  { kind: 'named', word: 'named together', short: 'named', of: 'article' },
] as const;

export type TieKind = (typeof TIES)[number]['kind'];

/** The ties of an actor; co-mentions are optional. */
export type Ties = ActorTiesFragment & Partial<ActorNamedFragment>;

type TieOf<Kind extends TieKind> = (ActorTiesFragment & ActorNamedFragment)[Kind]['nodes'][number];

/** The ties of a neighbour with some of the evidence, for kinds in which it is among the strongest. */
export type TiesByKind = { readonly [Kind in TieKind]?: TieOf<Kind> };

/** The number of ties of each kind that exists. */
export type TieCounts = Readonly<Partial<Record<TieKind, number>>>;

export interface Neighbour {
  readonly actor: ActorNameFragment;
  readonly ties: TiesByKind;
  readonly counts: TieCounts;
}

/** The neighbours among the strongest ties of any kind, by the strongest kind and its count; at most `most`. */
export function neighboursOf(data: Ties, most: number): readonly Neighbour[] {
  const bySlug = new Map<string, Neighbour>();
  const add = <Kind extends TieKind>(kind: Kind, ties: readonly TieOf<Kind>[]) => {
    for (const tie of ties) {
      const { actor, count } = tie;
      const { ties, counts } = bySlug.get(actor.slug) ?? {};
      bySlug.set(actor.slug, { actor, ties: { ...ties, [kind]: tie }, counts: { ...counts, [kind]: count } });
    }
  };
  add('met', data.met.nodes);
  add('sameSide', data.sameSide.nodes);
  add('oppositeSides', data.oppositeSides.nodes);
  add('named', data.named?.nodes ?? []);
  for (const { kind } of TIES) {
    for (const { b, count } of data[`${kind}Counts`]?.nodes ?? []) {
      const neighbour = bySlug.get(b.slug);
      if (neighbour) bySlug.set(b.slug, { ...neighbour, counts: { ...neighbour.counts, [kind]: count } });
    }
  }
  return [...bySlug.values()].sort(compare).slice(0, most);
}

function compare(a: Neighbour, b: Neighbour): number {
  for (const { kind } of TIES) {
    const more = (b.counts[kind] ?? 0) - (a.counts[kind] ?? 0);
    if (more !== 0) return more;
  }
  return a.actor.name < b.actor.name ? -1 : a.actor.name > b.actor.name ? 1 : 0;
}

/** A sentence on the kinds with more ties than were counted, whose counts may be missing; empty if there are none. */
export function uncountedOf(ties: Ties): string {
  const words = TIES.flatMap(({ kind, word }) => {
    const counted = ties[`${kind}Counts`]?.nodes.length ?? 0;
    return (ties[kind]?.totalCount ?? 0) > counted ? [`“${word}”`] : [];
  });
  return words.length > 0 ? ` Only the 200 strongest ties were counted for ${words.join(' and ')}.` : '';
}

/** The ties in an answer; undefined if they were not selected. */
export function tiesIn(data: Partial<ActorTiesFragment & ActorNamedFragment>): Required<Ties> | undefined {
  const { met, sameSide, oppositeSides, named } = data;
  const { metCounts, sameSideCounts, oppositeSidesCounts, namedCounts } = data;
  if (!met || !sameSide || !oppositeSides || !named) return undefined;
  if (!metCounts || !sameSideCounts || !oppositeSidesCounts || !namedCounts) return undefined;
  return { met, sameSide, oppositeSides, named, metCounts, sameSideCounts, oppositeSidesCounts, namedCounts };
}

export interface Edge {
  readonly kind: TieKind;
  readonly d: string;
  /** Width of the stroke; grows with the number of ties. */
  readonly width: number;
}

export interface Fan {
  readonly width: number;
  readonly height: number;
  readonly middle: { readonly x: number; readonly y: number };
  /** The start of each neighbour's name, with its edges, in the order given. */
  readonly ends: readonly { readonly x: number; readonly y: number; readonly edges: readonly Edge[] }[];
}

const STEP = 42;
const WIDTH = 440;
const START = 26;
const END = 150;

/** A fan of curves from the actor to its neighbours, one curve for each kind of tie. */
export function fanOf(counts: readonly TieCounts[]): Fan {
  const height = Math.max(2, counts.length) * STEP;
  const middle = { x: START, y: height / 2 };
  const ends = counts.map((ties, i) => {
    const y = i * STEP + STEP / 2;
    const kinds = TIES.flatMap(({ kind }) => {
      const count = ties[kind];
      return count ? [{ kind, count }] : [];
    });
    const edges = kinds.map(({ kind, count }, j) => {
      const at = y + (j - (kinds.length - 1) / 2) * 5;
      const bend = (START + END) / 2;
      return {
        kind,
        d: `M${START} ${middle.y} C${bend} ${middle.y} ${bend} ${at} ${END} ${at}`,
        width: Math.min(1 + count * 0.5, 4),
      };
    });
    return { x: END + 8, y, edges };
  });
  return { width: WIDTH, height, middle, ends };
}
