import type { Builder } from './builder.ts';

export function participation(builder: Builder): void {
  builder.entity('Participation', {
    root: { list: 'participations' },
    dimensions: { actorOrganisation: ['actor', 'speaksFor'] },
    fields: (t) => ({
      actor: t.relation('actor'),
      event: t.relation('event'),
      role: t.column('role'),
    }),
  });
}
