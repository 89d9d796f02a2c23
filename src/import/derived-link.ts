import type { Place } from '../text/yaml-file.ts';
import { accountsOf } from './account.ts';
import type { Dataset } from './dataset.ts';

/**
 * Adds the links that follow from other rows: who published an article, for which organisations an actor speaks, and
 * which articles do not agree.
 */
export function addDerivedLinks({ rows }: Dataset): void {
  for (const { id, capacity, outletId } of rows.all('Credit')) {
    const article = rows.get('Assertion', id)?.articleId;
    const place = rows.place('Credit', id);
    if (capacity === 'PUBLISHER' && article && outletId && place) {
      rows.add('ArticlePublisher', { articleId: article, outletId }, place);
    }
  }
  const speaksFor = (actorId: string, organisationId: string | null, place: Place | undefined) => {
    if (organisationId && place) rows.add('ActorOrganisation', { actorId, organisationId }, place);
  };
  for (const { id } of rows.all('Organisation')) speaksFor(id, id, rows.place('Organisation', id));
  for (const { id, memberOfId } of rows.all('Source')) speaksFor(id, memberOfId, rows.place('Source', id));
  for (const { id, personId, organisationId, tenure } of rows.all('Title')) {
    if (tenure === 'CURRENT') speaksFor(personId, organisationId, rows.place('Title', id));
  }
  for (const { id: disagreementId } of rows.all('Disagreement')) {
    const place = rows.place('Disagreement', disagreementId);
    for (const { articleId } of accountsOf(disagreementId, rows)) {
      if (place) rows.add('DisagreementArticle', { disagreementId, articleId }, place);
    }
  }
}
