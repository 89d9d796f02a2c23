import type { Problem } from '../text/problem.ts';
import { addComparisons } from './comparison.ts';
import { Dataset } from './dataset.ts';
import { addDerivedLinks } from './derived-link.ts';
import { lists, maps, registers } from './entities.ts';
import { aNounOf } from './names.ts';
import { addOrigins } from './origin.ts';
import type { Item, ParsedFile } from './parse.ts';
import type { Rows } from './rows.ts';
import { type ArticleScope, Scope } from './scope.ts';

export interface Checked {
  /** All rows of the knowledge; worth something only when there is no problem. */
  readonly rows: Rows;
  readonly problems: readonly Problem[];
}

interface Placed {
  readonly item: Item;
  readonly scope: Scope;
}

/**
 * Holds the files against each other: every reference, every rule that takes more than one value to see. `allRead`:
 * whether these are all files of the folder. While a register is missing, nothing can be said of what refers to it.
 */
export function checkFiles(files: readonly ParsedFile[], allRead: boolean): Checked {
  const knowledge = new Dataset(files.every((file) => file.problems.length === 0));
  if (!allRead || files.some((file) => file.unread)) return { rows: knowledge.rows, problems: [] };
  const placed = files.flatMap((file) => {
    const article = file.article && placeArticle(file.article, knowledge);
    const items = file.items.map((item) => place(item, knowledge, article?.scope.item.article ?? null));
    return article ? [article, ...items] : items;
  });
  for (const one of placed) declare(one);
  for (const { item, scope } of placed) {
    if (item.sound) item.entity.rows(item.value, scope, item.entity.id(item.value, scope));
  }
  for (const entity of [maps, lists, registers].flatMap((group) => Object.values(group))) entity.finish?.(knowledge);
  addDerivedLinks(knowledge);
  addComparisons(knowledge);
  addOrigins(knowledge);
  return { rows: knowledge.rows, problems: knowledge.problems };
}

function placeArticle(item: Item, knowledge: Dataset): Placed {
  const bare = new Scope(knowledge, item.place, { ...item, article: null });
  const id = item.entity.id(item.value, bare);
  const { text } = (item.value ?? {}) as { readonly text?: { readonly length?: unknown } };
  const length = item.sound && typeof text?.length === 'number' ? text.length : null;
  return { item, scope: new Scope(knowledge, item.place, { ...item, article: { slug: item.name, id, length } }) };
}

// The slug of an entry of an article's map begins with the article's.
function place(item: Item, knowledge: Dataset, article: ArticleScope | null): Placed {
  const name = article && Object.values(maps).includes(item.entity) ? `${article.slug}-${item.name}` : item.name;
  return { item, scope: new Scope(knowledge, item.place, { name, ordinal: item.ordinal, article }) };
}

function declare({ item: { entity, name, value, sound, place }, scope }: Placed): void {
  if (name === '') return;
  const { names, problems } = scope.knowledge;
  const current = scope.fullName(entity.model, scope.item.name);
  const id = sound ? entity.id(value, scope) : '';
  const claim = (slug: string, at: typeof place) => {
    const taken = names.declare(slug, { model: entity.model, id, place: at, current });
    if (taken)
      problems.push(at.keyProblem(`"${slug.split('/').at(-1)}" is ${aNounOf(taken.model)} already, at ${taken.place}`));
  };
  claim(current, place);
  const { formerSlugs } = (value ?? {}) as { readonly formerSlugs?: unknown };
  if (sound && Array.isArray(formerSlugs))
    formerSlugs.forEach((slug: string, i) => {
      claim(slug, place.at('formerSlugs', i));
    });
}
