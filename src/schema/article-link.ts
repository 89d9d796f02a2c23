import type { Builder } from './builder.ts';

export function articleLink(builder: Builder): void {
  builder.entity('ArticleLink', {
    root: { list: 'articleLinks' },
    groups: false,
    fields: (t) => ({
      article: t.relation('article'),
      relation: t.column('relation'),
      target: t.relation('target'),
      basis: t.column('basis'),
      gloss: t.column('gloss'),
    }),
  });
}
