import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, isExact, mayBeRounded, plainDecimal } from '../../src/text/decimal.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [1e21, '1000000000000000000000'],
  [1e-7, '0.0000001'],
  [-1.25e-10, '-0.000000000125'],
  [120.5, '120.5'],
])('%d is written %s', (number, digits) => {
  expect(plainDecimal(number)).toBe(digits);
});

test('every number is exact in plain digits, and not with another digit after them', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const plain = plainDecimal(number);
      expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
      expect(isExact(plain, number)).toBe(true);
      expect(isExact(plain.includes('.') ? `${plain}1` : `${plain}.${'0'.repeat(400)}1`, number)).toBe(false);
    }),
  );
});

test('decimals are compared exactly, however long', () => {
  const sorted = [
    '-10',
    '-9.5',
    '-0.25',
    '0',
    '0.1',
    '0.12',
    '9',
    '10',
    '90071992547409.123455',
    '90071992547409.123456',
  ];
  for (const [i, a] of sorted.entries())
    for (const [j, b] of sorted.entries()) expect(compareDecimals(a, b)).toBe(Math.sign(i - j));
  expect(compareDecimals('1', '1.000')).toBe(0);
});

test.each([
  [1e20, false],
  [0.1, false],
  [123456789012345, false],
  [-0.000123456789012345, false],
  [90071992547409.12, true],
  [12345678901234567e3, true],
])('%d may be rounded: %s', (number, rounded) => {
  expect(mayBeRounded(number)).toBe(rounded);
});
