import { z } from 'zod';
import { globalId } from '../../model/id.ts';
import type { Entity } from '../entity.ts';
import { docOf, oneOf, slug, text } from '../shape.ts';

const shape = z.strictObject({
  article: slug(docOf('ArticleLink', 'target')),
  relation: oneOf('ArticleRelation', docOf('ArticleLink', 'relation')),
  basis: oneOf('Basis', docOf('ArticleLink', 'basis')),
  gloss: text(docOf('ArticleLink', 'gloss'), 'ours'),
});

/** A link to an article on which this one depends. */
export const articleLink: Entity<z.output<typeof shape>> = {
  model: 'ArticleLink',
  shape,
  id: ({ article, relation }, context) => globalId('ArticleLink', context.article.slug, article, relation),
  rows({ article, relation, basis, gloss }, context, id) {
    if (article === context.article.slug)
      context.problem('an article cannot be derived from itself: remove this entry', 'article');
    context.add('ArticleLink', {
      id,
      sortKey: `${context.article.slug}/${article}`,
      articleId: context.article.id,
      targetId: context.ref('Article', article, 'article'),
      relation,
      basis,
      gloss,
    });
  },
  entry(id, context) {
    const { targetId, relation, basis, gloss } = context.get('ArticleLink', id);
    return { article: context.ref('Article', targetId), relation, basis, gloss };
  },
};
