import { type ModelName, subtypesOf } from '../../model/model.ts';

/** What search finds: entities with a slug, wordings, and assertions of every kind. */
export const SEARCHED = [
  'Article',
  'Outlet',
  'Person',
  'Organisation',
  'Source',
  'Proposal',
  'Event',
  'Quote',
  'Disagreement',
  'Position',
  'Claim',
  'Wording',
  'Assertion',
] as const satisfies readonly ModelName[];

export type Searched = (typeof SEARCHED)[number];

/** The default types of a search. Wordings are left out, because a quote is found by all of its wordings. */
export const SEARCHED_BY_DEFAULT: readonly Searched[] = SEARCHED.filter((s) => s !== 'Wording' && s !== 'Assertion');

/** The models of the found rows: an Assertion is always a row of a subtype. */
export function foundModels(searched: readonly Searched[]): readonly ModelName[] {
  const models = searched.flatMap((s): readonly ModelName[] =>
    s === 'Assertion' ? [...subtypesOf(s).values()].map((model) => model.name) : [s],
  );
  return [...new Set(models)];
}

/** From 0 to 1: what comes first among hits with the same words. What was said comes before what was reported. */
export const IMPORTANCE: Readonly<Partial<Record<ModelName, number>>> = {
  Event: 1,
  Quote: 0.9,
  Position: 0.8,
  Claim: 0.7,
  Proposal: 0.6,
  Disagreement: 0.5,
  Article: 0.4,
  Wording: 0.3,
  Person: 0.3,
  Organisation: 0.3,
  Outlet: 0.3,
  Source: 0.2,
};
