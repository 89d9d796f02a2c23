import { describe, expect, test } from 'vitest';
import { likelyRepeats } from '../../src/evidence/likely-repeat.ts';

/** The similarity of two texts; null if they are not proposed. */
function similarity(one: string, other: string): number | null {
  return likelyRepeats([{ text: one }, { text: other }])[0]?.similarity ?? null;
}

describe('two texts that may be the same statement', () => {
  test.each([
    ['platinum standard', 'platinum standard', 1],
    ['forever', 'forever.', 1],
    ['Article Five-like', 'Article 5-like', 2 / 3],
    ['the four‑year “plan”', 'The four-year "plan"', 1],
    ['closer than', 'I think we’re closer now than we have been, ever', (1 + 2 / 10) / 2],
    ['real progress', 'constructive and productive, with real progress achieved', (1 + 2 / 7) / 2],
  ])('%s, %s', (one, other, expected) => {
    expect(similarity(one, other)).toBeCloseTo(expected);
    expect(similarity(other, one)).toBeCloseTo(expected);
  });

  test('can be a fragment and a long text that contains it in one piece', () => {
    const long = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ');
    expect(similarity('word100 word101', long)).toBeGreaterThan(0.5);
    expect(similarity('word101 word100', long)).toBeNull();
  });
});

test('texts that share no words, a single word or only common words are not proposed', () => {
  expect(similarity('weak', 'remarkable')).toBeNull();
  expect(similarity('guarantees', 'robust security guarantees')).toBeNull();
  expect(similarity('did not fly', 'an agreement that we did not have before')).toBeNull();
});

// Similar words by different speakers or about different things.
test.each([
  ['extremely difficult', 'increasingly difficult.'],
  [
    'productive',
    'Over the past two days, Ukrainian-US negotiations have been constructive and productive, with real progress achieved',
  ],
  ['compromise', 'in order to compromise'],
  [
    'extremely difficult',
    'The American team, led by Steve Witkoff and Jared Kushner, are working extremely constructively to help Ukraine find a way to a peace agreement that lasts.',
  ],
  ['extremely difficult', 'working extremely constructively'],
  ['significant progress', 'real progress'],
  [
    'significant progress',
    'Over the past two days, Ukrainian-US negotiations have been constructive and productive, with real progress achieved',
  ],
  ['real troops', 'real progress'],
])('the false friends "%s" and "%s" are not proposed', (one, other) => {
  expect(similarity(one, other)).toBeNull();
});

test('the most similar pair comes first, and every pair only once', () => {
  const texts = ['we dig in May', 'we dig in June', 'we dig in May'].map((text, i) => ({ text, i }));
  const pairs = likelyRepeats(texts).map(({ one, other, similarity: s }) => [one.i, other.i, s]);
  expect(pairs).toEqual([
    [0, 2, 1],
    [0, 1, 0.75],
    [1, 2, 0.75],
  ]);
});

test('among thousands of texts a pair is found by its rare words', () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({ text: `the plan is number${i} of the${i}` }));
  const [first, ...rest] = likelyRepeats([...many, { text: 'the plan is number7 of the7, really' }]);
  expect(first).toMatchObject({ one: { text: 'the plan is number7 of the7' } });
  expect(rest).toEqual([]);
});
