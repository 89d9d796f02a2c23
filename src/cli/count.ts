import type { Change } from '../import/change.ts';
import { nounOf } from '../import/names.ts';
import type { ModelName } from '../model/model.ts';

/** What a reader wants to know of a knowledge base, in this order. */
const NAMES = {
  Article: ['article', 'articles'],
  Quote: ['quote', 'quotes'],
  Wording: ['wording', 'wordings'],
  Proposal: ['proposal', 'proposals'],
  Position: ['position', 'positions'],
  Mention: ['mention', 'mentions'],
} as const;

/** In words, from the number of rows of each model: `5 articles, 56 quotes, 1 proposal`. */
export function countsOf(counts: { readonly [model: string]: number | undefined }): string {
  const parts = Object.entries(NAMES).map(([model, [one, many]]) => {
    const count = counts[model] ?? 0;
    return `${count} ${count === 1 ? one : many}`;
  });
  return parts.join(', ');
}

/** In words: `one problem`, `2 problems`. */
export function problemsOf(count: number): string {
  return count === 1 ? 'one problem' : `${count} problems`;
}

/** In words: `one article`, `2 articles`. */
export function articlesOf(count: number): string {
  return count === 1 ? 'one article' : `${count} articles`;
}

/** In words, what an import did: `2 quotes added, 1 person changed`. */
export function changesIn(changes: readonly (Change & { readonly entity: string })[]): string {
  const parts = changes.flatMap(({ entity, ...counts }) =>
    (['added', 'changed', 'removed'] as const)
      .filter((change) => counts[change] > 0)
      .map((change) => `${counts[change]} ${nounsOf(entity, counts[change])} ${change}`),
  );
  return parts.join(', ');
}

function nounsOf(entity: string, count: number): string {
  const noun = nounOf(entity as ModelName);
  if (count === 1) return noun;
  if (noun === 'person') return 'people';
  return noun.endsWith('s') ? `${noun}es` : `${noun}s`;
}
