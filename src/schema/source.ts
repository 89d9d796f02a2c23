import type { Builder } from './builder.ts';

export function source(builder: Builder): void {
  builder.entity('Source', {
    root: { one: 'source', list: 'sources' },
    dimensions: { outlet: ['article', 'publishers'], origin: ['article', 'origin'] },
    fields: (t) => ({
      printedAs: t.column('printedAs'),
      collective: t.column('collective'),
      anonymityReason: t.column('anonymityReason'),
      article: t.relation('article'),
      memberOf: t.relation('memberOf'),
      partOf: t.relation('partOf'),
      parts: t.connection('parts'),
      members: t.connection('members'),
      document: t.relation('document'),
    }),
  });
}
