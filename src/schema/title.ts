import type { Builder } from './builder.ts';

export function title(builder: Builder): void {
  builder.entity('Title', {
    root: { list: 'titles' },
    fields: (t) => ({
      person: t.relation('person'),
      text: t.column('text', { fullText: true }),
      organisation: t.relation('organisation'),
      tenure: t.column('tenure'),
      shared: t.column('shared'),
      wordings: t.connection('wordings'),
    }),
  });
}
