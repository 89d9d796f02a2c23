import { addressOf } from '../../address.ts';
import { PeopleFileDocument, PeopleListDocument } from '../../generated/operation.ts';
import { defineList } from './list-page.tsx';

/** `/people` */
export const peoplePage = defineList({
  document: PeopleListDocument,
  file: PeopleFileDocument,
  rows: ({ people }) => people,
})({
  kind: 'person',
  intro: 'Everyone named in the articles: what they said and which positions they hold.',
  keyOf: ({ slug }) => slug,
  columns: [
    { name: 'Name', order: 'name', cell: ({ slug, name }) => <a href={addressOf('person', slug)}>{name}</a> },
    { name: 'Title', look: 'text', cell: ({ titles: { nodes } }) => nodes[0]?.text },
    { name: 'Quotes', order: 'quotes', look: 'numeric', cell: ({ quotes }) => quotes.totalCount },
    { name: 'Positions', order: 'positions', look: 'numeric', cell: ({ positions }) => positions.totalCount },
    { name: 'Articles', order: 'articles', look: 'numeric', cell: ({ mentions }) => mentions.groups.totalCount },
  ],
  orders: {
    quotes: { natural: 'DESC', by: (count) => [{ quotes: { count } }, { mentions: { count } }] },
    name: { natural: 'ASC', by: (name) => [{ name }] },
    positions: { natural: 'DESC', by: (count) => [{ positions: { count } }] },
    articles: { natural: 'DESC', by: (count) => [{ mentions: { count, distinct: 'ARTICLE' } }] },
  },
  containsWhat: 'name or other spelling',
  contains: (contains) => ({ OR: [{ name: { contains } }, { aliases: { some: { text: { contains } } } }] }),
});
