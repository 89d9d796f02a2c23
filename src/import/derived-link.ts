import type { Location } from '../text/yaml-file.ts';
import { accountsOf } from './account.ts';
import type { DatasetDraft } from './dataset-draft.ts';
import type { Rows } from './rows.ts';

/**
 * Adds the links that follow from other rows: who published an article, which organisations an actor speaks for, to whom
 * articles attribute a quote, in which words an assertion's own article prints its quote, and which articles disagree.
 */
export function addDerivedLinks({ rows }: DatasetDraft): void {
  for (const { id, capacity, outletId } of rows.all('Credit')) {
    const article = rows.get('Assertion', id)?.articleId;
    const location = rows.location('Credit', id);
    if (capacity === 'PUBLISHER' && article && outletId && location) {
      rows.add('ArticlePublisher', { articleId: article, outletId }, location);
    }
  }
  const speaksFor = (actorId: string, organisationId: string | null, location: Location | undefined) => {
    if (organisationId && location) rows.add('ActorOrganisation', { actorId, organisationId }, location);
  };
  for (const { id } of rows.all('Organisation')) speaksFor(id, id, rows.location('Organisation', id));
  for (const { id, memberOfId } of rows.all('Source')) speaksFor(id, memberOfId, rows.location('Source', id));
  for (const { id, personId, organisationId, tenure } of rows.all('Title')) {
    if (tenure === 'CURRENT') speaksFor(personId, organisationId, rows.location('Title', id));
  }
  addWords(rows);
  for (const { id: disagreementId } of rows.all('Disagreement')) {
    const location = rows.location('Disagreement', disagreementId);
    for (const { articleId } of accountsOf(disagreementId, rows)) {
      if (location) rows.add('DisagreementArticle', { disagreementId, articleId }, location);
    }
  }
}

/** Links a quote to everyone whom its wordings name as the speaker, and an assertion to its own article's wordings. */
function addWords(rows: Rows): void {
  const attributed = new Set<string>();
  for (const { id, quoteId, speakerId: actorId } of rows.all('Wording')) {
    const location = rows.location('Wording', id);
    if (!actorId || !location || attributed.has(`${quoteId} ${actorId}`)) continue;
    attributed.add(`${quoteId} ${actorId}`);
    rows.add('QuoteAttribution', { quoteId, actorId }, location);
  }
  for (const { id: assertionId, articleId, quoteId } of rows.all('Assertion')) {
    const location = rows.location('Assertion', assertionId);
    if (!quoteId || !location) continue;
    for (const wording of rows.where('Wording', 'quoteId', quoteId)) {
      if (wording.articleId !== articleId) continue;
      rows.add('AssertionWording', { assertionId, wordingId: wording.id }, location);
    }
  }
}
