import { expect, test } from 'vitest';
import { invalidByte, invalidEscape } from '../../src/text/utf8.ts';

test.each([
  ['nothing', ''],
  ['letters of one to four bytes', 'aø€𝄞'],
  ['a replacement character', 'a\uFFFDb'],
  ['a byte order mark', '\uFEFFa'],
])('%s is valid', (_, text) => {
  expect(invalidByte(Buffer.from(text))).toBeUndefined();
  expect(invalidEscape(encodeURIComponent(text))).toBeUndefined();
});

test.each([
  ['ISO 8859-1', '6c f8 6b', 1],
  ['a letter that is cut off', '6b c3 b8 e2 82', 3],
  ['a surrogate', '6b ed a0 80', 1],
  ['an overlong form', 'c0 af', 0],
  ['a replacement character first', 'ef bf bd ef bf bd 61 ff', 7],
  ['UTF-16', 'ff fe 7b 00', 0],
])('the first invalid byte is found: %s', (_, hex, at) => {
  expect(invalidByte(Buffer.from(hex.replaceAll(' ', ''), 'hex'))).toBe(at);
  expect(invalidEscape(`q=${hex.replaceAll(/(?:^| )/g, '%')}&x=1`)).toBe(2 + 3 * at);
});

test('a letter cut in two by other characters is invalid, and a lone per cent sign is not an escape', () => {
  expect(invalidEscape('a=%C3&b=%B8')).toBe(2);
  expect(invalidEscape('a=100%&b=%zz')).toBeUndefined();
});
