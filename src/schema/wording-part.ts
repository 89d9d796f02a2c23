import type { Builder } from './builder.ts';

export function wordingPart(builder: Builder): void {
  builder.entity('WordingPart', {
    groups: false,
    fields: (t) => ({
      wording: t.relation('wording'),
      ordinal: t.column('ordinal'),
      change: t.column('change'),
      text: t.column('text'),
      whole: t.column('whole'),
    }),
  });
}
