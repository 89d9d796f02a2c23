import type { DatasetDraft } from './dataset-draft.ts';
import type { NewRow } from './row.ts';
import type { StoredContext } from './stored-context.ts';

type Head = Pick<
  NewRow<'Article'>,
  'headline' | 'publishedEarliest' | 'publishedLatest' | 'updatedEarliest' | 'updatedLatest'
>;

/**
 * Fills the short names of the articles whose files have none: the outlet and the day, for example "ArcaMax, 17 Dec
 * 2025". An outlet that is only inferred does not count. Articles that would have the same name get their headline in addition.
 */
export function addShortNames({ rows }: DatasetDraft): void {
  const articles = rows.all('Article');
  const names = articles.map((article) => {
    const certain = rows.where('Assertion', 'articleId', article.id).filter(({ basis }) => basis !== 'INFERRED');
    const credits = certain.flatMap(({ id }) => rows.get('Credit', id) ?? []);
    return usualName(article, (outletId) => rows.get('Outlet', outletId)?.name, credits);
  });
  articles.forEach(({ id, headline, shortName }, i) => {
    if (shortName !== '') return;
    const usual = names[i] ?? headline;
    const repeated = names.filter((name) => name === usual).length > 1;
    rows.set('Article', id, { shortName: repeated ? withHeadline(usual, headline) : usual });
  });
}

/** Whether the import would give the article this short name without being told. */
export function isUsualShortName(shortName: string, articleId: string, context: StoredContext): boolean {
  const article = context.get('Article', articleId);
  const certain = context.list('Credit').filter((id) => context.get('Assertion', id).basis !== 'INFERRED');
  const credits = certain.map((id) => context.get('Credit', id));
  const usual = usualName(article, (outletId) => context.get('Outlet', outletId).name, credits);
  return shortName === usual || shortName === withHeadline(usual, article.headline);
}

function usualName(
  article: Head,
  nameOf: (outletId: string) => string | undefined,
  credits: readonly NewRow<'Credit'>[],
): string {
  const outlets = [...credits].filter(({ outletId }) => outletId !== null).sort((a, b) => a.ordinal - b.ordinal);
  const { outletId = null } =
    outlets.find(({ capacity }) => capacity === 'PUBLISHER') ??
    outlets.find(({ capacity }) => capacity !== 'PHOTO') ??
    {};
  const outlet = outletId === null ? undefined : nameOf(outletId);
  if (outlet === undefined) return article.headline;
  const day =
    dayOf(article.publishedEarliest, article.publishedLatest) ?? dayOf(article.updatedEarliest, article.updatedLatest);
  return day === undefined ? outlet : `${outlet}, ${day}`;
}

function withHeadline(name: string, headline: string): string {
  return name === headline ? name : `${name}: ${headline}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "17 Dec 2025"; undefined unless the day is known. */
function dayOf(earliest: string | null, latest: string | null): string | undefined {
  if (earliest === null || earliest !== latest) return undefined;
  const [year, month, day] = earliest.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
