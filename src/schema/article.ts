import type { Builder } from './builder.ts';

export function article(builder: Builder): void {
  builder.entity('Article', {
    root: { one: 'article', list: 'articles' },
    dimensions: { outlet: ['publishers'] },
    fields: (t) => ({
      slug: t.column('slug'),
      shortName: t.column('shortName'),
      headline: t.column('headline', { fullText: true }),
      alternativeHeadline: t.column('alternativeHeadline', { fullText: true }),
      section: t.column('section'),
      language: t.column('language'),
      url: t.column('url'),
      summary: t.column('summary', { fullText: true }),
      annotated: t.column('annotated'),
      dateline: t.column('dateline'),
      published: t.when('published'),
      updated: t.when('updated'),
      originKind: t.column('originKind'),
      originBasis: t.column('originBasis'),
      origin: t.relation('origin'),
      derivedFrom: t.connection('derivedFrom'),
      derivatives: t.connection('derivatives'),
      textSha256: t.column('textSha256'),
      textLength: t.column('textLength'),
      body: t.body('text', 'The whole text of the article, as published.'),
      wordings: t.connection('wordings'),
      mentions: t.connection('mentions'),
      sources: t.connection('sources'),
      aliases: t.connection('aliases'),
      publishers: t.connection('publishers'),
      assertions: t.connection('assertions'),
      credits: t.connection('assertions', {
        of: 'Credit',
        description:
          'The outlets and people that produced the article and its photos: the publishing chain first, then as printed.',
      }),
      positions: t.connection('assertions', {
        of: 'Position',
        description: 'Positions of actors on proposals, according to this article.',
      }),
      proposalStatuses: t.connection('assertions', {
        of: 'ProposalStatus',
        description: 'The status of proposals, according to this article.',
      }),
      proposalLinks: t.connection('assertions', {
        of: 'ProposalLink',
        description: 'How proposals relate, according to this article.',
      }),
      titles: t.connection('assertions', {
        of: 'Title',
        description: 'Titles of people, as this article prints them.',
      }),
      memberships: t.connection('assertions', {
        of: 'Membership',
        description: 'Memberships, according to this article.',
      }),
      participations: t.connection('assertions', {
        of: 'Participation',
        description: 'Who took part in which event, according to this article.',
      }),
      claims: t.connection('assertions', { of: 'Claim', description: 'Other facts that this article reports.' }),
      disagreements: t.connection('disagreements'),
      accounts: t.connection('accounts'),
    }),
  });
}
