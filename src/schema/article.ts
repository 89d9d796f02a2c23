import type { Builder } from './builder.ts';

export function article(builder: Builder): void {
  builder.entity('Article', {
    root: { one: 'article', list: 'articles' },
    dimensions: { outlet: ['publishers'] },
    fields: (t) => ({
      slug: t.column('slug'),
      headline: t.column('headline', { fullText: true }),
      alternativeHeadline: t.column('alternativeHeadline', { fullText: true }),
      section: t.column('section'),
      language: t.column('language'),
      url: t.column('url'),
      summary: t.column('summary', { fullText: true }),
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
      body: t.body('text', 'The whole text of the article, as its publisher has it.'),
      wordings: t.connection('wordings'),
      mentions: t.connection('mentions'),
      sources: t.connection('sources'),
      aliases: t.connection('aliases'),
      publishers: t.connection('publishers'),
      assertions: t.connection('assertions'),
      credits: t.connection('assertions', {
        of: 'Credit',
        description:
          'Outlets and people behind the article and its photos, in the order of the publishing chain, then as printed.',
      }),
      positions: t.connection('assertions', {
        of: 'Position',
        description: 'Who stands where on which proposal, by this article.',
      }),
      proposalStatuses: t.connection('assertions', {
        of: 'ProposalStatus',
        description: 'What this article says of the state of proposals.',
      }),
      proposalLinks: t.connection('assertions', {
        of: 'ProposalLink',
        description: 'How proposals relate, by this article.',
      }),
      titles: t.connection('assertions', { of: 'Title', description: 'Titles that this article gives people.' }),
      memberships: t.connection('assertions', {
        of: 'Membership',
        description: 'Who belongs to which group, by this article.',
      }),
      participations: t.connection('assertions', {
        of: 'Participation',
        description: 'Who took part in which event, by this article.',
      }),
      claims: t.connection('assertions', { of: 'Claim', description: 'Other facts that this article gives.' }),
      disagreements: t.connection('disagreements'),
    }),
  });
}
