import type { Builder } from './builder.ts';

export function revisionChange(builder: Builder): void {
  builder.entity('RevisionChange', {
    groups: false,
    fields: (t) => ({
      revision: t.relation('revision'),
      entity: t.column('entity'),
      added: t.column('added'),
      changed: t.column('changed'),
      removed: t.column('removed'),
    }),
  });
}
