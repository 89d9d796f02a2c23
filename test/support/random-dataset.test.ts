import { expect, test } from 'vitest';
import { articleFile, documentFiles, registerFiles } from '../../src/import/file-shape.ts';
import { occurrences, possibleOccurrences } from './occurrence.ts';
import { randomDataset } from './random-dataset.ts';
import { samples } from './samples.ts';

/** What a file may contain, but not one that an import accepts. */
const NOT_IMPORTED = [
  { pattern: /span\.(text|nth): /, reason: '`onrecord anchor` replaces the words of a span by offsets' },
  { pattern: /(span|span\.\w+|^article\.text) left out$/, reason: 'missing until `onrecord anchor` has run' },
];

const shapes = { article: articleFile, ...registerFiles, ...documentFiles };
const possible = Object.entries(shapes).flatMap(([name, shape]) => [...possibleOccurrences(shape, name)]);

test('every field, every optional field left out, and every enum value occur in random datasets', {
  timeout: 120_000,
}, () => {
  const missing = new Set(possible.filter((one) => !NOT_IMPORTED.some(({ pattern }) => pattern.test(one))));
  for (const dataset of samples(randomDataset, 200)) {
    if (missing.size === 0) break;
    for (const [path, content] of Object.entries(dataset)) {
      const name = path.startsWith('articles/') ? 'article' : path.replace('.yaml', '');
      const shape = shapes[name as keyof typeof shapes];
      if (!shape) throw new Error(`${path} has no shape`);
      for (const occurrence of occurrences(shape, name, content)) missing.delete(occurrence);
    }
  }
  expect([...missing]).toEqual([]);
});

test.each(NOT_IMPORTED)('$pattern is exempt for something that exists', ({ pattern }) => {
  expect(possible.some((one) => pattern.test(one))).toBe(true);
});
