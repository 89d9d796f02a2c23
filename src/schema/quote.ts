import type { Builder } from './builder.ts';

export function quote(builder: Builder): void {
  builder.entity('Quote', {
    root: { one: 'quote', list: 'quotes' },
    dimensions: { proposal: ['proposals'], about: ['about'], speakerOrganisation: ['canonicalSpeaker', 'speaksFor'] },
    fields: (t) => ({
      slug: t.column('slug'),
      text: t.column('text', { fullText: true }),
      canonicalSpeaker: t.relation('canonicalSpeaker'),
      consistent: t.column('consistent'),
      about: t.connection('about'),
      proposals: t.connection('proposals'),
      event: t.relation('event'),
      wordings: t.connection('wordings'),
      speakers: t.connection('speakers'),
      assertions: t.connection('assertions'),
      distinctFrom: t.connection('distinctFrom'),
    }),
  });
}
