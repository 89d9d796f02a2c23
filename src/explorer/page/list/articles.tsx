import { ArticlesFileDocument, ArticlesListDocument } from '../../generated/operation.ts';
import { ArticleDate } from '../../part/article-date.tsx';
import { Headline } from '../../part/name.tsx';
import { OutletNames } from '../../part/outlet-name.tsx';
import { wordOf } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

/** `/articles` */
export const articlesPage = defineList({
  document: ArticlesListDocument,
  file: ArticlesFileDocument,
  rows: ({ articles }) => articles,
})({
  kind: 'article',
  intro: 'All articles in this collection, with what each reports.',
  keyOf: ({ slug }) => slug,
  columns: [
    {
      name: 'Headline',
      order: 'headline',
      cell: (article) => (
        <>
          <Headline article={article} />
          <p class="note">{article.summary}</p>
        </>
      ),
    },
    { name: 'Publisher', cell: ({ publishers }) => <OutletNames outlets={publishers.nodes} /> },
    {
      name: 'Date',
      order: 'date',
      cell: (article) => <ArticleDate article={article} detailed />,
    },
    { name: 'Origin', cell: ({ originKind }) => wordOf(originKind) },
    { name: 'Quotations', order: 'quotations', look: 'numeric', cell: ({ quotations }) => quotations.totalCount },
    {
      name: 'Positions',
      order: 'positions',
      look: 'numeric',
      cell: ({ positions, annotated }) => (annotated === 'QUOTATIONS' ? 'not yet read' : positions.totalCount),
    },
    { name: 'Statements', order: 'assertions', look: 'numeric', cell: ({ assertions }) => assertions.totalCount },
  ],
  orders: {
    date: {
      natural: 'DESC',
      by: (direction) => [{ published: { earliest: direction } }, { updated: { earliest: direction } }],
    },
    headline: { natural: 'ASC', by: (headline) => [{ headline }] },
    quotations: { natural: 'DESC', by: (count) => [{ wordings: { count, where: { rendering: { eq: 'QUOTED' } } } }] },
    positions: { natural: 'DESC', by: (count) => [{ positions: { count } }] },
    assertions: { natural: 'DESC', by: (count) => [{ assertions: { count } }] },
  },
  containsWhat: 'headline or summary',
  contains: (contains) => ({
    OR: [{ headline: { contains } }, { alternativeHeadline: { contains } }, { summary: { contains } }],
  }),
  filters: {
    outlet: {
      label: 'published by',
      names: 'outlet',
      nameOf: ({ publishers }, outlet) => publishers.nodes.find(({ slug }) => slug === outlet)?.name,
      where: (slug) => ({ publishers: { some: { slug: { eq: slug } } } }),
    },
    names: {
      label: 'that name',
      names: 'actor',
      where: (slug) => ({ mentions: { some: { actor: { slug: { eq: slug } } } } }),
    },
  },
});
