import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparison, compareWordings } from '../../src/evidence/compare-wordings.ts';
import { sortKey } from '../../src/text/sort-key.ts';

/** Each part as its change and its two texts; only `text` if they are spelt alike. */
function lines({ parts }: Comparison): string[] {
  return parts.map(({ change, text, whole }) =>
    change === 'CHANGED' || (text !== null && whole !== null && text.trim() !== whole.trim())
      ? `${change} ${text} < ${whole}`
      : `${change} ${text ?? whole}`,
  );
}

const WHOLE = 'They have to be real troops, real capabilities, so that the tunnel is able to stand.';

describe('a fragment that the fullest wording contains in one piece', () => {
  test('leaves out the words around it, and has a place', () => {
    const comparison = compareWordings('real troops, real capabilities', WHOLE);
    expect(comparison.parts).toEqual([
      { change: 'LEFT_OUT', text: null, whole: 'They have to be ' },
      { change: 'KEPT', text: 'real troops, real capabilities', whole: 'real troops, real capabilities' },
      { change: 'LEFT_OUT', text: null, whole: ', so that the tunnel is able to stand.' },
    ]);
    expect(WHOLE.slice(comparison.place?.start, comparison.place?.end)).toBe('real troops, real capabilities');
  });

  test('may differ in case, quotation marks, hyphens and accents, and keeps its spelling', () => {
    const whole = "It's a “four‑year” Løkke plan";
    const comparison = compareWordings('it’s a "FOUR-YEAR" Lokke', whole);
    expect(comparison.parts).toEqual([
      { change: 'KEPT', text: 'it’s a "FOUR-YEAR" Lokke', whole: "It's a “four‑year” Løkke " },
      { change: 'LEFT_OUT', text: null, whole: 'plan' },
    ]);
    expect(comparison.place).toEqual({ start: 0, end: 24 });
  });

  test('adds the full stop that the outlet put at the end', () => {
    const comparison = compareWordings('“so that the tunnel.”', WHOLE);
    expect(lines(comparison)).toEqual([
      'LEFT_OUT They have to be real troops, real capabilities, ',
      'ADDED “',
      'KEPT so that the tunnel',
      'ADDED .”',
      'LEFT_OUT is able to stand.',
    ]);
    expect(comparison.place).toEqual({ start: 48, end: 66 });
  });

  test('has the first of two places', () => {
    expect(compareWordings('real', WHOLE).place).toEqual({ start: 16, end: 20 });
  });

  test('has a place in code points', () => {
    expect(compareWordings('line', '🚇🚇 line').place).toEqual({ start: 3, end: 7 });
  });

  test('does not match a part of a longer word', () => {
    expect(compareWordings('table', 'not on the tablecloth').place).toBeNull();
  });
});

test('the fullest wording keeps everything', () => {
  expect(compareWordings(WHOLE, WHOLE)).toEqual({
    parts: [{ change: 'KEPT', text: WHOLE, whole: WHOLE }],
    place: { start: 0, end: WHOLE.length },
  });
});

test('words that are scattered over the fullest wording have no place', () => {
  const comparison = compareWordings('closer than', 'I think we are closer now than we have been, ever');
  expect(comparison.place).toBeNull();
  expect(lines(comparison)).toEqual([
    'LEFT_OUT I think we are ',
    'KEPT closer ',
    'LEFT_OUT now ',
    'KEPT than',
    'LEFT_OUT we have been, ever',
  ]);
});

test('other words in the same place are a change, a compound is one change', () => {
  expect(lines(compareWordings('the City-Port talks failed', 'the Bay-Lund talks did well'))).toEqual([
    'KEPT the ',
    'CHANGED City-Port  < Bay-Lund ',
    'KEPT talks ',
    'CHANGED failed < did well',
  ]);
});

test('a full stop is not confused with the full stop of an abbreviation', () => {
  const comparison = compareWordings('This is an agreement.', 'an agreement that the U.S. wants.');
  expect(lines(comparison)).toEqual(['ADDED This is ', 'KEPT an agreement', 'LEFT_OUT that the U.S. wants', 'KEPT .']);
});

test('a script without spaces is compared word by word', () => {
  expect(lines(compareWordings('我们支持和平', '我们反对和平')).at(-1)).toBe('KEPT 和平');
});

test('texts of more than a thousand words with nothing in common are one change', () => {
  const [text, whole] = ['a', 'b'].map((letter) => Array.from({ length: 1500 }, (_, i) => `${letter}${i}`).join(' '));
  expect(compareWordings(text ?? '', whole ?? '').parts).toEqual([{ change: 'CHANGED', text, whole }]);
});

const withoutSpaces = (text: string | null) => sortKey(text ?? '').replaceAll(' ', '');

const word = fc.constantFrom(
  'plan',
  'Plan',
  'four-year',
  'four‑year',
  "it's",
  'it’s',
  '“so”',
  '"so"',
  'U.S.',
  '…',
  '🚇',
);
const gap = fc.constantFrom(' ', ' ', ', ', '.', '\u00a0', '  ', '');
const likeText = fc
  .array(fc.tuple(word, gap), { maxLength: 12 })
  .map((pairs) => pairs.map((pair) => pair.join('')).join(''));
const anyText = fc.oneof({ weight: 4, arbitrary: likeText }, fc.string({ unit: 'binary', maxLength: 20 }));

describe('for any two texts', () => {
  test('the parts joined are exactly the two texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, whole) => {
        const { parts } = compareWordings(text, whole);
        expect(parts.map((part) => part.text ?? '').join('')).toBe(text);
        expect(parts.map((part) => part.whole ?? '').join('')).toBe(whole);
      }),
      { numRuns: 1000 },
    );
  });

  test('each part has the texts that its change implies, and those of a kept part are equal apart from spelling', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, whole) => {
        for (const part of compareWordings(text, whole).parts) {
          expect(part.text === null).toBe(part.change === 'LEFT_OUT');
          expect(part.whole === null).toBe(part.change === 'ADDED');
          expect(part.text !== '' && part.whole !== '').toBe(true);
          if (part.change === 'KEPT') expect(withoutSpaces(part.text)).toBe(withoutSpaces(part.whole));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a piece of the whole has a place, and the words there are equal apart from spelling', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(11), fc.nat(11), (words, a, b) => {
        const piece = words.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ');
        fc.pre(/\w/.test(piece));
        const whole = words.join(' ');
        const { place } = compareWordings(piece, whole);
        const found = Array.from(whole).slice(place?.start, place?.end).join('');
        expect(place).not.toBeNull();
        expect(sortKey(piece)).toContain(sortKey(found));
        expect(sortKey(found).replace(/[^a-z]/g, '')).toBe(sortKey(piece).replace(/[^a-z]/g, ''));
      }),
      { numRuns: 1000 },
    );
  });
});
