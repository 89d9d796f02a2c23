import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { readHistory } from '../../src/import/history.ts';
import { importFolder } from '../../src/import/import.ts';
import { loadTexts } from '../../src/import/load-texts.ts';
import { inventedDatabase, temporaryFolder, testDatabase } from '../support/database.ts';
import { datasetFolder, fixtures } from '../support/dataset-folder.ts';
import { dump } from '../support/dump.ts';

const TUNNEL = '100-harbour-tunnel';
const REWRITE = '101-mayor-rules-out-tax';

let db: Database;
let texts: string;

beforeEach(async () => {
  db = await inventedDatabase();
  texts = await temporaryFolder();
});

/** Puts the text of an article into the folder under another name. */
function give(slug: string, name: string): void {
  copyFileSync(join(fixtures, 'texts', `${slug}.txt`), join(texts, name));
}

/** A dataset folder without articles. */
function emptyFolder(): string {
  const folder = join(texts, '.dataset');
  mkdirSync(folder);
  writeFileSync(join(folder, 'people.yaml'), 'ann-lee: { name: Ann Lee }\n');
  return folder;
}

/** Slugs of the articles that have a text. */
async function having(): Promise<readonly string[]> {
  const text = 'SELECT "slug" FROM "Article" JOIN "ArticleText" ON "sha256" = "textSha256" ORDER BY 1';
  const rows = await db.query<{ slug: string }>({ text, values: [] });
  return rows.map(({ slug }) => slug);
}

test('a text is found by its checksum, in any folder and under any file name', async () => {
  mkdirSync(join(texts, 'deep/er'), { recursive: true });
  give(TUNNEL, 'deep/er/x');
  writeFileSync(join(texts, 'other.txt'), 'Another story.');
  writeFileSync(join(texts, 'photo.jpg'), new Uint8Array([0xff, 0xd8]));
  expect(await loadTexts(db, texts)).toEqual({
    loaded: [TUNNEL],
    present: 0,
    missing: [REWRITE],
    passedOver: [`${join(texts, 'photo.jpg')} is not UTF-8: save the unchanged text as UTF-8`],
    revision: 2,
  });
  expect(await having()).toEqual([TUNNEL]);
});

test('a second load adds new texts, and without any makes no revision', async () => {
  give(TUNNEL, 'a');
  await loadTexts(db, texts);
  give(TUNNEL, 'b');
  give(REWRITE, 'c');
  expect(await loadTexts(db, texts)).toMatchObject({ loaded: [REWRITE], present: 1, missing: [], revision: 3 });
  const before = await dump(db);
  expect(await loadTexts(db, texts)).toMatchObject({ loaded: [], present: 2, missing: [], revision: 3 });
  expect(await dump(db)).toEqual(before);
});

test('texts in the database are not reported as missing from the folder', async () => {
  give(TUNNEL, 'a');
  await loadTexts(db, texts);
  rmSync(join(texts, 'a'));
  expect(await loadTexts(db, texts)).toMatchObject({ loaded: [], present: 0, missing: [REWRITE], revision: 2 });
});

test('an import keeps the texts, and after loading there is nothing to import', async () => {
  cpSync(join(fixtures, 'texts'), texts, { recursive: true });
  await loadTexts(db, texts);
  expect(await importFolder(db, datasetFolder())).toMatchObject({ unchanged: true, revision: 2 });
  const changed = datasetFolder({ [`articles/${REWRITE}.yaml`]: ['summary: A rewrite', 'summary: A retelling'] });
  expect(await importFolder(db, changed)).toMatchObject({ unchanged: false });
  expect(await having()).toEqual([TUNNEL, REWRITE]);
});

test('a text is removed with its article, or when the checksum changes; the revision records it', async () => {
  cpSync(join(fixtures, 'texts'), texts, { recursive: true });
  await loadTexts(db, texts);
  const checksum = '1152c64847bcc4898510ef1281942573711e1850a9f77d15dd46d3477c7b2020';
  const other = datasetFolder({ [`articles/${REWRITE}.yaml`]: [checksum, 'a'.repeat(64)] });
  const removed = { added: 0, changed: 0, removed: 1 };
  expect((await importFolder(db, other)).changes.ArticleText).toEqual(removed);
  expect((await readHistory(db, 1))[0]?.changes).toContainEqual(
    expect.objectContaining({ entity: 'ArticleText', ...removed }),
  );
  expect(await having()).toEqual([TUNNEL]);
  expect((await importFolder(db, emptyFolder())).changes.ArticleText).toEqual(removed);
  expect(await having()).toEqual([]);
  expect(await db.query({ text: 'SELECT FROM "ArticleText"', values: [] })).toEqual([]);
});

test('an empty database takes no texts and has no revision', async () => {
  const empty = await testDatabase();
  give(TUNNEL, 'a');
  expect(await loadTexts(empty, texts)).toMatchObject({ loaded: [], missing: [], revision: 0 });
});
