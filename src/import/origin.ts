import { globalId } from '../model/id.ts';
import type { DatasetDraft } from './dataset-draft.ts';

/** Adds the independent origins of the articles: articles that are linked, directly or through others, share one. */
export function addOrigins({ rows }: DatasetDraft): void {
  const slugs = new Map(rows.all('Article').map(({ id, slug }) => [id, slug]));
  const first = new Map([...slugs.keys()].map((id) => [id, id]));
  // The article of the same origin whose slug comes first.
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
