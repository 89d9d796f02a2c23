import type { Builder } from './builder.ts';

export function revision(builder: Builder): void {
  builder.entity('Revision', {
    root: { latest: 'revision' },
    fields: (t) => ({
      number: t.column('number'),
      importedAt: t.column('importedAt'),
    }),
  });
}
