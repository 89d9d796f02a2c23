import type { Builder } from './builder.ts';

export function revisionFile(builder: Builder): void {
  builder.entity('RevisionFile', {
    groups: false,
    fields: (t) => ({
      revision: t.relation('revision'),
      path: t.column('path'),
      sha256: t.column('sha256'),
    }),
  });
}
