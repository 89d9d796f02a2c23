import { models } from '../model/model.ts';
import type { Builder } from './builder.ts';
import type { Registers } from './register.ts';

export function claim(builder: Builder, { claimKeys }: Registers): void {
  builder.entity('Claim', {
    root: { list: 'claims' },
    fields: (t) => ({
      aboutActor: t.relation('aboutActor'),
      aboutProposal: t.relation('aboutProposal'),
      aboutEvent: t.relation('aboutEvent'),
      key: t.column('key', { description: `${models.Claim.columns.key?.doc} ${listed(claimKeys)}`.trim() }),
      value: t.column('value'),
      amount: t.column('amount'),
      amountTo: t.column('amountTo'),
      comparator: t.column('comparator'),
      unit: t.column('unit'),
      convertedFrom: t.relation('convertedFrom'),
      conversions: t.connection('conversions'),
    }),
  });
}

function listed(claimKeys: Registers['claimKeys']): string {
  if (!claimKeys.length) return '';
  return `The keys are:\n\n${claimKeys.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n')}`;
}
