import type { Builder } from './builder.ts';

export function disagreement(builder: Builder): void {
  builder.entity('Disagreement', {
    root: { one: 'disagreement', list: 'disagreements' },
    dimensions: { article: ['articles'], proposal: ['proposals'], event: ['events'], actor: ['actors'] },
    fields: (t) => ({
      slug: t.column('slug'),
      topic: t.column('topic', { fullText: true }),
      kind: t.column('kind'),
      basis: t.column('basis'),
      assumption: t.column('assumption'),
      accounts: t.connection('accounts'),
      contrasts: t.connection('contrasts'),
      assertions: t.connection('assertions'),
      wordings: t.connection('wordings'),
      articles: t.connection('articles'),
      proposals: t.connection('proposals'),
      events: t.connection('events'),
      actors: t.connection('actors'),
    }),
  });
}
