import { expect, test } from 'vitest';
import { DatasetDraft } from '../../src/import/dataset-draft.ts';
import { addOrigins } from '../../src/import/origin.ts';
import { globalId } from '../../src/model/id.ts';
import { Location, YamlFile } from '../../src/text/yaml-file.ts';

const place = new Location(new YamlFile('x.yaml', ''));

/** The origins of articles a, b ..., by the names of their articles, after links like `b>a`. */
function origins(slugs: string, links: readonly string[]): string[] {
  const dataset = new DatasetDraft(true);
  for (const slug of slugs) dataset.rows.add('Article', { id: slug, slug } as never, place);
  for (const link of links) {
    const [articleId, targetId] = link.split('>');
    dataset.rows.add('ArticleLink', { id: link, articleId, targetId } as never, place);
  }
  addOrigins(dataset);
  const articles = dataset.rows.all('Article');
  return dataset.rows
    .all('Origin')
    .map(({ id, sortKey }) => {
      const members = articles.filter(({ sharedOriginId }) => sharedOriginId === id).map(({ slug }) => slug);
      expect(id).toBe(globalId('Origin', members.sort()[0] ?? ''));
      expect(sortKey).toBe(members[0]);
      return members.join('');
    })
    .sort();
}

test.each<[links: string[], origins: string[]]>([
  [[], ['a', 'b', 'c', 'd', 'e']],
  [['b>a'], ['ab', 'c', 'd', 'e']],
  [
    ['b>a', 'c>b', 'e>d'],
    ['abc', 'de'],
  ],
  [
    ['a>e', 'e>a'],
    ['ae', 'b', 'c', 'd'],
  ],
  [['d>c', 'b>a', 'c>b', 'e>b'], ['abcde']],
])('links %j tie articles into the origins %j', (links, expected) => {
  expect(origins('abcde', links)).toEqual(expected);
  expect(origins('edcba', [...links].reverse())).toEqual(expected);
});
