import type { DatasetDraft } from './dataset-draft.ts';
import type { Rows } from './rows.ts';
import { addSpeakers } from './speaker.ts';
import { statementsOf } from './statement.ts';

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
  addSpeakers(rows);
  addWords(rows);
  for (const { id: disagreementId } of rows.all('Disagreement')) {
    const location = rows.location('Disagreement', disagreementId);
    for (const { articleId } of statementsOf(disagreementId, rows)) {
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
