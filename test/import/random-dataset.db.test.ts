import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFolder, importFolder } from '../../src/import/import.ts';
import { temporaryFolder, testDatabase } from '../support/database.ts';
import { dump } from '../support/dump.ts';
import { randomDataset, writeDataset } from '../support/random-dataset.ts';

test('an import makes any database equal to the files, and a second import changes nothing', async () => {
  const db = await testDatabase();
  const dir = join(await temporaryFolder(), 'seeds');
  const datasets = fc.sample(randomDataset, { numRuns: 6, seed: 7 });
  for (const dataset of datasets) {
    writeDataset(dir, dataset);
    expect(await checkFolder(dir)).toMatchObject({ problems: [] });
    await importFolder(db, dir);
    expect(await importFolder(db, dir)).toMatchObject({ unchanged: true, changes: {} });
  }
  const fresh = await testDatabase();
  await importFolder(fresh, dir);
  expect(await dump(db)).toEqual(await dump(fresh));
}, 120_000);
