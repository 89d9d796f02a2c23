import { type ProposalKind, ProposalsFileDocument, ProposalsListDocument } from '../../generated/operation.ts';
import { ProposalName } from '../../part/name.tsx';
import { countOf, wordOf } from '../../part/word.ts';
import { defineList } from './list-page.tsx';

const KINDS: Readonly<Record<ProposalKind, string>> = {
  PLAN: 'Plans',
  PACKAGE: 'Packages',
  MEASURE: 'Measures',
  DEMAND: 'Demands',
  CONCESSION: 'Concessions',
  GOAL: 'Goals',
  DECISION: 'Decisions',
  PROCEDURE: 'Procedures',
  DOCUMENT: 'Documents',
};

/** `/proposals` */
export const proposalsPage = defineList({
  document: ProposalsListDocument,
  file: ProposalsFileDocument,
  rows: ({ proposals }) => proposals,
})({
  kind: 'proposal',
  intro: 'Plans, demands, measures and other proposals, with how many actors are for and against.',
  keyOf: ({ slug }) => slug,
  columns: [
    {
      name: 'Proposal',
      order: 'name',
      cell: (proposal) => (
        <>
          <ProposalName proposal={proposal} />
          <p class="note">{proposal.summary}</p>
        </>
      ),
    },
    { name: 'Kind', cell: ({ kind }) => wordOf(kind) },
    {
      name: 'Status by article',
      cell: ({ statuses }) =>
        statuses.groups.nodes.map(({ status, count }) => (
          <span key={status} class="tag" title={countOf(count, 'statement')}>
            {status && wordOf(status)}
          </span>
        )),
    },
    { name: 'Actors for', order: 'for', look: 'numeric', cell: (proposal) => proposal.for.groups.totalCount },
    { name: 'Actors neither for nor against', look: 'numeric', cell: ({ neither }) => neither.groups.totalCount },
    { name: 'Actors against', order: 'against', look: 'numeric', cell: ({ against }) => against.groups.totalCount },
    { name: 'Actors expected to oppose', look: 'numeric', cell: ({ expected }) => expected.groups.totalCount },
    { name: 'Quotes', order: 'quotes', look: 'numeric', cell: ({ quotes }) => quotes.totalCount },
  ],
  orders: {
    debated: { natural: 'DESC', by: (count) => [{ positions: { count, distinct: 'ACTOR' } }] },
    name: { natural: 'ASC', by: (name) => [{ name }] },
    for: {
      natural: 'DESC',
      by: (count) => [{ positions: { count, distinct: 'ACTOR', where: { side: { eq: 'FOR' } } } }],
    },
    against: {
      natural: 'DESC',
      by: (count) => [{ positions: { count, distinct: 'ACTOR', where: { side: { eq: 'AGAINST' } } } }],
    },
    quotes: { natural: 'DESC', by: (count) => [{ quotes: { count } }] },
  },
  containsWhat: 'name or summary',
  contains: (contains) => ({
    OR: [{ name: { contains } }, { aliases: { some: { text: { contains } } } }, { summary: { contains } }],
  }),
  filters: {
    kind: { label: 'Kind', values: KINDS, where: (kind) => ({ kind: { eq: kind as ProposalKind } }) },
  },
});
