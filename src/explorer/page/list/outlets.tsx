import { type OutletKind, OutletsFileDocument, OutletsListDocument } from '../../generated/operation.ts';
import { OutletName } from '../../part/outlet-name.tsx';
import { wordOf } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

const KINDS: Readonly<Record<OutletKind, string>> = {
  PUBLISHER: 'Publishers',
  AGENCY: 'Agencies',
  DISTRIBUTOR: 'Distributors',
  AGGREGATOR: 'Aggregators',
  PLATFORM: 'Platforms',
  BROADCASTER: 'Broadcasters',
};

/** `/outlets` */
export const outletsPage = defineList({
  document: OutletsListDocument,
  file: OutletsFileDocument,
  rows: ({ outlets }) => outlets,
})({
  kind: 'outlet',
  intro: 'Publishers, agencies, distributors and broadcasters of the articles and quotes.',
  keyOf: ({ slug }) => slug,
  columns: [
    { name: 'Name', order: 'name', cell: (outlet) => <OutletName outlet={outlet} /> },
    { name: 'Kind', cell: ({ kind }) => wordOf(kind) },
    { name: 'Articles published', order: 'published', look: 'numeric', cell: ({ articles }) => articles.totalCount },
    {
      name: 'Credited in',
      order: 'credited',
      look: 'numeric',
      cell: ({ credits }) => credits.groups.totalCount,
    },
    { name: 'Quotes first said there', order: 'carried', look: 'numeric', cell: ({ wordings }) => wordings.totalCount },
  ],
  orders: {
    credited: { natural: 'DESC', by: (count) => [{ credits: { count, distinct: 'ARTICLE' } }] },
    name: { natural: 'ASC', by: (name) => [{ name }] },
    published: { natural: 'DESC', by: (count) => [{ articles: { count } }] },
    carried: { natural: 'DESC', by: (count) => [{ wordings: { count } }] },
  },
  containsWhat: 'name',
  contains: (contains) => ({ name: { contains } }),
  filters: {
    kind: { label: 'Kind', values: KINDS, where: (kind) => ({ kind: { eq: kind as OutletKind } }) },
  },
});
