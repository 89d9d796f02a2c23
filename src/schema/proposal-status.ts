import type { Builder } from './builder.ts';

export function proposalStatus(builder: Builder): void {
  builder.entity('ProposalStatus', {
    root: { list: 'proposalStatuses' },
    fields: (t) => ({
      proposal: t.relation('proposal'),
      status: t.column('status'),
      verb: t.column('verb'),
    }),
  });
}
