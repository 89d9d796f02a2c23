import { addressOf } from '../address.ts';
import type { DatedArticleFragment } from '../generated/operation.ts';
import { ArticleDate } from '../part/article-date.tsx';
import { Headline } from '../part/name.tsx';

/** The heading of an article's account: outlet, headline and date. */
export function DatedArticle({ article }: { article: DatedArticleFragment }) {
  const { publishers } = article;
  return (
    <p class="dated">
      {publishers.nodes.map(({ slug, name }) => (
        <a key={slug} class="outlet" href={addressOf('outlet', slug)}>
          {name}
        </a>
      ))}
      <Headline article={article} />
      <span class="note">
        <ArticleDate article={article} />
      </span>
    </p>
  );
}

/** Orders articles by date, undated ones last, then by slug. */
export function byDate(a: DatedArticleFragment, b: DatedArticleFragment): number {
  const [dayA, dayB] = [dayOfArticle(a), dayOfArticle(b)];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0;
}

/** The earliest possible date of the article; after all dates if none is known. */
function dayOfArticle({ published, updated }: DatedArticleFragment): string {
  return published?.earliest ?? published?.latest ?? updated?.earliest ?? updated?.latest ?? '9999';
}

/** Groups items by article, in the order of `byDate`. */
export function byArticle<Item extends { readonly article: DatedArticleFragment }>(
  items: readonly Item[],
): readonly { readonly article: DatedArticleFragment; readonly items: readonly Item[] }[] {
  const groups = new Map<string, { article: DatedArticleFragment; items: Item[] }>();
  for (const item of items) {
    const group = groups.get(item.article.slug);
    if (group) group.items.push(item);
    else groups.set(item.article.slug, { article: item.article, items: [item] });
  }
  return [...groups.values()].sort((a, b) => byDate(a.article, b.article));
}
