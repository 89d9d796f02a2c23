import { sortKey } from '../text/sort-key.ts';
import type { DatasetDraft } from './dataset-draft.ts';
import type { NewRow } from './row.ts';
import type { StoredContext } from './stored-context.ts';

type Head = Pick<NewRow<'Article'>, 'shortName' | 'headline'>;

/**
 * Fills the names of the sources whose files give none: the words printed and the short name of the article, for example
 * "US officials (ArcaMax, 17 Dec 2025)". If two articles would name a source alike, their headlines are added.
 */
export function addSourceNames({ rows }: DatasetDraft): void {
  const sources = rows.all('Source').flatMap(({ id, articleId, printedAs }) => {
    const article = rows.get('Article', articleId);
    const unnamed = rows.get('Actor', id)?.name === '';
    return article && unnamed ? [{ id, articleId, printedAs, article, name: usualName(printedAs, article) }] : [];
  });
  const articlesOf = new Map<string, Set<string>>();
  for (const { name, articleId } of sources) articlesOf.set(name, (articlesOf.get(name) ?? new Set()).add(articleId));
  for (const { id, printedAs, article, name: usual } of sources) {
    const isRepeated = (articlesOf.get(usual)?.size ?? 0) > 1;
    const name = isRepeated ? nameWithHeadline(printedAs, article) : usual;
    rows.set('Actor', id, { name, sortKey: sortKey(name) });
  }
}

/** Whether the import would give the source this name without being told. */
export function isUsualSourceName(name: string, { printedAs, articleId }: NewRow<'Source'>, context: StoredContext) {
  const article = context.get('Article', articleId);
  return name === usualName(printedAs, article) || name === nameWithHeadline(printedAs, article);
}

function usualName(printedAs: string, { shortName }: Head): string {
  return `${printedAs} (${shortName})`;
}

function nameWithHeadline(printedAs: string, { shortName, headline }: Head): string {
  return shortName === headline
    ? usualName(printedAs, { shortName, headline })
    : `${printedAs} (${shortName}: ${headline})`;
}
