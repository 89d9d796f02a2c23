import type { Builder } from './builder.ts';

export function mention(builder: Builder): void {
  builder.entity('Mention', {
    root: { list: 'mentions' },
    dimensions: {
      outlet: ['article', 'publishers'],
      origin: ['article', 'origin'],
      actorOrganisation: ['actor', 'speaksFor'],
    },
    fields: (t) => ({
      article: t.relation('article'),
      actor: t.relation('actor'),
      proposal: t.relation('proposal'),
      text: t.column('text'),
      start: t.column('start'),
      end: t.column('end'),
      paragraph: t.column('paragraph'),
      zone: t.column('zone'),
      kind: t.column('kind'),
      figure: t.column('figure'),
      photoCredits: t.connection('photoCredits'),
      wording: t.relation('wording'),
    }),
  });
}
