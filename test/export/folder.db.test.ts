import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { exportFolder } from '../../src/export/folder.ts';
import { checkFolder, importFolder } from '../../src/import/import.ts';
import { inventedDatabase, ownSeededDatabase, temporaryFolder, testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { randomDataset, writeDataset } from '../support/random-dataset.ts';
import { HOUR, runs } from '../support/runs.ts';

/** Exports a database and checks that importing the export changes nothing, and makes another database equal. */
async function expectEqual(database: Database, other: Database): Promise<void> {
  const before = await dump(database);
  const dir = join(await temporaryFolder(), 'dataset');
  await exportFolder(database, dir, { force: false });
  expect(await checkFolder(dir)).toMatchObject({ problems: [] });
  await importFolder(other, dir);
  expect(await dump(other)).toEqual(before);
  const [revision] = await revisions(database);
  expect(await importFolder(database, dir)).toMatchObject({ unchanged: true, revision, changes: {} });
  expect((await revisions(database))[0]).toBe(revision);
}

async function revisions(database: Database): Promise<number[]> {
  const text = 'SELECT "number" FROM "Revision" ORDER BY "number" DESC';
  return (await database.query<{ number: number }>({ text, values: [] })).map(({ number }) => number);
}

/** A database with the invented dataset, and a folder with its export. */
async function exported(): Promise<{ database: Database; dir: string }> {
  const database = await inventedDatabase();
  const dir = join(await temporaryFolder(), 'dataset');
  await exportFolder(database, dir, { force: false });
  return { database, dir };
}

test('importing an export of the seeds into an empty database makes the same rows with the same ids', async () => {
  await expectEqual(await ownSeededDatabase(), await testDatabase());
}, 120_000);

test(
  'importing the export of any dataset changes nothing, and makes any other database equal',
  async () => {
    const [database, other] = [await testDatabase(), await testDatabase()];
    const dir = join(await temporaryFolder(), 'dataset');
    await fc.assert(
      fc.asyncProperty(randomDataset, async (dataset) => {
        writeDataset(dir, dataset);
        await importFolder(database, dir);
        await expectEqual(database, other);
      }),
      { numRuns: runs(3, 300), endOnFailure: true },
    );
  },
  HOUR,
);

test('a database without rows is exported as empty registers', async () => {
  await expectEqual(await testDatabase(), await ownSeededDatabase());
}, 120_000);

test('a folder that is not empty is left alone without --force', async () => {
  const { database } = await exported();
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'notes.txt'), 'mine');
  await expect(exportFolder(database, dir, { force: false })).rejects.toThrow(`${dir} is not empty`);
  expect(await readdir(dir)).toEqual(['notes.txt']);
});

test('an export over an older one replaces its files and leaves other files alone', async () => {
  const { database, dir } = await exported();
  await mkdir(join(dir, 'questions'));
  await writeFile(join(dir, 'questions', 'mine.graphql'), 'mine');
  const people = await readFile(join(dir, 'people.yaml'), 'utf8');
  await writeFile(join(dir, 'people.yaml'), '{}');
  const names = await readdir(dir);
  await exportFolder(database, dir, { force: true });
  expect(await readFile(join(dir, 'people.yaml'), 'utf8')).toBe(people);
  expect(await readFile(join(dir, 'questions', 'mine.graphql'), 'utf8')).toBe('mine');
  expect(await readdir(dir)).toEqual(names);
});

test('an article that the database does not have is never deleted: the export fails and changes nothing', async () => {
  const { database, dir } = await exported();
  const file = join(dir, 'articles', 'mine.yaml');
  await writeFile(file, 'mine');
  await writeFile(join(dir, 'people.yaml'), '{}');
  await expect(exportFolder(database, dir, { force: true })).rejects.toThrow(`does not have ${file}: move`);
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect(await readFile(join(dir, 'people.yaml'), 'utf8')).toBe('{}');
});

test('leftovers of a killed export do not matter, and a failing export leaves nothing', async () => {
  const { database } = await exported();
  const parent = await temporaryFolder();
  await mkdir(join(parent, '.dataset.onrecord-export'));
  await writeFile(join(parent, '.dataset.onrecord-export', 'people.yaml'), 'half');
  const dir = join(parent, 'dataset');
  await exportFolder(database, dir, { force: false });
  expect(await checkFolder(dir)).toMatchObject({ problems: [] });
  const stop = () => {
    throw new Error('stopped');
  };
  const second = join(parent, 'second');
  await expect(exportFolder(database, second, { force: false, onProgress: stop })).rejects.toThrow('stopped');
  expect(await readdir(parent)).toEqual(['dataset']);
});

test('a file instead of a folder is reported in plain words', async () => {
  const { database, dir } = await exported();
  const file = join(dir, 'people.yaml');
  await expect(exportFolder(database, file, { force: false })).rejects.toThrow(
    `${file} cannot be written: it is not a folder`,
  );
});
