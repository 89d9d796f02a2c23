import { addressOf } from '../../address.ts';
import { SourcesFileDocument, SourcesListDocument } from '../../generated/operation.ts';
import { ActorName, ArticleName } from '../../part/name.tsx';
import { defineList } from './list-page.tsx';

/** `/sources` */
export const sourcesPage = defineList({
  document: SourcesListDocument,
  file: SourcesFileDocument,
  rows: ({ sources }) => sources,
})({
  path: '/sources',
  title: 'Unnamed sources',
  one: 'unnamed source',
  many: 'unnamed sources',
  intro:
    'Who speaks without a name, or as several at once: each only within its article, for nobody can say that an official of one article is that of another.',
  keyOf: ({ slug }) => slug,
  columns: [
    {
      name: 'Printed as',
      order: 'name',
      cell: ({ slug, printedAs }) => <a href={addressOf('source', slug)}>{printedAs}</a>,
    },
    { name: 'Article', order: 'article', look: 'text', cell: ({ article }) => <ArticleName article={article} /> },
    {
      name: 'Speaks for',
      cell: ({ memberOf }) => (memberOf ? <ActorName actor={memberOf} /> : <span class="note">not said</span>),
    },
    {
      name: 'Why without a name',
      look: 'text',
      cell: ({ anonymityReason, collective }) =>
        anonymityReason ?? <span class="note">{collective ? 'several who speak as one' : 'no reason given'}</span>,
    },
    { name: 'Quotes', order: 'quotes', look: 'numeric', cell: ({ quotes }) => quotes.totalCount },
    { name: 'On its word', order: 'word', look: 'numeric', cell: ({ asserted }) => asserted.totalCount },
  ],
  orders: {
    word: { natural: 'DESC', by: (count) => [{ asserted: { count } }] },
    name: { natural: 'ASC', by: (printedAs) => [{ printedAs }] },
    article: { natural: 'ASC', by: (headline) => [{ article: { headline } }] },
    quotes: { natural: 'DESC', by: (count) => [{ quotes: { count } }] },
  },
  containsWhat: 'printed name',
  contains: (contains) => ({ printedAs: { contains } }),
});
