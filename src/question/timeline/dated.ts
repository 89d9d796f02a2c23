import type { ModelName } from '../../model/model.ts';
import type { Row } from '../../query/sql/row.ts';
import { type Sql, sql } from '../../query/sql/sql.ts';

export type About = 'article' | 'actor' | 'proposal';

/** Rows with a date, and what a filter on an entry of the timeline means for them. */
export interface Dated {
  /** The rows that have the date, and are filtered. */
  readonly model: ModelName;
  /** What the entry shows. */
  readonly node: (row: Row) => Row;
  /** The five columns of the date: `part` is Earliest, Latest, Time, Text or Basis. */
  readonly when: (row: Row, part: string) => Sql;
  /** For each part of the filter, the filter (`<Model>Where`) that it is on these rows. */
  readonly about: Readonly<Record<About, (filter: unknown) => object>>;
}

const itself = (row: Row) => row;

/** A status has no date of its own: it holds as of the day on which its article was published, or last changed. */
function statusWhen(row: Row, part: string): Sql {
  const article = row.one('article');
  const dated = sql`coalesce(${article.column('publishedEarliest')}, ${article.column('publishedLatest')}) is not null`;
  return sql`case when ${dated} then ${article.column(`published${part}`)} else ${article.column(`updated${part}`)} end`;
}

const aboutArticle: Dated['about'] = {
  article: (filter) => ({ AND: [filter] }),
  actor: (actor) => ({ mentions: { some: { actor } } }),
  proposal: (proposal) => ({
    OR: [{ mentions: { some: { proposal } } }, { assertions: { some: { proposals: { some: proposal } } } }],
  }),
};

/** What stands in the timeline, in the order in which entries of one day stand. */
export const DATED: readonly Dated[] = [
  {
    model: 'Event',
    node: itself,
    when: (row, part) => row.column(`when${part}`),
    about: {
      article: (article) => ({
        OR: [
          { participations: { some: { article } } },
          { claims: { some: { article } } },
          { quotes: { some: { wordings: { some: { article } } } } },
        ],
      }),
      actor: (actor) => ({ participations: { some: { actor } } }),
      proposal: (proposal) => ({ proposals: { some: proposal } }),
    },
  },
  {
    model: 'Wording',
    node: (row) => row.one('quote'),
    when: (row, part) => row.column(`said${part}`),
    about: {
      article: (article) => ({ article }),
      actor: (speaker) => ({ speaker }),
      proposal: (proposal) => ({ quote: { proposals: { some: proposal } } }),
    },
  },
  {
    model: 'ProposalStatus',
    node: itself,
    when: statusWhen,
    about: {
      article: (article) => ({ article }),
      actor: (assertedBy) => ({ assertedBy }),
      proposal: (proposal) => ({ proposal }),
    },
  },
  {
    model: 'Article',
    node: itself,
    when: (row, part) => row.column(`published${part}`),
    about: aboutArticle,
  },
  {
    model: 'Article',
    node: itself,
    when: (row, part) => row.column(`updated${part}`),
    about: aboutArticle,
  },
];

/** The models of what entries show. */
export const DATED_NODES: readonly ModelName[] = ['Event', 'Quote', 'ProposalStatus', 'Article'];
