import type { Builder } from './builder.ts';

export function revision(builder: Builder): void {
  builder.entity('Revision', {
    root: { latest: 'revision', list: 'revisions', live: 'revision' },
    fields: (t) => ({
      number: t.column('number'),
      importedAt: t.column('importedAt'),
      filesSha256: t.column('filesSha256'),
      files: t.connection('files'),
      changes: t.connection('changes'),
    }),
  });
}
