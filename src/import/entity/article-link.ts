import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { docOf, oneOf, slug, text } from '../shape.ts';

const shape = z.strictObject({
  article: slug(docOf('ArticleLink', 'target')),
  relation: oneOf('ArticleRelation', docOf('ArticleLink', 'relation')),
  basis: oneOf('Basis', docOf('ArticleLink', 'basis')),
  gloss: text(docOf('ArticleLink', 'gloss')),
});

/** That the article depends on another one. */
export const articleLink: Entity<z.output<typeof shape>> = {
  model: 'ArticleLink',
  shape,
  id: ({ article, relation }, scope) => globalId('ArticleLink', scope.article.slug, article, relation),
  rows({ article, relation, basis, gloss }, scope, id) {
    if (article === scope.article.slug) scope.problem('an article cannot go back to itself', 'article');
    scope.add('ArticleLink', {
      id,
      sortKey: `${scope.article.slug}/${article}`,
      articleId: scope.article.id,
      targetId: scope.ref('Article', article, 'article'),
      relation,
      basis,
      gloss,
    });
  },
  entry(id, scope) {
    const { targetId, relation, basis, gloss } = scope.get('ArticleLink', id);
    return { article: scope.ref('Article', targetId), relation, basis, gloss };
  },
};
