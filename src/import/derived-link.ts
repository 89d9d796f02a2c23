import type { Knowledge } from './knowledge.ts';
import type { Row } from './row.ts';

/** Adds the links that follow from other rows: who published an article, and for which organisations an actor speaks. */
export function addDerivedLinks({ rows }: Knowledge): void {
  for (const { id, capacity, outletId } of rows.all('Credit')) {
    const article = rows.get('Assertion', id)?.articleId;
    const place = rows.place('Credit', id);
    if (capacity === 'PUBLISHER' && article && outletId && place) {
      rows.add('ArticlePublisher', { articleId: article, outletId }, place);
    }
  }
  const speaksFor = (actorId: string, organisationId: string | null, from: Row<'Title'> | Row<'Actor'>['id']) => {
    const place = typeof from === 'string' ? rows.place('Actor', from) : rows.place('Title', from.id);
    if (organisationId && place) rows.add('ActorOrganisation', { actorId, organisationId }, place);
  };
  for (const { id } of rows.all('Organisation')) speaksFor(id, id, id);
  for (const { id, memberOfId } of rows.all('Source')) speaksFor(id, memberOfId, id);
  for (const title of rows.all('Title')) {
    if (title.tenure === 'CURRENT') speaksFor(title.personId, title.organisationId, title);
  }
}
