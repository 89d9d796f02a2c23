import { addressOf } from '../../address.ts';
import { SourcesFileDocument, SourcesListDocument } from '../../generated/operation.ts';
import { ActorName, ArticleName } from '../../part/name.tsx';
import { sourceKindOf } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

/** `/sources` */
export const sourcesPage = defineList({
  document: SourcesListDocument,
  file: SourcesFileDocument,
  rows: ({ sources }) => sources,
})({
  kind: 'source',
  intro:
    'People and groups who speak without a name or as one. Each belongs to one article, since officials in two articles may or may not be the same.',
  keyOf: ({ slug }) => slug,
  columns: [
    {
      name: 'Described as',
      order: 'name',
      cell: ({ slug, printedAs }) => <a href={addressOf('source', slug)}>{printedAs}</a>,
    },
    { name: 'Article', order: 'article', look: 'text', cell: ({ article }) => <ArticleName article={article} /> },
    {
      name: 'Speaks for',
      cell: ({ memberOf }) => (memberOf ? <ActorName actor={memberOf} /> : <span class="note">not stated</span>),
    },
    {
      name: 'Reason for anonymity',
      look: 'text',
      cell: (source) =>
        source.anonymityReason ?? (
          <span class="note">{source.collective ? sourceKindOf(source).toLowerCase() : 'none given'}</span>
        ),
    },
    { name: 'Quotes', order: 'quotes', look: 'numeric', cell: ({ quotes }) => quotes.totalCount },
    { name: 'Claims', order: 'claims', look: 'numeric', cell: ({ asserted }) => asserted.totalCount },
  ],
  orders: {
    claims: { natural: 'DESC', by: (count) => [{ asserted: { count } }] },
    name: { natural: 'ASC', by: (printedAs) => [{ printedAs }] },
    article: { natural: 'ASC', by: (headline) => [{ article: { headline } }] },
    quotes: { natural: 'DESC', by: (count) => [{ quotes: { count } }] },
  },
  containsWhat: 'description',
  contains: (contains) => ({ printedAs: { contains } }),
});
