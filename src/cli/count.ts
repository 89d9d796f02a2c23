import type { Change } from '../import/change.ts';
import { nounOf } from '../import/names.ts';
import type { ModelName } from '../model/model.ts';

/** The models in a summary of the database, in this order. */
const NAMES = {
  Article: ['article', 'articles'],
  Quote: ['quote', 'quotes'],
  Wording: ['wording', 'wordings'],
  Proposal: ['proposal', 'proposals'],
  Position: ['position', 'positions'],
  Mention: ['mention', 'mentions'],
} as const;

/** Formats the number of rows of each model: `5 articles, 56 quotes, 1 proposal`. */
export function countsOf(counts: { readonly [model: string]: number | undefined }): string {
  const parts = Object.entries(NAMES).map(([model, [one, many]]) => {
    const count = counts[model] ?? 0;
    return `${count} ${count === 1 ? one : many}`;
  });
  return parts.join(', ');
}

/** `one problem`, `2 problems`. */
export function problemsOf(count: number): string {
  return count === 1 ? 'one problem' : `${count} problems`;
}

/** `one article`, `2 articles`. */
export function articlesOf(count: number): string {
  return count === 1 ? 'one article' : `${count} articles`;
}

/** Formats the changes of an import: `added 2 quotes, 1 person; changed 1 quote`. */
export function changesIn(changes: readonly (Change & { readonly entity: string })[]): string {
  const parts = (['added', 'changed', 'removed'] as const).map((change) => {
    const some = changes.filter((counts) => counts[change] > 0);
    const list = some.map((counts) => `${counts[change]} ${nounsOf(counts.entity, counts[change])}`);
    return list.length > 0 ? `${change} ${list.join(', ')}` : '';
  });
  return parts.filter(Boolean).join('; ');
}

function nounsOf(entity: string, count: number): string {
  const noun = nounOf(entity as ModelName);
  if (count === 1) return noun;
  if (noun === 'person') return 'people';
  return noun.endsWith('s') ? `${noun}es` : `${noun}s`;
}
