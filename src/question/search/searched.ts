import { type ModelName, subtypesOf } from '../../model/model.ts';
import type { Row } from '../../query/sql/row.ts';
import { type Sql, sql } from '../../query/sql/sql.ts';

/** What search finds: entities with a slug, wordings and assertions (of every kind). */
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
  'Wording',
  'Assertion',
] as const satisfies readonly ModelName[];

export type Searched = (typeof SEARCHED)[number];

/** What search looks for unless asked: a quote is found by all of its wordings, so that these need no place of their own. */
export const SEARCHED_BY_DEFAULT: readonly Searched[] = SEARCHED.filter((s) => s !== 'Wording' && s !== 'Assertion');

/** A text that search looks into, and the rows to which it leads. */
export interface SearchedText {
  readonly model: ModelName;
  readonly column: string;
  readonly finds: readonly Searched[];
  /** The id of the row that is found; may be null. */
  readonly id: (row: Row) => Sql;
  /**
   * A `name` is found by its beginning, by the beginning of its words, and in spite of typing mistakes; an `alias` too,
   * a little behind; a `headline` like a name, but never in spite of mistakes; a `text` by whole words only; a `slug`
   * when it is all that was asked for.
   */
  readonly as: 'name' | 'alias' | 'headline' | 'text' | 'slug';
  /** Which rows are searched by it: all of them unless it is given. */
  readonly only?: (row: Row) => Sql;
}

const own = (row: Row) => row.column('id');
const quote = (row: Row) => row.column('quoteId');
const named = (row: Row) => sql`coalesce(${row.column('actorId')}, ${row.column('proposalId')})`;

/** Whoever exists beyond one article. */
const lasting = (row: Row) => sql`${row.column('actorType')} <> 'SOURCE'`;

/** A name that was given to a source; made from what its article calls it, it would lead from an article's slug to all of its sources. */
const given = (row: Row) => sql`not starts_with(${row.column('name')}, ${row.column('printedAs')} || ' (')`;

const ACTORS = ['Person', 'Organisation', 'Source'] as const;

export const SEARCHED_TEXTS: readonly SearchedText[] = [
  { model: 'Actor', column: 'name', finds: ['Person', 'Organisation'], id: own, as: 'name', only: lasting },
  { model: 'Source', column: 'printedAs', finds: ['Source'], id: own, as: 'name' },
  { model: 'Source', column: 'name', finds: ['Source'], id: own, as: 'name', only: given },
  { model: 'Alias', column: 'text', finds: [...ACTORS, 'Proposal'], id: named, as: 'alias' },
  { model: 'Outlet', column: 'name', finds: ['Outlet'], id: own, as: 'name' },
  { model: 'Proposal', column: 'name', finds: ['Proposal'], id: own, as: 'name' },
  { model: 'Proposal', column: 'summary', finds: ['Proposal'], id: own, as: 'text' },
  { model: 'Event', column: 'name', finds: ['Event'], id: own, as: 'name' },
  { model: 'Article', column: 'slug', finds: ['Article'], id: own, as: 'slug' },
  { model: 'Article', column: 'headline', finds: ['Article'], id: own, as: 'headline' },
  { model: 'Article', column: 'alternativeHeadline', finds: ['Article'], id: own, as: 'headline' },
  { model: 'Article', column: 'summary', finds: ['Article'], id: own, as: 'text' },
  { model: 'Quote', column: 'text', finds: ['Quote'], id: own, as: 'text' },
  { model: 'Wording', column: 'text', finds: ['Quote'], id: quote, as: 'text' },
  { model: 'Wording', column: 'gloss', finds: ['Quote'], id: quote, as: 'text' },
  { model: 'Disagreement', column: 'topic', finds: ['Disagreement'], id: own, as: 'text' },
  { model: 'Wording', column: 'text', finds: ['Wording'], id: own, as: 'text' },
  { model: 'Wording', column: 'gloss', finds: ['Wording'], id: own, as: 'text' },
  { model: 'Assertion', column: 'gloss', finds: ['Assertion'], id: own, as: 'text' },
];

/** The models whose names begin the ids of what is searched: an Assertion is always one of its kinds. */
export function foundModels(searched: readonly Searched[]): readonly ModelName[] {
  return searched.flatMap((s): readonly ModelName[] =>
    s === 'Assertion' ? [...subtypesOf(s).values()].map((model) => model.name) : [s],
  );
}
