import {
  type DisagreementKind,
  DisagreementsFileDocument,
  DisagreementsListDocument,
} from '../../generated/operation.ts';
import { ArticleName, ProposalNames } from '../../part/name.tsx';
import { Topic } from '../../part/topic.tsx';
import { capital, cautionOf, DISAGREEMENT } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

const CHIPS = Object.fromEntries(Object.entries(DISAGREEMENT).map(([kind, words]) => [kind, capital(words)]));

/** `/disagreements` */
export const disagreementsPage = defineList({
  document: DisagreementsListDocument,
  file: DisagreementsFileDocument,
  rows: ({ disagreements }) => disagreements,
})({
  kind: 'disagreement',
  intro: 'Where the articles differ, side by side. We do not judge which is right.',
  keyOf: ({ slug }) => slug,
  columns: [
    { name: 'Topic', order: 'topic', cell: ({ slug, topic }) => <Topic slug={slug} topic={topic} /> },
    { name: 'Kind', order: 'kind', cell: ({ kind, basis }) => `${DISAGREEMENT[kind]}${cautionOf({ basis })}` },
    {
      name: 'Proposals',
      look: 'text',
      cell: ({ proposals: { nodes } }) => <ProposalNames proposals={nodes} />,
    },
    {
      name: 'Accounts',
      look: 'numeric',
      cell: ({ accounts }) => accounts.totalCount,
    },
    {
      name: 'Articles',
      order: 'articles',
      look: 'text',
      cell: ({ articles: { nodes } }) => (
        <ul class="plain">
          {nodes.map((article) => (
            <li key={article.slug}>
              <ArticleName article={article} />
            </li>
          ))}
        </ul>
      ),
    },
  ],
  orders: {
    articles: { natural: 'DESC', by: (count) => [{ articles: { count } }] },
    topic: { natural: 'ASC', by: (topic) => [{ topic }] },
    kind: { natural: 'ASC', by: (kind) => [{ kind }] },
  },
  containsWhat: 'topic',
  contains: (contains) => ({ topic: { contains } }),
  filters: {
    kind: { label: 'Kind', values: CHIPS, where: (kind) => ({ kind: { eq: kind as DisagreementKind } }) },
    proposal: {
      label: 'on',
      names: 'proposal',
      nameOf: ({ proposals }, proposal) => proposals.nodes.find(({ slug }) => slug === proposal)?.name,
      where: (slug) => ({ proposals: { some: { slug: { eq: slug } } } }),
    },
  },
});
