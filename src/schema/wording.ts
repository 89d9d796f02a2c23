import type { Builder } from './builder.ts';

export function wording(builder: Builder): void {
  builder.entity('Wording', {
    root: { list: 'wordings' },
    dimensions: {
      outlet: ['article', 'publishers'],
      origin: ['article', 'origin'],
      proposal: ['quote', 'proposals'],
      speakerOrganisation: ['speaker', 'speaksFor'],
      disagreement: ['disagreements'],
    },
    fields: (t) => ({
      quote: t.relation('quote'),
      article: t.relation('article'),
      text: t.column('text', { fullText: true }),
      start: t.column('start'),
      end: t.column('end'),
      sha256: t.column('sha256'),
      spanText: t.excerpt(['article', 'text'], 'The text from `start` to `end`.'),
      context: t.context(['article', 'text'], 'The same words with some text before and after.'),
      ordinal: t.column('ordinal'),
      rendering: t.column('rendering'),
      form: t.column('form'),
      zone: t.column('zone'),
      paragraph: t.column('paragraph'),
      gloss: t.column('gloss', { fullText: true }),
      speaker: t.relation('speaker'),
      speakerTitle: t.relation('speakerTitle'),
      attribution: t.column('attribution'),
      attributedAs: t.column('attributedAs'),
      medium: t.column('medium'),
      carrier: t.relation('carrier'),
      venue: t.column('venue'),
      said: t.when('said'),
      insertions: t.column('insertions'),
      basis: t.column('basis'),
      comparison: t.connection('comparison'),
      wholeStart: t.column('wholeStart'),
      wholeEnd: t.column('wholeEnd'),
      mentions: t.connection('mentions'),
      assertions: t.connection('assertions'),
      disagreements: t.connection('disagreements'),
    }),
    filters: (t) => ({
      words: t.anyText(['text', 'gloss'], 'The words or the gloss, so reported wordings are found too.'),
    }),
  });
}
