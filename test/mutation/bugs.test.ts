import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Bug {
  readonly bug: string;
  readonly file: string;
}

const { bugs, planted } = (await import(new URL('bugs.mjs', import.meta.url).href)) as {
  readonly bugs: readonly Bug[];
  readonly planted: (text: string, bug: Bug) => string;
};

test('all bugs are different', () => {
  expect(new Set(bugs.map(({ bug }) => bug)).size).toBe(bugs.length);
});

test.each(bugs)('can be planted: $bug', async (bug) => {
  const text = await readFile(join('src', 'query', bug.file), 'utf8');
  expect(planted(text, bug)).not.toBe(text);
});
