import { type ModelName, subtypesOf } from '../../model/model.ts';
import type { Row } from '../../query/sql/row.ts';
import { type Sql, sql } from '../../query/sql/sql.ts';

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
  'Wording',
  'Assertion',
] as const satisfies readonly ModelName[];

export type Searched = (typeof SEARCHED)[number];

/** The default types of a search. Wordings are left out, because a quote is found by all of its wordings. */
export const SEARCHED_BY_DEFAULT: readonly Searched[] = SEARCHED.filter((s) => s !== 'Wording' && s !== 'Assertion');

/** A text column that is searched, and the rows it finds. */
export interface SearchedText {
  readonly model: ModelName;
  readonly column: string;
  readonly finds: readonly Searched[];
  /** SQL of the id of the found row; may be null. */
  readonly id: (row: Row) => Sql;
  /**
   * A `name` is found by its words, by the beginning of a word, and in spite of typing mistakes; an `alias` too, with a
   * slightly lower score; a `headline` like a name, but not in spite of mistakes; a `text` only by whole words; a `slug`
   * only as the complete query.
   */
  readonly as: 'name' | 'alias' | 'headline' | 'text' | 'slug';
  /** A condition on the rows to search; by default all rows. */
  readonly only?: (row: Row) => Sql;
}

const own = (row: Row) => row.column('id');
const quote = (row: Row) => row.column('quoteId');
const named = (row: Row) => sql`coalesce(${row.column('actorId')}, ${row.column('proposalId')})`;

/** Actors that are not bound to one article. */
const lasting = (row: Row) => sql`${row.column('actorType')} <> 'SOURCE'`;

/** Only names that were written for a source. A generated name contains the article's short name, which would find all of its sources. */
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

/** The models of the found rows: an Assertion is always a row of a subtype. */
export function foundModels(searched: readonly Searched[]): readonly ModelName[] {
  return searched.flatMap((s): readonly ModelName[] =>
    s === 'Assertion' ? [...subtypesOf(s).values()].map((model) => model.name) : [s],
  );
}
