import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { readHistory } from '../../src/import/history.ts';
import { importFolder } from '../../src/import/import.ts';
import { ask } from '../support/ask.ts';
import { inventedDatabase } from '../support/database.ts';
import { changeFile, datasetFolder } from '../support/dataset-folder.ts';

const REWRITE = 'articles/101-mayor-rules-out-tax.yaml';

let db: Database;
let dir: string;
beforeEach(async () => {
  db = await inventedDatabase();
  dir = datasetFolder();
});

test('each import that changes something is recorded with its files and changes', async () => {
  changeFile(join(dir, 'people.yaml'), ['name: Ada Quist', 'name: Ada Kvist']);
  changeFile(join(dir, 'people.yaml'), ['ilse-brandt:', 'new-person: { name: New Person }\nilse-brandt:']);
  await importFolder(db, dir);
  const [second, first, ...more] = await readHistory(db, 10);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ number: 1, importedAt: expect.any(Date) });
  expect(first?.files.map(({ path }) => path)).toEqual([
    'articles/100-harbour-tunnel.yaml',
    REWRITE,
    'claim-keys.yaml',
    'disagreements.yaml',
    'events.yaml',
    'organisations.yaml',
    'outlets.yaml',
    'people.yaml',
    'proposals.yaml',
    'quotes.yaml',
  ]);
  expect(first?.files.every(({ isNew, sha256 }) => isNew && /^[0-9a-f]{64}$/.test(String(sha256)))).toBe(true);
  expect(first?.changes).toContainEqual(
    expect.objectContaining({ entity: 'Article', added: 2, changed: 0, removed: 0 }),
  );
  expect(second).toMatchObject({
    number: 2,
    changes: [{ entity: 'Person', added: 1, changed: 1, removed: 0 }],
    files: [{ path: 'people.yaml', isNew: false }],
  });
  expect((await readHistory(db, 1)).map(({ number }) => number)).toEqual([2]);
});

test('a removed file is recorded as removed, and as new when it comes back', async () => {
  changeFile(join(dir, REWRITE), null);
  changeFile(join(dir, 'disagreements.yaml'), null);
  changeFile(join(dir, 'quotes.yaml'), ['welcome-the-pledge: { proposals: [bay-declaration, harbour-tunnel] }\n', '']);
  await importFolder(db, dir);
  await importFolder(db, datasetFolder());
  const [third, second] = await readHistory(db, 10);
  expect(second?.files).toContainEqual({ path: REWRITE, sha256: null, isNew: false });
  expect(third?.files).toContainEqual({ path: REWRITE, sha256: expect.any(String), isNew: true });
});

test('an import that changes no row is not recorded: the last one takes the new checksums', async () => {
  changeFile(join(dir, 'people.yaml'), ['# Invented', '# Freely invented']);
  const checksumOf = async () =>
    (await readHistory(db, 1))[0]?.files.find(({ path }) => path === 'people.yaml')?.sha256;
  const before = await checksumOf();
  await importFolder(db, dir);
  expect(await checksumOf()).not.toBe(before);
  expect((await readHistory(db, 10)).map(({ number }) => number)).toEqual([1]);
});

test('the API lists revisions, the newest first', async () => {
  changeFile(join(dir, 'people.yaml'), ['name: Ada Quist', 'name: Ada Kvist']);
  await importFolder(db, dir);
  const query = `{
    revision { number }
    revisions(first: 2) { nodes { number files { totalCount } changes { nodes { entity changed } } } }
  }`;
  expect(await ask(db, query)).toMatchObject({
    revision: { number: 2 },
    revisions: {
      nodes: [
        { number: 2, files: { totalCount: 1 }, changes: { nodes: [{ entity: 'Person', changed: 1 }] } },
        { number: 1, files: { totalCount: 10 } },
      ],
    },
  });
});
