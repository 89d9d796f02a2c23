import type { Builder } from './builder.ts';

export function credit(builder: Builder): void {
  builder.entity('Credit', {
    root: { list: 'credits' },
    fields: (t) => ({
      outlet: t.relation('outlet'),
      contributor: t.relation('contributor'),
      capacity: t.column('capacity'),
      ordinal: t.column('ordinal'),
      figure: t.column('figure'),
      mentions: t.connection('mentions'),
    }),
  });
}
