import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPrepared, storePrepared } from '../../src/db/prepared.ts';
import { temporaryFolder } from '../support/database.ts';

const make = async () => Buffer.from('an archive');

test('a prepared database is made once, and outdated ones are removed', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '0123456789abcdef.tar.gz'), '');
  expect(await readPrepared(folder)).toBeUndefined();
  await storePrepared(make, folder);
  await storePrepared(async () => Buffer.from('another'), folder);
  expect(String(await readPrepared(folder))).toBe('an archive');
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.tar\.gz$/)]);
});

test('a damaged one is not used, and made again', async () => {
  const folder = await temporaryFolder();
  await storePrepared(make, folder);
  const [name = ''] = await readdir(folder);
  await truncate(join(folder, name), 12);
  expect(await readPrepared(folder)).toBeUndefined();
  await storePrepared(make, folder);
  expect(String(await readPrepared(folder))).toBe('an archive');
});
