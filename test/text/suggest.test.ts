import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/text/suggest.ts';

const names = ['kaja-kallas', 'maxime-prevot', 'nato', 'eu'];

test('the most similar name is suggested, ignoring case and accents', () => {
  expect(nearest('kaja-kalas', names)).toBe('kaja-kallas');
  expect(nearest('Maxime-Prévot', names)).toBe('maxime-prevot');
  expect(didYouMean('natto', names)).toBe(': did you mean "nato"?');
});

test('nothing is suggested when no name is similar', () => {
  expect(nearest('donald-trump', names)).toBeUndefined();
  expect(didYouMean('x', [])).toBe('');
});

test('a name that looks like the suggestion is told apart by its code points', () => {
  expect(didYouMean('n\u0430to', names)).toBe(': did you mean "nato"? (yours has U+0430)');
  expect(didYouMean('na\u00adto', names)).toBe(': did you mean "nato"? (yours has U+00AD)');
  expect(didYouMean('ｅｕ', names)).toBe(': did you mean "eu"? (yours has U+FF45, U+FF55)');
});
