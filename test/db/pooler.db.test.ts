import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { importFolder } from '../../src/import/import.ts';
import { databasePlace } from '../support/database.ts';
import { datasetFolder } from '../support/dataset-folder.ts';
import { PGBOUNCER, startPgbouncer } from '../support/pgbouncer.ts';
import type { State } from '../support/template.ts';

const onServer = inject('templates').kind === 'server';
if (onServer && !PGBOUNCER)
  console.warn('SKIPPED: connection poolers are not tested, because PgBouncer is not installed on this machine.');

const stops: (() => Promise<void>)[] = [];
const stopAll = async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
};

/** The URL of a database behind a PgBouncer with these settings. */
async function pooled(settings: readonly string[], state: State): Promise<string> {
  const { url: direct = '' } = await databasePlace(state);
  const { url, stop } = await startPgbouncer(direct, settings);
  stops.push(stop);
  return url;
}

async function opened(url: string, statementTimeout?: number): Promise<Database> {
  const database = await openDatabase({ url, statementTimeout });
  stops.push(() => database.close());
  return database;
}

const sql = (text: string, ...values: unknown[]) => ({ text, values });

const TRANSACTION = ['pool_mode = transaction', 'default_pool_size = 3'];
const IGNORING = 'ignore_startup_parameters = statement_timeout,options,extra_float_digits';

describe.runIf(onServer && PGBOUNCER).each<[string, readonly string[], State]>([
  ['its default settings', [], 'empty'],
  ['session mode, ignoring parameters', [IGNORING], 'migrated'],
  ['transaction mode', TRANSACTION, 'migrated'],
  ['transaction mode, ignoring parameters', [...TRANSACTION, IGNORING], 'empty'],
])('behind PgBouncer with %s', (_, settings, state) => {
  let database: Database;
  let url: string;

  beforeAll(async () => {
    url = await pooled(settings, state);
    database = await opened(url, 1000);
  });
  afterAll(stopAll);

  test.runIf(state === 'empty')('the database is migrated, and a dataset is imported', async () => {
    await migrate(database);
    await importFolder(database, datasetFolder());
    const rows: string[] = [];
    for await (const batch of database.stream(sql('SELECT "slug" FROM "Article" ORDER BY 1'))) rows.push(...batch);
    expect(rows).toEqual(['100-harbour-tunnel', '101-mayor-rules-out-tax']);
  });

  test('the same statements are read many times, on few connections', async () => {
    for (let round = 0; round < 4; round++) {
      const read = (i: number) => database.read(sql(`SELECT $1::text || ${i % 4}`, `${round}-${i}-`));
      const found = await Promise.all(Array.from({ length: 12 }, (_, i) => read(i)));
      expect(found).toEqual(Array.from({ length: 12 }, (_, i) => `${round}-${i}-${i % 4}`));
    }
  });

  test('reads have a time limit and our settings, which other clients of the pooler do not get', async () => {
    const show = `SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('random_page_cost'),
      current_setting('pg_trgm.similarity_threshold'), current_setting('pg_trgm.strict_word_similarity_threshold'))`;
    for (let i = 0; i < 5; i++) expect(await database.read(sql(show))).toBe('1s 1.1 0.3 0.5');
    await expect(database.read(sql('SELECT pg_sleep(10)::text'))).rejects.toMatchObject({
      extensions: { code: 'TIMEOUT' },
    });
    const other = new pg.Client(url);
    await other.connect();
    const { rows } = await other.query(`SELECT current_setting('statement_timeout') AS limit`);
    await other.end();
    expect(rows).toEqual([{ limit: '0' }]);
  });

  test('a read is cancelled when its client leaves, and no other one', async () => {
    const leaving = new AbortController();
    const left = database.read(sql('SELECT pg_sleep(10)::text'), { signal: leaving.signal });
    const staying = database.read(sql(`SELECT coalesce(pg_sleep(0.4)::text, '') || 'stayed'`));
    await setTimeout(200);
    leaving.abort('gone');
    await expect(left).rejects.toBe('gone');
    expect(await staying).toBe('stayed');
  });
});

test.runIf(onServer && PGBOUNCER)('a pooler that rejects a parameter of the URL is reported as such', async () => {
  const url = await pooled(TRANSACTION, 'empty');
  onTestFinished(stopAll);
  const opening = openDatabase({ url: `${url}?options=-c%20work_mem%3D8MB` });
  await expect(opening).rejects.toMatchObject({
    code: 'POOLER_REJECTS',
    message: expect.stringMatching(
      /rejects a parameter of DATABASE_URL \(unsupported startup parameter.*ignore_startup/,
    ),
  });
});

test.runIf(onServer && PGBOUNCER)('a pooler in statement mode is rejected, with the modes that work', async () => {
  const url = await pooled(['pool_mode = statement'], 'empty');
  onTestFinished(stopAll);
  await expect(openDatabase({ url })).rejects.toMatchObject({
    code: 'POOLER_UNSUITABLE',
    message: expect.stringMatching(/does not allow transactions \(.*Use its session or transaction mode/),
  });
});

test.runIf(onServer)(
  'a server without a pooler keeps the options of the URL, and prepared statements have names',
  async () => {
    const { url = '' } = await databasePlace('empty');
    const database = await opened(`${url}?options=-c%20work_mem%3D8MB`);
    const show = sql(`SELECT concat_ws(' ', current_setting('work_mem'), current_setting('random_page_cost'))`);
    for (let i = 0; i < 3; i++) expect(await database.read(show)).toBe('8MB 1.1');
    const names = sql(`SELECT count(*)::text FROM pg_prepared_statements WHERE name LIKE 'onrecord%'`);
    expect(await database.read(names)).toBe('1');
    const pooler = await opened(`${url}?pgbouncer=true`);
    for (let i = 0; i < 3; i++) await pooler.read(show);
    expect(await pooler.read(names)).toBe('0');
  },
);
