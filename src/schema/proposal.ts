import type { Builder } from './builder.ts';

export function proposal(builder: Builder): void {
  builder.entity('Proposal', {
    root: { one: 'proposal', list: 'proposals' },
    fields: (t) => ({
      slug: t.column('slug'),
      name: t.column('name', { fullText: true }),
      kind: t.column('kind'),
      summary: t.column('summary', { fullText: true }),
      aliases: t.connection('aliases'),
      links: t.connection('links'),
      linkedFrom: t.connection('linkedFrom'),
      statuses: t.connection('statuses'),
      positions: t.connection('positions'),
      quotes: t.connection('quotes'),
      mentions: t.connection('mentions'),
      claims: t.connection('claims'),
      events: t.connection('events'),
      assertions: t.connection('assertions'),
      sources: t.connection('sources'),
      disagreements: t.connection('disagreements'),
    }),
  });
}
