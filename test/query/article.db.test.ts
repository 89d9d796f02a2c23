import { expect, test } from 'vitest';
import { ask } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

const KINDS = [
  'credits',
  'positions',
  'proposalStatuses',
  'proposalLinks',
  'titles',
  'memberships',
  'participations',
  'claims',
];
const LISTS = ['wordings', 'mentions', 'assertions', ...KINDS];

interface Article {
  readonly [list: string]: { readonly nodes: readonly { readonly id: string; readonly start: number }[] };
}

test('everything from an article is in the order of its text, as a whole and by kind', async () => {
  const lists = LISTS.map((list) => `${list}(first: 1000) { nodes { id start } }`).join(' ');
  const answer = await ask(await seededDatabase(), `{ articles { nodes { ${lists} } } }`);
  const articles = (answer as { articles: { nodes: Article[] } }).articles.nodes;
  expect(articles).toHaveLength(5);
  for (const article of articles) {
    const rows = (list: string) => article[list]?.nodes ?? [];
    for (const list of LISTS) {
      const starts = rows(list).map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
    const ids = (from: readonly { readonly id: string }[]) => from.map(({ id }) => id).sort();
    expect(ids(rows('assertions'))).toEqual(ids(KINDS.flatMap(rows)));
  }
});
