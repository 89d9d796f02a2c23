import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../support/files-in-memory.ts';
import { quoted, reported, smallArticle } from '../../support/small-article.ts';

const organisations = { country: { name: 'Country', kind: 'STATE' }, rival: { name: 'Rival', kind: 'STATE' } };
const people = { ann: { name: 'Ann' }, bo: { name: 'Bo' } };
const sources = {
  one: { printedAs: 'an official', collective: false, memberOf: 'country' },
  several: { printedAs: 'officials', collective: true, memberOf: 'country' },
};

/** Whether a quote is consistent if two articles name these speakers; null names nobody. */
function isConsistent(first: string | null, second: string | null): boolean {
  const speaker = (name: string | null) => (name === null ? { attribution: 'IMPLICIT' } : { speaker: name });
  const rows = rowsOf({
    'people.yaml': JSON.stringify(people),
    'organisations.yaml': JSON.stringify(organisations),
    'quotes.yaml': '{ words: {} }',
    'articles/one.yaml': smallArticle('one', { sources, wordings: [quoted('words', 'It is so', speaker(first))] }),
    'articles/two.yaml': smallArticle('two', { sources, wordings: [reported('words', speaker(second))] }),
  });
  return rows.all('Quote').every(({ consistent }) => consistent);
}

describe('a quote is consistent', () => {
  test.each([
    ['ann', 'ann'],
    ['.one', '.one'],
    ['.several', '.several'],
    ['country', '.several'],
    [null, null],
  ])('if the articles name %s and %s', (first, second) => {
    expect(isConsistent(first, second)).toBe(true);
  });

  test.each([
    ['ann', 'bo'],
    ['.one', '.several'],
    ['.one', 'rival'],
    ['.several', null],
    [null, 'ann'],
  ])('but not if they name %s and %s', (first, second) => {
    expect(isConsistent(first, second)).toBe(false);
  });
});

test('an official and the officials he is one of agree within an article', () => {
  const wordings = [
    quoted('words', 'It is so', { speaker: '.one' }),
    quoted('words', 'It is', { speaker: '.several' }),
  ].toSorted((a, b) => startOf(a) - startOf(b));
  const rows = rowsOf({
    'organisations.yaml': JSON.stringify(organisations),
    'quotes.yaml': '{ words: {} }',
    'articles/one.yaml': smallArticle('one', { sources, wordings }),
  });
  expect(rows.all('Quote').map(({ consistent }) => consistent)).toEqual([true]);
});

function startOf({ span }: Readonly<Record<string, unknown>>): number {
  return (span as { readonly start: number }).start;
}
