import { expect, test } from 'vitest';
import { isNews, refetchOnNews } from '../../src/explorer/live.ts';

test('if only the number is known, every other number is news', () => {
  expect(isNews({ number: 1, filesSha256: 'a' }, { number: 1 })).toBe(false);
  expect(isNews({ number: 2, filesSha256: 'a' }, { number: 1 })).toBe(true);
});

test.each([
  ['the same revision', { number: 2, filesSha256: 'a' }, false],
  ['the next import', { number: 3, filesSha256: 'b' }, true],
  ['texts that were loaded', { number: 3, filesSha256: 'a' }, true],
  ['the same files in a rebuilt database', { number: 1, filesSha256: 'a' }, false],
  ['other files in a rebuilt database', { number: 2, filesSha256: 'b' }, true],
])('%s', (_, latest, news) => {
  expect(isNews(latest, { number: 2, filesSha256: 'a' })).toBe(news);
});

/** A page at revision 1; its pending queries are settled by hand. */
function pageOfRevision1() {
  const answers: { resolve: (text: string) => void; reject: (reason: unknown) => void }[] = [];
  const shown: string[] = [];
  const announce = refetchOnNews(
    { number: 1 },
    {
      ask: () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject })),
      onFresh: (fresh: string) => void shown.push(fresh),
      onFailure: () => void shown.push('failure'),
    },
  );
  return { answers, shown, announce };
}

test('an answer for an older revision is dropped, and so is its failure', async () => {
  for (const overtaken of ['resolve', 'reject'] as const) {
    const { answers, shown, announce } = pageOfRevision1();
    const both = [announce({ number: 2, filesSha256: 'b' }), announce({ number: 3, filesSha256: 'c' })];
    answers[1]?.resolve('revision 3');
    await both[1];
    answers[0]?.[overtaken]('revision 2');
    await both[0];
    expect(shown).toEqual(['revision 3']);
  }
});

test('a revision announced twice is fetched once', async () => {
  const { answers, shown, announce } = pageOfRevision1();
  const both = [announce({ number: 2, filesSha256: 'b' }), announce({ number: 2, filesSha256: 'b' })];
  answers[0]?.resolve('revision 2');
  await Promise.all(both);
  expect([answers.length, shown]).toEqual([1, ['revision 2']]);
});

test('a failed fetch is reported', async () => {
  const { answers, shown, announce } = pageOfRevision1();
  const done = announce({ number: 2, filesSha256: 'b' });
  answers[0]?.reject(new TypeError('the server cannot be reached'));
  await done;
  expect(shown).toEqual(['failure']);
});
