import type { Builder } from './builder.ts';

export function contrast(builder: Builder): void {
  builder.entity('Contrast', {
    root: { list: 'contrasts' },
    fields: (t) => ({
      disagreement: t.relation('disagreement'),
      account: t.relation('account'),
      other: t.relation('other'),
      kind: t.column('kind'),
    }),
  });
}
