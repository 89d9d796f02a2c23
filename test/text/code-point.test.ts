import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodePointText, codePointLength } from '../../src/text/code-point.ts';

test('offsets count code points, not UTF-16 units', () => {
  const text = new CodePointText('🚇 to 🚇 and é');
  expect(text.length).toBe(12);
  expect(text.slice(5, 6)).toBe('🚇');
  expect(text.offsetsOf('🚇')).toEqual([0, 5]);
  expect(text.offsetsOf('é')).toEqual([11]);
});

test('overlapping occurrences are all found, and the empty string is never found', () => {
  expect(new CodePointText('aaa').offsetsOf('aa')).toEqual([0, 1]);
  expect(new CodePointText('aaa').offsetsOf('')).toEqual([]);
});

test('paragraphs are the non-blank lines', () => {
  const text = new CodePointText('\n one\n\u00a0\ntwo\n\n\nthree');
  expect(['one', 'two', 'three'].map((word) => text.paragraphAt(text.offsetsOf(word)[0] ?? 0))).toEqual([1, 2, 3]);
  expect(text.paragraphAt(0)).toBe(0);
});

test('slicing at the found offsets returns the words again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), fc.nat(20), (content, from, length) => {
      const text = new CodePointText(content);
      const words = text.slice(from, from + length);
      fc.pre(words !== '');
      const offsets = text.offsetsOf(words);
      expect(offsets).toContain(from);
      for (const offset of offsets) expect(text.slice(offset, offset + codePointLength(words))).toBe(words);
    }),
  );
});
