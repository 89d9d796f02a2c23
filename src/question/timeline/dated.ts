import type { ModelName } from '../../model/model.ts';
import type { Row } from '../../query/sql/row.ts';
import { type Sql, sql } from '../../query/sql/sql.ts';

export type About = 'article' | 'actor' | 'proposal';

/** A kind of timeline entry: rows with a date, and how they are filtered. */
export interface Dated {
  /** The model of the rows with the date. */
  readonly model: ModelName;
  /** The row that the entry shows. */
  readonly node: (row: Row) => Row;
  /** A column of the date: `part` is Earliest, Latest, Time, Text or Basis. */
  readonly when: (row: Row, part: string) => Sql;
  /** For each field of `TimelineWhere`, the equivalent filter (`<Model>Where`) on these rows. */
  readonly about: Readonly<Record<About, (filter: unknown) => object>>;
}

const itself = (row: Row) => row;

/** A status has its own date, otherwise the date of its article: published, otherwise updated. */
function statusWhen(row: Row, part: string): Sql {
  const article = row.one('article');
  const dated = sql`coalesce(${article.column('publishedEarliest')}, ${article.column('publishedLatest')}) is not null`;
  const own = sql`coalesce(${row.column('whenEarliest')}, ${row.column('whenLatest')}) is not null`;
  return sql`case when ${own} then ${row.column(`when${part}`)} when ${dated} then ${article.column(`published${part}`)} else ${article.column(`updated${part}`)} end`;
}

const aboutArticle: Dated['about'] = {
  article: (filter) => ({ AND: [filter] }),
  actor: (actor) => ({ mentions: { some: { actor } } }),
  proposal: (proposal) => ({
    OR: [{ mentions: { some: { proposal } } }, { assertions: { some: { proposals: { some: proposal } } } }],
  }),
};

/** The kinds of entries, in their order within one day. */
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

/** The models of the rows that entries show. */
export const DATED_NODES: readonly ModelName[] = ['Event', 'Quote', 'ProposalStatus', 'Article'];
