import { QuotesFileDocument, QuotesListDocument } from '../../generated/operation.ts';
import { ProposalNames, shortNameOf } from '../../part/name.tsx';
import { Speakers } from '../../part/speaker.tsx';
import { Versions } from '../../part/words.tsx';
import { defineList } from './list-page.tsx';

/** `/quotes` */
export const quotesPage = defineList({
  document: QuotesListDocument,
  file: QuotesFileDocument,
  rows: ({ quotes }) => quotes,
})({
  kind: 'quote',
  intro: 'Every statement, listed once, with the articles that report it.',
  keyOf: ({ slug }) => slug,
  columns: [
    { name: 'Quote, as printed', look: 'text', cell: ({ wordings }) => <Versions wordings={wordings.nodes} /> },
    {
      name: 'Speaker',
      order: 'speaker',
      cell: ({ speakers, consistent }) => (
        <>
          {speakers.nodes.length > 0 ? <Speakers speakers={speakers.nodes} /> : <span class="note">none named</span>}{' '}
          {!consistent && <span class="tag">articles differ</span>}
        </>
      ),
    },
    {
      name: 'Proposals',
      look: 'text',
      cell: ({ proposals: { nodes } }) => <ProposalNames proposals={nodes} />,
    },
    {
      name: 'Articles',
      order: 'articles',
      look: 'numeric',
      cell: ({ articles }) => articles.groups.totalCount,
    },
  ],
  orders: {
    articles: { natural: 'DESC', by: (count) => [{ wordings: { count, distinct: 'ARTICLE' } }] },
    speaker: { natural: 'ASC', by: (name) => [{ canonicalSpeaker: { name } }] },
  },
  containsWhat: 'wording',
  contains: (contains) => ({
    OR: [{ text: { contains } }, { wordings: { some: { OR: [{ text: { contains } }, { gloss: { contains } }] } } }],
  }),
  filters: {
    speaker: {
      label: 'said by',
      names: 'actor',
      where: (slug) => ({ wordings: { some: { speaker: { slug: { eq: slug } } } } }),
      nameOf: ({ speakers }, slug) => speakers.nodes.filter((one) => one.slug === slug).map(shortNameOf)[0],
    },
    about: { label: 'about', names: 'actor', where: (slug) => ({ about: { some: { slug: { eq: slug } } } }) },
    proposal: {
      label: 'on',
      names: 'proposal',
      nameOf: ({ proposals }, proposal) => proposals.nodes.find(({ slug }) => slug === proposal)?.name,
      where: (slug) => ({ proposals: { some: { slug: { eq: slug } } } }),
    },
    event: { label: 'said at', names: 'event', where: (slug) => ({ event: { slug: { eq: slug } } }) },
  },
});
