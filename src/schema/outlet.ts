import type { Builder } from './builder.ts';

export function outlet(builder: Builder): void {
  builder.entity('Outlet', {
    root: { one: 'outlet', list: 'outlets' },
    fields: (t) => ({
      slug: t.column('slug'),
      name: t.column('name', { fullText: true }),
      kind: t.column('kind'),
      website: t.column('website'),
      credits: t.connection('credits'),
      articles: t.connection('articles'),
      wordings: t.connection('wordings'),
    }),
  });
}
