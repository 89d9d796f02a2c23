import type { Location } from '../text/yaml-file.ts';
import { accountsOf } from './account.ts';
import type { DatasetDraft } from './dataset-draft.ts';

/**
 * Adds the links that follow from other rows: who published an article, which organisations an actor speaks for, and
 * which articles disagree.
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
  for (const { id: disagreementId } of rows.all('Disagreement')) {
    const location = rows.location('Disagreement', disagreementId);
    for (const { articleId } of accountsOf(disagreementId, rows)) {
      if (location) rows.add('DisagreementArticle', { disagreementId, articleId }, location);
    }
  }
}
