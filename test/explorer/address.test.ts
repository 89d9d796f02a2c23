import { expect, test } from 'vitest';
import { matchAddress } from '../../src/explorer/address.ts';

const search = (query: string) => matchAddress('/quotes', new URL(`http://localhost/quotes${query}`))?.search;

test.each([
  ['', {}],
  ['?contains=frozen', { contains: 'frozen' }],
  ['?contains=+frozen%20assets%09', { contains: 'frozen assets' }],
  ['?contains=%20', { contains: '' }],
  ['?article=a&article=+b', { article: 'b' }],
])('the query parameters of /quotes%s have no spaces around them', (query, values) => {
  expect(search(query)).toEqual(values);
});

test('a path matches part by part, decoded', () => {
  const match = (path: string) => matchAddress('/quote/:slug', new URL(path, 'http://localhost'))?.params;
  expect(match('/quote/real%20troops')).toEqual({ slug: 'real troops' });
  expect(match('/quote')).toBeUndefined();
  expect(match('/quotes/real-troops')).toBeUndefined();
  expect(match('/quote/%E0%A4')).toBeUndefined();
});
