import type { LintArticle, LintDataset } from './article.ts';
import type { Note } from './note.ts';

/** Articles with the text of an earlier one, unless one of them says how they are related. */
export function checkSameText({ articles }: LintDataset): readonly Note[] {
  const seen = new Map<string, LintArticle[]>();
  return articles.flatMap((article): Note[] => {
    const { sha256, length } = textOf(article);
    const same = seen.get(sha256) ?? [];
    seen.set(sha256, [...same, article]);
    const [other] = same;
    if (!other || same.some((one) => isLinked(one, article) || isLinked(article, one))) return [];
    const message = `${other.slug} has the same text: add SAME_WIRE or another relation to derivedFrom, so that both count as one independent account`;
    return [
      {
        lint: 'same-text',
        article,
        location: article.head.location.at('text'),
        span: { start: 0, end: length },
        message,
      },
    ];
  });
}

function textOf({ head }: LintArticle): { readonly sha256: string; readonly length: number } {
  return (head.value as { text: { sha256: string; length: number } }).text;
}

function isLinked(article: LintArticle, { slug }: LintArticle): boolean {
  return article.items.some(
    ({ entity, value }) => entity.model === 'ArticleLink' && (value as { article: string }).article === slug,
  );
}
