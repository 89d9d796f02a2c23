import type { Builder } from './builder.ts';

export function dataset(builder: Builder): void {
  builder.entity('Dataset', {
    root: { only: 'dataset' },
    fields: (t) => ({
      title: t.column('title'),
      description: t.column('description'),
      annotators: t.column('annotators'),
      licence: t.column('licence'),
    }),
  });
}
