import { expect, test } from 'vitest';
import { files, textOf } from './source.ts';

/** Phrases that a native speaker would not write here, each with a better one. */
const PHRASES: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\bstands? (?:in|at|there|here|behind|beside)\b/i, 'is, appears, says'],
  [/\b(?:who|what|which)ever\b/i, 'anyone who, everything that, or rephrase'],
  [/\bon (?:the|whose|its|his|her|their) word\b/i, 'according to'],
  [/\b(?:a|an empty|the first) knowledge\b(?! base)/i, 'the dataset, the data, the database'],
  [/\banew\b/i, 'again'],
  [/\b(?:taken|takes?|take it) along\b/i, 'export, download'],
  [/\bof ours\b/i, 'our'],
  [/\bblanks? (?:is|are|in|after|behind|before|around)\b/i, 'space'],
  [/\bin vain\b/i, 'name the result: fails early, finds no rows'],
  [/\bmeans nothing\b/i, 'has no mapping, has no effect'],
  [/\b(?:is|are) no (?:connection|list|filter|error|amount|file|text)\b/i, 'is not a …'],
  [/\bcatch:/i, 'note:'],
  [/\bto the letter\b/i, 'exactly, case-sensitive'],
  [/\bmend(?:s|ed)?\b/i, 'fix'],
];

/** The dataset quotes articles, released migrations cannot be edited, and the rest is generated or not ours. */
const SKIPPED =
  /^(?:(?:seeds|test\/fixtures)\/.*\.(?:yaml|json)|prisma\/migrations\/.*|test\/library\/.*|docs\/schema\/.*|schema\.graphql|package-lock\.json|LICENSE)$|\.(?:png|jpg|ico|woff2?|snap)$/;

test('plain English', () => {
  const lines = files
    .filter((path) => !SKIPPED.test(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .map((text, i) => ({ place: `${path}:${i + 1}`, text })),
    );
  const found = lines.flatMap(({ place, text }) =>
    PHRASES.flatMap(([phrase, instead]) => {
      const [match] = phrase.exec(text) ?? [];
      return match ? [`${place}: instead of "${match}" write: ${instead}`] : [];
    }),
  );
  expect(found).toEqual([]);
});
