import type { Builder } from './builder.ts';

export function event(builder: Builder): void {
  builder.entity('Event', {
    root: { one: 'event', list: 'events' },
    dimensions: { proposal: ['proposals'] },
    fields: (t) => ({
      slug: t.column('slug'),
      name: t.column('name', { fullText: true }),
      kind: t.column('kind'),
      place: t.column('place'),
      when: t.when('when'),
      participations: t.connection('participations'),
      proposals: t.connection('proposals'),
      quotes: t.connection('quotes'),
      claims: t.connection('claims'),
      disagreements: t.connection('disagreements'),
    }),
  });
}
