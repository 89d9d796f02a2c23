import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locate, type Sought } from '../../src/evidence/locate.ts';
import { CodePointText } from '../../src/text/code-point.ts';
import { sha256 } from '../../src/text/sha256.ts';

/** A span of a text, with its words or only their checksum. */
function span(text: CodePointText, { start, end, known }: { start: number; end: number; known: boolean }): Sought {
  const words = text.slice(start, end);
  return { start, end, sha256: sha256(words), text: known ? words : null };
}

const letters = fc.array(fc.constantFrom('a', 'b', ' ', '🚇', 'é'), { maxLength: 40 }).map((list) => list.join(''));

test('finds all places of the words of every span, known or unknown', () => {
  const spans = fc.array(fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 5 }), known: fc.boolean() }));
  fc.assert(
    fc.property(letters, letters, letters, spans, (before, middle, after, list) => {
      const was = new CodePointText(`${middle}abc${after}`);
      const now = new CodePointText(`${before}${middle}${after}`);
      const sought = list.flatMap(({ start, length, known }) => {
        const end = start + length;
        return end <= was.length ? [span(was, { start, end, known })] : [];
      });
      expect(locate(sought, now)).toEqual(sought.map(({ start, end }) => now.offsetsOf(was.slice(start, end))));
    }),
  );
});

test('finding 500 spans of a text of 10,000 letters in another text is fast if few of them are gone', () => {
  const words = (number: number) => sha256(String(number)).slice(0, 9).replaceAll(/\d/g, ' ');
  const old = Array.from({ length: 1100 }, (_, i) => words(i));
  const was = new CodePointText(old.join(''));
  const now = new CodePointText(['New. ', ...old.slice(0, 300), 'Now. ', ...old.slice(310)].join(''));
  const sought = Array.from({ length: 500 }, (_, i) => {
    const start = (i * 19) % 9800;
    return span(was, { start, end: start + 8 + (i % 40), known: i % 2 === 0 });
  });
  const began = performance.now();
  const places = locate(sought, now);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(places.filter((list) => list.length > 0).length).toBeGreaterThan(470);
});
