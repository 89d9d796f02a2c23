import type { Builder } from './builder.ts';

export function actor(builder: Builder): void {
  builder.entity('Actor', {
    root: { one: 'actor', list: 'actors' },
    slugHistory: 'slugs',
    dimensions: { organisation: ['speaksFor'] },
    fields: (t) => ({
      slug: t.column('slug'),
      name: t.column('name', { fullText: true }),
      actorType: t.column('actorType'),
      aliases: t.connection('aliases'),
      wordings: t.connection('wordings'),
      quotes: t.connection('quotes'),
      quotesAbout: t.connection('quotesAbout'),
      positions: t.connection('positions'),
      mentions: t.connection('mentions'),
      memberships: t.connection('memberships'),
      participations: t.connection('participations'),
      claims: t.connection('claims'),
      speaksFor: t.connection('speaksFor'),
      asserted: t.connection('asserted'),
      relayed: t.connection('relayed'),
      collectives: t.connection('collectives'),
      disagreements: t.connection('disagreements'),
    }),
  });
}
