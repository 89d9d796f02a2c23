import { expect, test } from 'vitest';
import { filesOf, rowsOf } from '../support/files-in-memory.ts';
import { smallArticle } from '../support/small-article.ts';

const officials = { printedAs: 'officials', collective: true };

/** The files of articles with a source "officials" each. */
function filesWith(articles: Readonly<Record<string, { shortName?: string; headline?: string; name?: string }>>) {
  return Object.fromEntries(
    Object.entries(articles).map(([slug, { name, ...head }]) => [
      `articles/${slug}.yaml`,
      smallArticle(slug, { ...head, sources: { officials: { ...officials, ...(name && { name }) } } }),
    ]),
  );
}

function namesIn(files: Readonly<Record<string, string>>): readonly string[] {
  return rowsOf(files)
    .all('Actor')
    .map(({ name }) => name);
}

test('the name of a source is what is printed and the short name of its article', () => {
  expect(namesIn(filesWith({ one: { shortName: 'The Post' } }))).toEqual(['officials (The Post)']);
  expect(namesIn(filesWith({ one: { headline: 'Tunnel opens' } }))).toEqual(['officials (Tunnel opens)']);
});

test('a name that the file gives is kept', () => {
  expect(namesIn(filesWith({ one: { shortName: 'The Post', name: 'City officials' } }))).toEqual(['City officials']);
});

test('sources of articles with one short name are told apart by the headlines', () => {
  const article = (headline: string) => ({ shortName: 'The Post', headline });
  expect(namesIn(filesWith({ one: article('Tunnel opens'), two: article('Tunnel shut') }))).toEqual([
    'officials (The Post: Tunnel opens)',
    'officials (The Post: Tunnel shut)',
  ]);
});

test('an export only writes the names that files gave', async () => {
  const article = (headline: string, name?: string) => ({ shortName: 'The Post', headline, ...(name && { name }) });
  const articles = { one: article('Opens'), two: article('Shut'), three: article('Burns', 'City officials') };
  const files = await filesOf(rowsOf(filesWith(articles)));
  expect(files['articles/one.yaml']).not.toContain('name: officials');
  expect(files['articles/two.yaml']).not.toContain('name: officials');
  expect(files['articles/three.yaml']).toContain('name: City officials');
});
