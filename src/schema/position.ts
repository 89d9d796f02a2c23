import type { Builder } from './builder.ts';

export function position(builder: Builder): void {
  builder.entity('Position', {
    root: { list: 'positions' },
    dimensions: { actorOrganisation: ['actor', 'speaksFor'] },
    fields: (t) => ({
      actor: t.relation('actor'),
      proposal: t.relation('proposal'),
      stance: t.column('stance'),
      side: t.column('side'),
      condition: t.column('condition'),
      modality: t.column('modality'),
      voice: t.column('voice'),
    }),
  });
}
