import { expect, test } from 'vitest';
import { isNews, renewal } from '../../src/explorer/live.ts';

test('a page that only knows its number takes every other number for news', () => {
  expect(isNews({ number: 1, filesSha256: 'a' }, { number: 1 })).toBe(false);
  expect(isNews({ number: 2, filesSha256: 'a' }, { number: 1 })).toBe(true);
});

test.each([
  ['the same', { number: 2, filesSha256: 'a' }, false],
  ['the next import', { number: 3, filesSha256: 'b' }, true],
  ['texts that were loaded', { number: 3, filesSha256: 'a' }, true],
  ['the same files in a database made anew', { number: 1, filesSha256: 'a' }, false],
  ['other files in a database made anew', { number: 2, filesSha256: 'b' }, true],
])('%s', (_, latest, news) => {
  expect(isNews(latest, { number: 2, filesSha256: 'a' })).toBe(news);
});

/** A page that knows revision 1, and the answers that its questions wait for: each is given by hand. */
function pageOfRevision1() {
  const answers: { resolve: (text: string) => void; reject: (reason: unknown) => void }[] = [];
  const shown: string[] = [];
  const hear = renewal(
    { number: 1 },
    {
      ask: () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject })),
      onFresh: (fresh: string) => void shown.push(fresh),
      onFailure: () => void shown.push('failure'),
    },
  );
  return { answers, shown, hear };
}

test('an answer that was overtaken by newer knowledge is dropped, and so is its failure', async () => {
  for (const overtaken of ['resolve', 'reject'] as const) {
    const { answers, shown, hear } = pageOfRevision1();
    const both = [hear({ number: 2, filesSha256: 'b' }), hear({ number: 3, filesSha256: 'c' })];
    answers[1]?.resolve('revision 3');
    await both[1];
    answers[0]?.[overtaken]('revision 2');
    await both[0];
    expect(shown).toEqual(['revision 3']);
  }
});

test('a state that is heard of twice is asked for once, and its answer is shown', async () => {
  const { answers, shown, hear } = pageOfRevision1();
  const both = [hear({ number: 2, filesSha256: 'b' }), hear({ number: 2, filesSha256: 'b' })];
  answers[0]?.resolve('revision 2');
  await Promise.all(both);
  expect([answers.length, shown]).toEqual([1, ['revision 2']]);
});

test('where the answer to news fails, the page hears of that', async () => {
  const { answers, shown, hear } = pageOfRevision1();
  const heard = hear({ number: 2, filesSha256: 'b' });
  answers[0]?.reject(new TypeError('the server is away'));
  await heard;
  expect(shown).toEqual(['failure']);
});
