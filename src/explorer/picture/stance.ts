import type { Modality, Side, Stance } from '../generated/operation.ts';

/** Every stance, from support to opposition, with its letter and its words. */
export const STANCES = [
  { stance: 'PROPOSES', side: 'FOR', letter: 'P', word: 'proposes' },
  { stance: 'SUPPORTS', side: 'FOR', letter: 'S', word: 'supports' },
  { stance: 'ACCEPTS', side: 'FOR', letter: 'A', word: 'accepts' },
  { stance: 'CONDITIONAL', side: 'NEITHER', letter: 'C', word: 'conditional' },
  { stance: 'RESERVED', side: 'NEITHER', letter: 'R', word: 'has reservations' },
  { stance: 'NEUTRAL', side: 'NEITHER', letter: 'N', word: 'is neutral' },
  { stance: 'EXPECTED_TO_OPPOSE', side: 'NEITHER', letter: 'E', word: 'expected to oppose' },
  { stance: 'OPPOSES', side: 'AGAINST', letter: 'O', word: 'opposes' },
] as const satisfies readonly { stance: Stance; side: Side; letter: string; word: string }[];

/** How a stance is shown. */
export type StanceSign = (typeof STANCES)[number];

/** The three sides, in the order in which pictures show them. */
export const SIDES = [
  { side: 'FOR', word: 'For' },
  { side: 'NEITHER', word: 'Neither' },
  { side: 'AGAINST', word: 'Against' },
] as const satisfies readonly { side: Side; word: string }[];

const SIGNS: ReadonlyMap<Stance, StanceSign> = new Map(STANCES.map((sign) => [sign.stance, sign]));

export function signOf(stance: Stance): StanceSign {
  const sign = SIGNS.get(stance);
  if (!sign) throw new Error(`no sign for ${stance}`);
  return sign;
}

/** The CSS class that colours a stance. */
export function shadeOf(stance: Stance): string {
  return `stance ${stance.toLowerCase().replaceAll('_', '-')}`;
}

/** The article's hedge in words; empty if there is none. */
export function hedgeOf(modality: Modality): string {
  return modality === 'STATED' ? '' : modality === 'APPEARED' ? 'appeared to' : modality.toLowerCase();
}

/** The id of an actor's positions on the side of a stance, on the page of a proposal; expected opposition is listed apart. */
export function sideId(stance: Stance, slug: string): string {
  const list = stance === 'EXPECTED_TO_OPPOSE' ? 'expected' : signOf(stance).side.toLowerCase();
  return `${list}-${slug}`;
}

/** The rank of a stance, from support to opposition. */
export function rankOf(stance: Stance): number {
  return STANCES.findIndex((sign) => sign.stance === stance);
}
