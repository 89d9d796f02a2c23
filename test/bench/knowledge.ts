import { readFile } from 'node:fs/promises';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { importFolder } from '../../src/import/import.ts';

/**
 * A database with the knowledge of seeds/ and `articles` generated ones. One that has generated articles already is
 * only migrated, so that it can be kept between runs.
 */
export async function largeKnowledge(url: string, articles: number): Promise<Database> {
  const database = await openDatabase({ url });
  await migrate(database);
  const [found] = await database.query({ text: `SELECT FROM "Article" WHERE "slug" LIKE 'a000000-%'`, values: [] });
  if (!found) {
    await importFolder(database, 'seeds');
    await generate(database, articles);
  }
  await database.query({ text: 'VACUUM (ANALYZE)', values: [] });
  return database;
}

/** Indexes that no rule needs are made anew afterwards: that takes minutes less than keeping them up to date. */
async function generate(database: Database, articles: number): Promise<void> {
  const sql = await readFile(new URL('knowledge.sql', import.meta.url), 'utf8');
  await database.transaction(async (session) => {
    const indexes = await session.query<{ name: string; definition: string }>({
      text: `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
             WHERE NOT indisunique AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
      values: [],
    });
    await session.script(indexes.map(({ name }) => `DROP INDEX ${name};`).join('\n'));
    await session.query({ text: `SELECT set_config('bench.articles', $1, true)`, values: [String(articles)] });
    await session.script(sql);
    await session.script(`SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL maintenance_work_mem = '256MB'`);
    await session.script(indexes.map(({ definition }) => definition).join(';\n'));
  });
}
