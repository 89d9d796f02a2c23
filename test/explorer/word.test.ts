import { expect, test } from 'vitest';
import { countOf, firstSentence, whenOf } from '../../src/explorer/part/word.ts';

test('the first sentence does not end at an abbreviation', () => {
  expect(firstSentence('Who offers it: allies, or the U.S. Senate, on Dec. 2. Both may be meant.')).toEqual({
    first: 'Who offers it: allies, or the U.S. Senate, on Dec. 2.',
    rest: 'Both may be meant.',
  });
  expect(firstSentence('Is it “over?” No one says.')).toEqual({ first: 'Is it “over?”', rest: 'No one says.' });
  expect(firstSentence('One sentence, no dot')).toEqual({ first: 'One sentence, no dot', rest: '' });
  expect(firstSentence('')).toEqual({ first: '', rest: '' });
});

test('a date is written as precisely as it is known', () => {
  const when = { earliest: null, latest: null, text: null, time: null, basis: 'STATED' } as const;
  expect(whenOf(null)).toBe('no date given');
  expect(whenOf(when)).toBe('no date given');
  expect(whenOf({ ...when, text: 'soon' })).toBe('soon');
  expect(whenOf({ ...when, earliest: '2025-12-15', latest: '2025-12-15' })).toBe('15 December 2025');
  expect(whenOf({ ...when, earliest: '2025-12-15', latest: '2025-12-21' })).toBe('15 – 21 December 2025');
  expect(whenOf({ ...when, latest: '2025-12-21' })).toBe('by 21 December 2025');
});

test('the noun agrees with the count', () => {
  expect([countOf(1, 'person', 'people'), countOf(0, 'article')]).toEqual(['1 person', '0 articles']);
});
