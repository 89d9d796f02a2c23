import type { Builder } from './builder.ts';

export function alias(builder: Builder): void {
  builder.entity('Alias', {
    root: { list: 'aliases' },
    dimensions: { outlet: ['article', 'publishers'], origin: ['article', 'origin'] },
    groups: false,
    fields: (t) => ({
      text: t.column('text', { fullText: true }),
      kind: t.column('kind'),
      actor: t.relation('actor'),
      proposal: t.relation('proposal'),
      article: t.relation('article'),
    }),
  });
}
