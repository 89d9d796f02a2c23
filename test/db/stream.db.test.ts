import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction((session) =>
    session.script('CREATE TABLE "Seen" (n int); INSERT INTO "Seen" VALUES (1), (2), (3)'),
  );
});

const numbers = (count: number) => ({ text: 'select n::text from generate_series(1, $1::int) n', values: [count] });

async function all(batches: AsyncIterable<readonly string[]>): Promise<string[]> {
  const texts: string[] = [];
  for await (const batch of batches) texts.push(...batch);
  return texts;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

test.each([0, 1, 499, 500, 501, 12_345])('a stream of %i rows yields all of them in order', async (count) => {
  expect(await all(database.stream(numbers(count)))).toEqual(upTo(count));
});

test('texts keep every character', async () => {
  const odd = ['', ' ', 'Løkke 😀', '\u2028\u2029\r\t"\\', 'ü'.repeat(100_000)];
  const statement = { text: 'select t from unnest($1::text[]) with ordinality u(t, n) order by n', values: [odd] };
  expect(await all(database.stream(statement))).toEqual(odd);
});

test('rows come in batches, never all at once', async () => {
  for await (const batch of database.stream(numbers(50_000))) expect(batch.length).toBeLessThan(20_000);
});

test('a stream does not see what is written meanwhile', async () => {
  const statement = {
    text: 'select (select count(*) from "Seen" s where s.n > 0 * g.n)::text || \' \' || g.n from generate_series(1, 2000) g(n)',
    values: [],
  };
  const seen: string[] = [];
  for await (const batch of database.stream(statement)) {
    seen.push(...batch);
    if (seen.length === batch.length)
      await database.transaction((session) => session.script('INSERT INTO "Seen" VALUES (4)'));
  }
  expect(seen).toEqual(upTo(2000).map((n) => `3 ${n}`));
  expect(await database.read({ text: 'select count(*)::text from "Seen"', values: [] })).toBe('4');
});

test('other statements run while a stream waits for its consumer', async () => {
  const stream = database.stream(numbers(5000));
  expect((await stream.next()).value?.[0]).toBe('1');
  expect(await database.read({ text: "select 'here'", values: [] })).toBe('here');
  await stream.return();
});

test('a stream that is abandoned leaves the database as it was', async () => {
  for (let i = 0; i < 12; i++) {
    const stream = database.stream(numbers(5000));
    await stream.next();
    await stream.return();
  }
  expect(await all(database.stream(numbers(3)))).toEqual(upTo(3));
});

test('an aborted signal ends a stream with its reason', async () => {
  const controller = new AbortController();
  const stream = database.stream(
    { text: 'select n::text from generate_series(1, 3000) n', values: [] },
    { signal: controller.signal },
  );
  controller.abort(new Error('gone'));
  await expect(stream.next()).rejects.toThrow('gone');
  expect(await database.read({ text: "select 'here'", values: [] })).toBe('here');
});

test('an aborted signal ends a running statement on a server', async ({ skip }) => {
  if (database.kind === 'embedded') skip('the embedded database cannot be interrupted');
  const controller = new AbortController();
  const stream = database.stream({ text: 'select pg_sleep(60)::text', values: [] }, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('gone')), 200);
  await expect(stream.next()).rejects.toThrow('gone');
});

test('a statement that fails after some rows throws then, and a statement that writes fails', async () => {
  const failing = { text: 'select (10 / (4000 - n))::text from generate_series(1, 5000) n', values: [] };
  await expect(all(database.stream(failing))).rejects.toThrow('division by zero');
  const writing = { text: `insert into "Seen" values (5) returning 'x'`, values: [] };
  await expect(all(database.stream(writing))).rejects.toThrow();
  expect(await all(database.stream(numbers(2)))).toEqual(upTo(2));
});
