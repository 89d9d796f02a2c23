import type { Builder } from './builder.ts';

export function account(builder: Builder): void {
  builder.entity('Account', {
    root: { list: 'accounts' },
    dimensions: { article: ['articles'] },
    fields: (t) => ({
      disagreement: t.relation('disagreement'),
      ordinal: t.column('ordinal'),
      says: t.column('says'),
      assertions: t.connection('assertions'),
      wordings: t.connection('wordings'),
      articles: t.connection('articles'),
      contrasts: t.connection('contrasts'),
      contrasted: t.connection('contrasted'),
    }),
  });
}
