import { expect, test } from 'vitest';
import { isNews } from '../../src/explorer/live.ts';

test('a page that only knows its number takes every other number for news', () => {
  expect(isNews({ number: 1, filesSha256: 'a' }, { number: 1 })).toBe(false);
  expect(isNews({ number: 2, filesSha256: 'a' }, { number: 1 })).toBe(true);
});

test.each([
  ['the same', { number: 2, filesSha256: 'a' }, false],
  ['the next import', { number: 3, filesSha256: 'b' }, true],
  ['texts that were loaded', { number: 3, filesSha256: 'a' }, true],
  ['the same files in a database made anew', { number: 1, filesSha256: 'a' }, false],
  ['other files in a database made anew', { number: 2, filesSha256: 'b' }, true],
])('%s', (_, latest, news) => {
  expect(isNews(latest, { number: 2, filesSha256: 'a' })).toBe(news);
});
