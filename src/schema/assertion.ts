import type { Builder } from './builder.ts';

export function assertion(builder: Builder): void {
  builder.entity('Assertion', {
    root: { list: 'assertions' },
    dimensions: {
      outlet: ['article', 'publishers'],
      origin: ['article', 'origin'],
      proposal: ['proposals'],
      disagreement: ['disagreements'],
    },
    fields: (t) => ({
      assertionType: t.column('assertionType'),
      article: t.relation('article'),
      start: t.column('start'),
      end: t.column('end'),
      sha256: t.column('sha256'),
      spanText: t.excerpt(['article', 'text'], 'The source passage: the text from `start` to `end`.'),
      context: t.context(['article', 'text'], 'The same words with some text before and after.'),
      paragraph: t.column('paragraph'),
      gloss: t.column('gloss', { fullText: true }),
      basis: t.column('basis'),
      assertedBy: t.relation('assertedBy'),
      relayedBy: t.relation('relayedBy'),
      when: t.when('when'),
      quote: t.relation('quote'),
      ownWordings: t.connection('ownWordings'),
      proposals: t.connection('proposals'),
      disagreements: t.connection('disagreements'),
      accounts: t.connection('accounts'),
    }),
  });
}
