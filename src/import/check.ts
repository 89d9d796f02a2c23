import type { Problem } from '../text/problem.ts';
import { addComparisons } from './comparison.ts';
import { DatasetDraft } from './dataset-draft.ts';
import { addDerivedLinks } from './derived-link.ts';
import { lists, maps, registers } from './entities.ts';
import { type EnclosingArticle, EntryContext } from './entry-context.ts';
import { aNounOf } from './names.ts';
import { addOrigins } from './origin.ts';
import type { Item, ParsedFile } from './parse.ts';
import type { Rows } from './rows.ts';
import { addShortNames } from './short-name.ts';
import { addSourceNames } from './source-name.ts';

export interface Checked {
  /** All rows of the dataset; incomplete when there are problems. */
  readonly rows: Rows;
  readonly problems: readonly Problem[];
}

interface ItemInContext {
  readonly item: Item;
  readonly context: EntryContext;
}

/**
 * Checks everything that needs more than one value: references and rules across entries and files. `allRead` is whether
 * every file of the folder could be read; if not, or if a register is not YAML, references cannot be checked.
 */
export function checkFiles(files: readonly ParsedFile[], allRead: boolean): Checked {
  const dataset = new DatasetDraft(files.every((file) => file.problems.length === 0));
  if (!allRead || files.some((file) => file.unread)) return { rows: dataset.rows, problems: [] };
  const entries = files.flatMap((file) => {
    const article = file.article && articleEntry(file.article, dataset);
    const items = file.items.map((item) => itemEntry(item, dataset, article?.context.item.article ?? null));
    return article ? [article, ...items] : items;
  });
  for (const entry of entries) declare(entry);
  for (const { item, context } of entries) {
    if (item.sound) item.entity.rows(item.value, context, item.entity.id(item.value, context));
  }
  for (const entity of [maps, lists, registers].flatMap((group) => Object.values(group))) entity.finish?.(dataset);
  addDerivedLinks(dataset);
  addComparisons(dataset);
  addOrigins(dataset);
  addShortNames(dataset);
  addSourceNames(dataset);
  return { rows: dataset.rows, problems: dataset.problems };
}

function articleEntry(item: Item, dataset: DatasetDraft): ItemInContext {
  const bare = new EntryContext(dataset, item.location, { ...item, article: null });
  const id = item.entity.id(item.value, bare);
  const { text } = (item.value ?? {}) as { readonly text?: { readonly length?: unknown } };
  const length = item.sound && typeof text?.length === 'number' ? text.length : null;
  return {
    item,
    context: new EntryContext(dataset, item.location, { ...item, article: { slug: item.name, id, length } }),
  };
}

// The slug of an entry in an article's map begins with the article's slug.
function itemEntry(item: Item, dataset: DatasetDraft, article: EnclosingArticle | null): ItemInContext {
  const name = article && Object.values(maps).includes(item.entity) ? `${article.slug}-${item.name}` : item.name;
  return { item, context: new EntryContext(dataset, item.location, { name, ordinal: item.ordinal, article }) };
}

function declare({ item: { entity, name, value, sound, location }, context }: ItemInContext): void {
  if (name === '') return;
  const { names, problems } = context.dataset;
  const current = context.fullName(entity.model, context.item.name);
  const id = sound ? entity.id(value, context) : '';
  const claim = (slug: string, at: typeof location) => {
    const taken = names.declare(slug, { model: entity.model, id, location: at, current });
    if (taken)
      problems.push(
        at.keyProblem(`"${slug.split('/').at(-1)}" is already ${aNounOf(taken.model)}, at ${taken.location}`),
      );
  };
  claim(current, location);
  const { formerSlugs } = (value ?? {}) as { readonly formerSlugs?: unknown };
  if (sound && Array.isArray(formerSlugs))
    formerSlugs.forEach((slug: string, i) => {
      claim(slug, location.at('formerSlugs', i));
    });
}
