import type { ArticleDatesFragment } from '../generated/operation.ts';
import { When } from './when.tsx';
import { publishedOf } from './word.ts';

/** When an article was published, or last updated if only that is known: the same on every page. */
export function ArticleDate({ article, detailed = false }: { article: ArticleDatesFragment; detailed?: boolean }) {
  const { slug, published, updated } = article;
  const when = published ?? updated;
  return (
    <>
      <span data-part="date" data-article={slug}>
        {publishedOf(article)}
      </span>
      {detailed && when && <When when={when} article={article} day={false} />}
    </>
  );
}
