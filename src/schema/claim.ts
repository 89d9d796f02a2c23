import type { Builder } from './builder.ts';

export function claim(builder: Builder): void {
  builder.entity('Claim', {
    root: { list: 'claims' },
    fields: (t) => ({
      aboutActor: t.relation('aboutActor'),
      aboutProposal: t.relation('aboutProposal'),
      aboutEvent: t.relation('aboutEvent'),
      key: t.column('key'),
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
