import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteRows, insertRows, type JsonRow, readRows, type Table, updateRows } from '../../src/db/bulk.ts';
import type { Database } from '../../src/db/database.ts';
import { emptyDatabase } from '../support/database.ts';

const book: Table = {
  table: 'Book',
  key: ['shelf', 'number'],
  columns: {
    shelf: { type: 'String' },
    number: { type: 'Int' },
    title: { type: 'String' },
    price: { type: 'Decimal' },
    printed: { type: 'Date' },
    binding: { type: 'Enum' },
    sold: { type: 'Boolean' },
    authors: { type: 'String' },
  },
};

const SCHEMA = `
  create type "Binding" as enum ('HARDBACK', 'PAPERBACK');
  create table "Book" (
    "shelf" text, "number" int, "title" text, "price" decimal(65, 30), "printed" date, "binding" "Binding",
    "sold" boolean, "authors" text[], "titleLength" int generated always as (length("title")) stored,
    primary key ("shelf", "number"));`;

const full = {
  shelf: 'a',
  number: 1,
  title: `O'Hara "quoted" \\ \n\u{1f4d6}`,
  price: '-12345678901234567890123456789012345.123456789012345678901234567891',
  printed: '0999-12-31',
  binding: 'PAPERBACK',
  sold: false,
  authors: ['Ada, "the first"', '{}', ''],
};
const sparse = {
  shelf: 'a',
  number: 2,
  title: null,
  price: null,
  printed: null,
  binding: null,
  sold: null,
  authors: [],
};

let db: Database;
beforeAll(async () => {
  db = await emptyDatabase();
  await db.transaction((session) => session.script(SCHEMA));
});
beforeEach(async () => {
  await db.query({ text: 'truncate "Book"', values: [] });
});

const insert = (...rows: readonly JsonRow[]) => db.write((client) => insertRows(client, book, rows));
const stored = async () => (await db.write((client) => readRows(client, book))).sort((a, b) => order(a) - order(b));
const order = ({ number }: JsonRow) => Number(number);

test('rows come back as they were inserted, and the database computes the other columns', async () => {
  await insert(full, sparse);
  expect(await stored()).toEqual([full, sparse]);
  const lengths = await db.query({ text: 'select "titleLength" from "Book" order by "number"', values: [] });
  expect(lengths).toEqual([{ titleLength: 20 }, { titleLength: null }]);
});

test('a decimal comes back without trailing zeros', async () => {
  await insert({ ...full, price: '1000000000' }, { ...sparse, price: '0.50' });
  expect((await stored()).map(({ price }) => price)).toEqual(['1000000000', '0.5']);
});

test('an update writes every column of the rows with these keys, and of no others', async () => {
  await insert(full, sparse, { ...full, number: 3 });
  await db.write((client) =>
    updateRows(client, book, [
      { ...sparse, number: 1 },
      { ...full, number: 2, sold: true },
    ]),
  );
  expect(await stored()).toEqual([
    { ...sparse, number: 1 },
    { ...full, number: 2, sold: true },
    { ...full, number: 3 },
  ]);
});

test('a delete takes the rows with these keys', async () => {
  await insert(full, sparse, { ...full, shelf: 'b', number: 3 });
  await db.write((client) => deleteRows(client, book, [full, { ...full, shelf: 'b' }, { ...full, number: 3 }]));
  expect(await stored()).toEqual([sparse, { ...full, shelf: 'b', number: 3 }]);
});

test('many rows take several statements, each of which is reported', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({ ...full, number: i, title: 'x'.repeat(200) }));
  const counts: number[] = [];
  await db.write(async (client) => {
    await insertRows(client, book, rows, (count) => counts.push(count));
  });
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count)).toBe(5_000);
  expect(await stored()).toEqual(rows);
});

test('no rows take no statement', async () => {
  await db.write(async (client) => {
    for (const change of [insertRows, updateRows, deleteRows]) {
      await change(client, book, [], () => expect.unreachable());
    }
  });
});

describe('rows that cannot be stored are an error, and none of the others stays', () => {
  test.each([
    ['a NUL character', { ...sparse, title: 'a\0b' }],
    ['half a surrogate pair', { ...sparse, title: 'a\ud83db' }],
    ['a value that is not in the enum', { ...sparse, binding: 'STAPLED' }],
    ['a date that does not exist', { ...sparse, printed: '2031-02-30' }],
    ['a number that is too large', { ...sparse, number: 2 ** 31 }],
    ['a key that is taken', { ...sparse, number: 1 }],
  ])('%s', async (_, row) => {
    await expect(insert(full, row)).rejects.toThrow();
    expect(await stored()).toEqual([]);
  });
});
