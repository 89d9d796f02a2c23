import { addressOf } from '../../address.ts';
import { QuotesFileDocument, QuotesListDocument } from '../../generated/operation.ts';
import { ArticleName, ProposalNames, shortNameOf } from '../../part/name.tsx';
import { Speaker } from '../../part/speaker.tsx';
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
    { name: 'Quote', cell: ({ slug, text }) => <a href={addressOf('quote', slug)}>“{text}”</a> },
    {
      name: 'Speaker',
      order: 'speaker',
      cell: ({ canonicalSpeaker, named, consistent }) => (
        <>
          <Speaker speaker={canonicalSpeaker} wordings={named.groups.nodes} />
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
      cell: ({ wordings }) => wordings.groups.totalCount,
    },
    {
      name: 'Reported in',
      look: 'text',
      cell: ({ wordings }) => (
        <ul class="plain">
          {wordings.groups.nodes.map(
            ({ article }) =>
              article && (
                <li key={article.slug}>
                  {article.publishers.nodes.map(({ name }) => `${name}: `)}
                  <ArticleName article={article} />
                </li>
              ),
          )}
        </ul>
      ),
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
      nameOf: ({ canonicalSpeaker }) => canonicalSpeaker && shortNameOf(canonicalSpeaker),
    },
    about: { label: 'about', names: 'actor', where: (slug) => ({ about: { some: { slug: { eq: slug } } } }) },
    proposal: {
      label: 'on',
      names: 'proposal',
      where: (slug) => ({ proposals: { some: { slug: { eq: slug } } } }),
    },
    event: { label: 'said at', names: 'event', where: (slug) => ({ event: { slug: { eq: slug } } }) },
  },
});
