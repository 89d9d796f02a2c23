import { globalId } from '../model/id.ts';
import type { DatasetDraft } from './dataset-draft.ts';

/** Adds the independent origins of the articles: those that links tie together, directly or by way of others, share one. */
export function addOrigins({ rows }: DatasetDraft): void {
  const slugs = new Map(rows.all('Article').map(({ id, slug }) => [id, slug]));
  const first = new Map([...slugs.keys()].map((id) => [id, id]));
  // The way to the article of the same origin that stands first in the order of slugs.
  const firstOf = (id: string): string => {
    const next = first.get(id) ?? id;
    return next === id ? id : firstOf(next);
  };
  for (const { articleId, targetId } of rows.all('ArticleLink')) {
    const [a = '', b = ''] = [firstOf(articleId), firstOf(targetId)].sort((x, y) =>
      (slugs.get(x) ?? '') < (slugs.get(y) ?? '') ? -1 : 1,
    );
    first.set(b, a);
  }
  for (const id of slugs.keys()) {
    const slug = slugs.get(firstOf(id)) ?? '';
    const sharedOriginId = globalId('Origin', slug);
    const location = rows.location('Article', firstOf(id));
    if (location) rows.add('Origin', { id: sharedOriginId, sortKey: slug }, location);
    rows.set('Article', id, { sharedOriginId });
  }
}
