import { expect, test } from 'vitest';
import { tableOf, wordsOf } from '../../src/explorer/table.ts';

const texts = (data: unknown) => tableOf(data)?.lines.map((line) => line.map(({ text }) => text));

test('rows of different kinds share their columns, in order of first occurrence', () => {
  const data = {
    timeline: {
      nodes: [
        { when: { earliest: '2025-12-14' }, node: { __typename: 'Event', id: 'x', slug: 'talks', name: 'Talks' } },
        { when: { earliest: null }, node: { __typename: 'Quote', slug: 'never', text: 'Never', speaker: null } },
      ],
    },
  };
  expect(tableOf(data)?.columns).toEqual(['When earliest', 'Type', 'Name', 'Text']);
  expect(texts(data)).toEqual([
    ['2025-12-14', 'Event', 'Talks', ''],
    ['', 'Quote', '', 'Never'],
  ]);
  expect(tableOf(data)?.lines.map((line) => line.flatMap(({ href }) => href ?? []))).toEqual([
    ['/event/talks'],
    ['/quote/never'],
  ]);
});

test('a name links to its page, an actor of unknown kind to the search, a slug without a name to its page', () => {
  const row = {
    speaker: { slug: 'ann', name: 'Ann Example' },
    article: { slug: 'a b', headline: 'News' },
    quote: { slug: 'never' },
    published: { slug: 'not-known' },
  };
  expect(tableOf({ wordings: { nodes: [row] } })?.lines).toEqual([
    [
      { text: 'Ann Example', href: '/search?q=Ann+Example' },
      { text: 'News', href: '/article/a%20b' },
      { text: 'never', href: '/quote/never' },
      { text: 'not-known', href: undefined },
    ],
  ]);
});

test('groups are rows, a list of values is one cell, a list of objects is one line each', () => {
  expect(texts({ quotes: { groups: { nodes: [{ count: 0, names: ['A', 'B'] }] } } })).toEqual([['0', 'A; B']]);
  const paths = [{ number: 1, steps: [{ number: 1 }, { number: 2 }] }];
  expect(texts({ paths })).toEqual([
    ['1', '1'],
    ['1', '2'],
  ]);
  expect(tableOf({ paths })?.rowCount).toBe(1);
});

test('only an answer with one list has a table; an empty list has one without lines', () => {
  for (const data of [undefined, {}, { person: { slug: 'ann' } }, { a: { nodes: [] }, b: { nodes: [] } }, { a: [1] }]) {
    expect(tableOf(data)).toBeUndefined();
  }
  expect(tableOf({ people: { nodes: [] } })?.lines).toEqual([]);
});

test('names of operations and fields are split into words', () => {
  expect(['SharedEvents', 'assertedBy.name', 'node.__typename', 'said.earliest'].map(wordsOf)).toEqual([
    'Shared events',
    'Asserted by name',
    'Type',
    'Said earliest',
  ]);
});
