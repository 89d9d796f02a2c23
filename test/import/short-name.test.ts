import { expect, test } from 'vitest';
import { filesOf, rowsOf } from '../support/files-in-memory.ts';
import { asserted, smallArticle } from '../support/small-article.ts';

const outlets = '{ post: { name: Harbour Post, kind: PUBLISHER }, pictures: { name: Lund Pictures, kind: AGENCY } }';
const day = (date: string) => ({ date, basis: 'STATED' });
const publisher = (outlet: string) => ({ credits: [asserted({ outlet, capacity: 'PUBLISHER' })] });

function shortNames(articles: Readonly<Record<string, object>>): readonly string[] {
  return rowsOf(filesWith(articles))
    .all('Article')
    .map(({ shortName }) => shortName);
}

function filesWith(articles: Readonly<Record<string, object>>): Readonly<Record<string, string>> {
  const files = Object.entries(articles).map(([name, fields]) => [`articles/${name}.yaml`, smallArticle(name, fields)]);
  return { 'outlets.yaml': outlets, ...Object.fromEntries(files) };
}

test.each([
  ['the publisher and the day', { ...publisher('post'), published: day('2031-03-04') }, 'Harbour Post, 4 Mar 2031'],
  [
    'the day of the update, if it is the only one',
    { ...publisher('post'), updated: day('2031-03-05') },
    'Harbour Post, 5 Mar 2031',
  ],
  [
    'the publisher alone, if the day is not known',
    { ...publisher('post'), published: { latest: '2031-03-04', basis: 'STATED' } },
    'Harbour Post',
  ],
  ['the headline, if no outlet is named', { published: day('2031-03-04') }, 'one'],
  [
    'the headline, if only a photo has an outlet',
    { credits: [asserted({ outlet: 'pictures', capacity: 'PHOTO', figure: 1 })] },
    'one',
  ],
  [
    'the headline, if the outlet is only inferred',
    { credits: [asserted({ outlet: 'post', capacity: 'PUBLISHER', basis: 'INFERRED' })] },
    'one',
  ],
  ['what the file says', { ...publisher('post'), shortName: 'The Post' }, 'The Post'],
])('the short name of an article is %s', (_, fields, expected) => {
  expect(shortNames({ one: fields })).toEqual([expected]);
});

test('articles of one outlet and day are told apart by their headlines', () => {
  const fields = { ...publisher('post'), published: day('2031-03-04') };
  expect(shortNames({ one: fields, two: fields })).toEqual([
    'Harbour Post, 4 Mar 2031: one',
    'Harbour Post, 4 Mar 2031: two',
  ]);
});

test('only a short name of the file is exported', async () => {
  const files = await filesOf(rowsOf(filesWith({ one: publisher('post'), two: { shortName: 'Two' } })));
  expect(files['articles/one.yaml']).not.toContain('shortName');
  expect(files['articles/two.yaml']).toContain('shortName: Two');
});
