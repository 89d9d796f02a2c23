import type { Builder } from './builder.ts';

export function proposalLink(builder: Builder): void {
  builder.entity('ProposalLink', {
    root: { list: 'proposalLinks' },
    fields: (t) => ({
      proposal: t.relation('proposal'),
      target: t.relation('target'),
      relation: t.column('relation'),
    }),
  });
}
