import { expect, test } from 'vitest';
import { address } from '../../src/linked-data/thing.ts';

test.each(['https://post.example/a?b=c#d', 'http://post.example'])('a web address is a link: %s', (printed) => {
  expect(address(printed)).toEqual({ url: printed });
});

test('characters that no IRI may contain are escaped in a link, others stay as printed', () => {
  const url = 'https://post.example/ü%20{a|b}?q="x"<y>^`';
  expect(address(url)).toEqual({ url: 'https://post.example/ü%20%7Ba%7Cb%7D?q=%22x%22%3Cy%3E%5E%60' });
});

test.each([
  'mb.com.ph',
  'javascript:alert(2)',
  'JavaScript://post.example/%0aalert(2)',
  'data:text/html,x',
  'ftp://post.example',
  'https://post.example/x y',
  'https://',
])('any other address is only an identifier: %s', (printed) => {
  expect(address(printed)).toEqual({ identifier: printed });
});
