import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { indexSearch } from '../../src/import/search/index-search.ts';
import { globalId } from '../../src/model/id.ts';
import { ask } from '../support/ask.ts';
import { emptyDatabase, temporaryFolder, testDatabase } from '../support/database.ts';

const SHIPPED = 'prisma/migrations';

let folder: string;
let database: Database;

beforeAll(async () => {
  folder = join(await temporaryFolder(), 'migrations');
  await cp(SHIPPED, folder, { recursive: true });
  database = await testDatabase();
});

test('a second run changes nothing', async () => {
  const before = await records(database);
  expect(before.length).toBeGreaterThan(0);
  expect(await migrate(database)).toEqual([]);
  expect(await records(database)).toEqual(before);
});

test('migrations are recorded as Prisma records them', async () => {
  const [record] = await records(database);
  expect(record).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    migration_name: expect.stringMatching(/^\d{14}_init$/),
    logs: null,
    rolled_back_at: null,
    applied_steps_count: 1,
  });
  expect(record?.finished_at.getTime()).toBeGreaterThanOrEqual(record?.started_at.getTime() ?? Number.NaN);
});

test('concurrent runs apply each migration once', async () => {
  const fresh = await emptyDatabase();
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(fresh)));
  expect(applied.flat().sort()).toEqual(await names(await testDatabase()));
});

describe('with further migrations', () => {
  test('applies what is missing, in order', async () => {
    const further = await withMigration(
      '29990101000000_first',
      'CREATE TABLE first (a int); CREATE TABLE again (a int);',
    );
    await withMigration('29990102000000_second', 'ALTER TABLE first ADD COLUMN b int;', further);
    expect(await migrate(database, { folder: further })).toEqual(['29990101000000_first', '29990102000000_second']);
  });

  test('a database with a migration that the program does not know is rejected', async () => {
    await expect(migrate(database)).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      message: expect.stringContaining('29990101000000_first'),
    });
  });
});

test('passages of an older disagreement become an account each, with the ids that an import gives them', async () => {
  const fresh = await emptyDatabase();
  const older = join(await temporaryFolder(), 'older');
  const last = '20261130190000_standard_rules';
  await cp(SHIPPED, older, { recursive: true, filter: (path) => !/\d{14}_/.test(path) || nameOf(path) <= last });
  await migrate(fresh, { folder: older });
  await fresh.write(async (client) => {
    // Without triggers, so that few rows are enough.
    await client.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    for (const statement of OLDER_ROWS) await client.$executeRawUnsafe(statement);
  });
  await migrate(fresh);
  const ask = (text: string) => fresh.query({ text, values: [] });
  const [one, other] = [1, 2].map((ordinal) => globalId('Account', 'size', ordinal));
  expect(await ask('SELECT "id", "ordinal"::int FROM "Account" ORDER BY "ordinal"')).toEqual([
    { id: one, ordinal: 1 },
    { id: other, ordinal: 2 },
  ]);
  expect(await ask('SELECT * FROM "AccountAssertion"')).toEqual([{ accountId: one, assertionId: 'Claim_1' }]);
  expect(await ask('SELECT * FROM "AccountWording"')).toEqual([{ accountId: other, wordingId: 'Wording_1' }]);
  expect(await ask('SELECT count(*)::int AS "count" FROM "AccountArticle"')).toEqual([{ count: 2 }]);
  expect(await ask('SELECT "id", "accountId", "otherId", "kind"::text FROM "Contrast"')).toEqual([
    { id: globalId('Contrast', 'size', 1, 2), accountId: one, otherId: other, kind: 'CERTAINTY' },
  ]);
});

const OLDER_ROWS = [
  `INSERT INTO "Article" ("id", "slug", "sortKey", "headline", "headlineKey", "language", "summary", "summaryKey", "originKind", "originBasis", "sharedOriginId", "textSha256", "textLength")
   VALUES ('Article_1', 'a', 'a', 'A', 'a', 'en', 'A', 'a', 'UNKNOWN', 'UNKNOWN', 'Origin_1', repeat('a', 64), 9)`,
  `INSERT INTO "Assertion" ("id", "sortKey", "assertionType", "articleId", "start", "end", "sha256", "paragraph", "gloss", "glossKey", "basis")
   VALUES ('Claim_1', 'a/1', 'CLAIM', 'Article_1', 0, 1, repeat('a', 64), 1, 'G', 'g', 'STATED')`,
  `INSERT INTO "Wording" ("id", "sortKey", "quoteId", "articleId", "start", "end", "sha256", "ordinal", "rendering", "zone", "paragraph", "gloss", "glossKey", "attribution", "medium", "basis", "insertions")
   VALUES ('Wording_1', 'a/0', 'Quote_1', 'Article_1', 1, 2, repeat('a', 64), 1, 'REPORTED', 'BODY', 1, 'G', 'g', 'IMPLICIT', 'UNKNOWN', 'INFERRED', '{}')`,
  `INSERT INTO "Disagreement" ("id", "slug", "sortKey", "topic", "topicKey", "kind") VALUES ('Disagreement_1', 'size', 'a', 'T', 't', 'CERTAINTY')`,
  `INSERT INTO "DisagreementAssertion" ("disagreementId", "assertionId") VALUES ('Disagreement_1', 'Claim_1')`,
  `INSERT INTO "DisagreementWording" ("disagreementId", "wordingId") VALUES ('Disagreement_1', 'Wording_1')`,
];

/** The name of the migration in a path. */
function nameOf(path: string): string {
  return /\d{14}_\w+/.exec(path)?.[0] ?? '';
}

test('search works after the migrations once its index is computed', async () => {
  const older = join(await temporaryFolder(), 'older');
  const last = '20261130190000_standard_rules';
  await cp(SHIPPED, older, { recursive: true, filter: (path) => !/\d{14}_/.test(path) || nameOf(path) <= last });
  const fresh = await emptyDatabase();
  await migrate(fresh, { folder: older });
  await fresh.write(async (client) => {
    // As an older version wrote them: without vowel signs, and U.S. as one word.
    await client.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    for (const statement of OLDER_ROWS.slice(0, 1)) await client.$executeRawUnsafe(statement);
    await client.$executeRawUnsafe(
      `UPDATE "Article" SET "headline" = 'राम/U.S. talks', "headlineKey" = 'रम/u.s. talks'`,
    );
  });
  await migrate(fresh);
  const matches = (text: string) =>
    ask(fresh, 'query ($text: String!) { articles(where: { headline: { matches: $text } }) { totalCount } }', { text });
  expect(await matches('US talks')).toEqual({ articles: { totalCount: 1 } });
  expect(await matches('राम')).toEqual({ articles: { totalCount: 0 } });
  expect(await indexSearch(fresh)).toBe(true);
  expect(await matches('राम')).toEqual({ articles: { totalCount: 1 } });
  expect(await ask(fresh, '{ search(query: "US talks") { totalCount } }')).toEqual({ search: { totalCount: 1 } });
  expect(await indexSearch(fresh)).toBe(false);
});

test('an edited migration is rejected', async () => {
  const fresh = await emptyDatabase();
  const edited = await withMigration('29990101000000_edited', 'CREATE TABLE edited (a int);');
  await migrate(fresh, { folder: edited });
  await withMigration('29990101000000_edited', 'CREATE TABLE edited (a bigint);', edited);
  await expect(migrate(fresh, { folder: edited })).rejects.toMatchObject({
    code: 'MIGRATION_CHANGED',
    message: expect.stringContaining('29990101000000_edited'),
  });
});

test('a failing migration is rolled back, and the ones before it stay', async () => {
  const fresh = await emptyDatabase();
  const failing = await withMigration('29990101000000_fails', 'CREATE TABLE half (a int); SELECT 1/0;');
  await expect(migrate(fresh, { folder: failing })).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringMatching(/29990101000000_fails failed \(division by zero\).+ run: onrecord migrate$/),
  });
  expect(await names(fresh)).toEqual(await names(await testDatabase()));
  expect(await fresh.query({ text: `SELECT to_regclass('half') AS half`, values: [] })).toEqual([{ half: null }]);
});

test('a migration that another tool started and did not finish is rejected', async () => {
  const fresh = await emptyDatabase();
  await migrate(fresh);
  await fresh.query({ text: 'UPDATE _prisma_migrations SET finished_at = NULL', values: [] });
  await expect(migrate(fresh)).rejects.toMatchObject({ code: 'MIGRATION_UNFINISHED' });
});

async function withMigration(name: string, sql: string, base?: string): Promise<string> {
  const target = base ?? join(await temporaryFolder(), 'migrations');
  if (!base) await cp(folder, target, { recursive: true });
  await mkdir(join(target, name), { recursive: true });
  await writeFile(join(target, name, 'migration.sql'), sql);
  return target;
}

interface MigrationRow {
  readonly id: string;
  readonly migration_name: string;
  readonly started_at: Date;
  readonly finished_at: Date;
}

function records(of: Database): Promise<MigrationRow[]> {
  return of.query({ text: 'SELECT * FROM _prisma_migrations ORDER BY migration_name', values: [] });
}

async function names(of: Database): Promise<string[]> {
  return (await records(of)).map((record) => record.migration_name);
}
