import { expect, test } from 'vitest';
import { url, website } from '../../src/import/shape.ts';

const site = website('A website.', 'dataset');

test.each(['https://post.example/a?b=c', 'http://post.example'])(
  '%s is the address of an article or an outlet',
  (text) => {
    expect([url.safeParse(text).success, site.safeParse(text).success]).toEqual([true, true]);
  },
);

test.each(['mb.com.ph', 'www.post.example/en', 'post.example:8080', 'zeitung-köln.example'])(
  '%s is the website of an outlet, but not the address of an article',
  (text) => {
    expect([url.safeParse(text).success, site.safeParse(text).success]).toEqual([false, true]);
  },
);

test.each([
  'javascript:alert(2)',
  'javascript://post.example/%0aalert(2)',
  'data:text/html,x',
  'ftp://post.example',
  '//post.example',
  'me@post.example',
  'www.post.example/x y',
  'https://post.example/x y',
  'https://',
  'post',
])('%s is neither', (text) => {
  expect(url.safeParse(text).error?.issues[0]?.message).toBe('must begin with http:// or https:// and have no spaces');
  expect(site.safeParse(text).error?.issues[0]?.message).toBe(
    'is not a website: write a host name such as post.example, or begin with http:// or https://; spaces are not allowed',
  );
});
