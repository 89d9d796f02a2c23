import { expect, test } from 'vitest';
import { address } from '../../src/linked-data/thing.ts';

test.each(['https://post.example/a?b=c#d', 'http://post.example'])('a web address is a link: %s', (printed) => {
  expect(address(printed)).toEqual({ url: printed });
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
