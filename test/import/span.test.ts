import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder } from '../../src/import/import.ts';
import { codePointLength } from '../../src/text/code-point.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { temporaryFolder } from '../support/database.ts';
import { smallArticle } from '../support/small-article.ts';

/** Problems and notes on an article with one mention, checked with and without its text. */
async function checked(text: string, mention: { readonly text: string; readonly start: number }) {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, 'seeds/articles'), { recursive: true });
  mkdirSync(join(folder, 'texts'));
  const span = { start: mention.start, end: mention.start + codePointLength(mention.text), paragraph: 1 };
  const article = smallArticle('a', {
    text: { sha256: sha256(text), length: codePointLength(text) },
    mentions: [{ actor: 'jose', text: mention.text, span, zone: 'BODY', form: 'NAME' }],
  });
  writeFileSync(join(folder, 'seeds/articles/a.yaml'), article);
  writeFileSync(join(folder, 'seeds/people.yaml'), 'jose: { name: José }\n');
  writeFileSync(join(folder, 'texts/a.txt'), text);
  const messagesOf = async (texts: string | null) => {
    const { problems, notes } = await checkFolder(join(folder, 'seeds'), texts);
    return [problems, notes].map((found) =>
      found.map((one) => formatProblem(one).replace(/^.*?a\.yaml:\d+:\d+: /, '')),
    );
  };
  return { without: await messagesOf(null), withTexts: await messagesOf(join(folder, 'texts')) };
}

test('words that start with a part of a character are a problem, also without the text', async () => {
  for (const part of ['\u0301 came', '\u{1f3fd} came', '\u093f']) {
    const { without } = await checked(`Jose${part}.`, { text: part, start: 4 });
    expect(without).toEqual([[expect.stringMatching(/^"text" starts with U\+[0-9A-F]+, a part of the character/)], []]);
  }
});

test('a span that ends inside a character is a problem where there is the text', async () => {
  expect(await checked('Jose\u0301 came', { text: 'Jose', start: 0 })).toEqual({
    without: [[], []],
    withTexts: [
      ['the span ends in the middle of the character "e\u0301" (U+0065 U+0301): accepted are whole characters'],
      [],
    ],
  });
});

test('a mention that ends inside a word is a note where there is the text, but not in a script without spaces', async () => {
  const { without, withTexts } = await checked('Josephine came', { text: 'Jose', start: 0 });
  expect(without).toEqual([[], []]);
  expect(withTexts).toEqual([
    [],
    [expect.stringMatching(/^the span ends in the middle of the word "Josephine": .+ \(word, 0-4\)$/)],
  ]);
  expect((await checked('王小明说', { text: '王小明', start: 0 })).withTexts).toEqual([[], []]);
});
