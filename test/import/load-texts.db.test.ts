import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { anchorFile } from '../../src/evidence/anchor.ts';
import { verifyTexts } from '../../src/evidence/verify.ts';
import { exportFolder } from '../../src/export/folder.ts';
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
  const text = 'SELECT "slug" FROM "Article" JOIN "ArticleText" ON "articleId" = "Article"."id" ORDER BY 1';
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
    passedOver: [
      `${join(texts, 'photo.jpg')} is not UTF-8 (byte 0 is 0xFF, "ÿ" in Windows-1252): save the unchanged text as UTF-8`,
    ],
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

describe('articles with the same text', () => {
  const TWIN = '102-same-wire';
  /** The rewrite as a second outlet printed it, word for word. */
  const twin = readFileSync(join(fixtures, 'dataset/articles', `${REWRITE}.yaml`), 'utf8').replace(
    /derivedFrom:[\s\S]*/u,
    '',
  );
  const withTwin = (name = TWIN) => datasetFolder({ [`articles/${name}.yaml`]: twin });
  const bodies = async () => {
    const text = 'SELECT "slug", "body" FROM "Article" JOIN "ArticleText" ON "articleId" = "Article"."id" ORDER BY 1';
    return db.query<{ slug: string; body: string }>({ text, values: [] });
  };

  test('all get it, from one file, and all match it', async () => {
    await importFolder(db, withTwin());
    give(REWRITE, 'a');
    expect(await loadTexts(db, texts)).toMatchObject({ loaded: [REWRITE, TWIN], present: 0, missing: [TUNNEL] });
    expect(await loadTexts(db, texts)).toMatchObject({ loaded: [], present: 2, missing: [TUNNEL] });
    const [one, other] = await bodies();
    expect([one?.slug, other?.slug]).toEqual([REWRITE, TWIN]);
    expect(one?.body).toBe(other?.body);
    for (const dir of [null, texts]) {
      const { articles } = await verifyTexts(db, dir);
      expect(articles.filter(({ copy }) => copy === 'exact').map(({ slug }) => slug)).toEqual([REWRITE, TWIN]);
      expect(articles.flatMap(({ failures }) => failures)).toEqual([]);
    }
  });

  test('a changed copy is compared with all of them', async () => {
    await importFolder(db, withTwin());
    writeFileSync(join(texts, 'a'), `${readFileSync(join(fixtures, 'texts', `${REWRITE}.txt`), 'utf8')}More.\n`);
    const { articles } = await verifyTexts(db, texts);
    expect(articles.filter(({ copy }) => copy === 'changed').map(({ slug }) => slug)).toEqual([REWRITE, TWIN]);
  });

  test('an article added later gets the loaded text, which stays while one of them has it', async () => {
    give(REWRITE, 'a');
    await loadTexts(db, texts);
    expect((await importFolder(db, withTwin())).changes.ArticleText).toBeUndefined();
    expect((await bodies()).map(({ slug }) => slug)).toEqual([REWRITE, TWIN]);
    const renamed = await importFolder(db, withTwin('103-same-wire'));
    expect(renamed.changes.ArticleText).toBeUndefined();
    expect((await bodies()).map(({ slug }) => slug)).toEqual([REWRITE, '103-same-wire']);
    await importFolder(db, datasetFolder());
    expect((await bodies()).map(({ slug }) => slug)).toEqual([REWRITE]);
  });

  test('are exported as they were written', async () => {
    await importFolder(db, withTwin());
    const out = await temporaryFolder();
    await exportFolder(db, out, { force: true });
    expect(await importFolder(db, out)).toMatchObject({ unchanged: true });
  });
});

test('a text with a byte order mark keeps it, so that its spans match', async () => {
  const marked = `\ufeff${readFileSync(join(fixtures, 'texts', `${REWRITE}.txt`), 'utf8')}`;
  const article = readFileSync(join(fixtures, 'dataset/articles', `${REWRITE}.yaml`), 'utf8');
  const { text, problems } = anchorFile(article, marked);
  expect(problems).toEqual([]);
  await importFolder(db, datasetFolder({ [`articles/${REWRITE}.yaml`]: text }));
  writeFileSync(join(texts, 'a'), marked);
  expect(await loadTexts(db, texts)).toMatchObject({ loaded: [REWRITE] });
  for (const dir of [null, texts]) {
    const { articles } = await verifyTexts(db, dir);
    expect(articles[1]).toMatchObject({ copy: 'exact', checked: 4, failures: [] });
  }
});

test.each([
  ['UTF-16LE', Buffer.from('\ufeffMayor rules out tax', 'utf16le')],
  ['UTF-16BE', Buffer.from('\ufeffMayor rules out tax', 'utf16le').swap16()],
  ['UTF-16LE', Buffer.from('Mayor rules out tax', 'utf16le')],
  ['UTF-32LE', Buffer.from([0xff, 0xfe, 0, 0, 0x4d, 0, 0, 0])],
])('the encoding of a file that is not UTF-8 is named: %s', async (encoding, bytes) => {
  writeFileSync(join(texts, 'a'), bytes);
  expect((await loadTexts(db, texts)).passedOver).toEqual([
    `${join(texts, 'a')} is ${encoding}, not UTF-8: save the unchanged text as UTF-8`,
  ]);
});

test('an empty database takes no texts and has no revision', async () => {
  const empty = await testDatabase();
  give(TUNNEL, 'a');
  expect(await loadTexts(empty, texts)).toMatchObject({ loaded: [], missing: [], revision: 0 });
});
