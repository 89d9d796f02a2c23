import type { Builder } from './builder.ts';

export function participation(builder: Builder): void {
  builder.entity('Participation', {
    root: { list: 'participations' },
    fields: (t) => ({
      actor: t.relation('actor'),
      event: t.relation('event'),
      role: t.column('role'),
    }),
  });
}
