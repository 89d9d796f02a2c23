import { readFile } from 'node:fs/promises';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { importFolder } from '../../src/import/import.ts';

/**
 * Fills the database at `url` with the dataset in seeds/ and `articles` generated articles, reporting progress to
 * `report`. A database that already has generated articles is only migrated, so that it can be kept between runs.
 */
export async function makeLargeDataset(url: string, articles: number, report: (progress: string) => void) {
  const database = await openDatabase({ url });
  try {
    report('migrations');
    await migrate(database);
    const [found] = await database.query({ text: `SELECT FROM "Article" WHERE "slug" LIKE 'a000000-%'`, values: [] });
    if (!found) {
      report('seeds');
      await importFolder(database, 'seeds');
      await generate(database, articles, report);
    }
    report('VACUUM (ANALYZE)');
    await database.query({ text: 'VACUUM (ANALYZE)', values: [] });
  } finally {
    await database.close();
  }
}

/** Indexes that enforce no constraint are dropped and created again afterwards: that is minutes faster than updating them. */
async function generate(database: Database, articles: number, report: (progress: string) => void): Promise<void> {
  const sql = await readFile(new URL('dataset.sql', import.meta.url), 'utf8');
  await database.transaction(async (session) => {
    const indexes = await session.query<{ name: string; definition: string }>({
      text: `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
             WHERE NOT indisunique AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
      values: [],
    });
    const statements = [
      `DROP INDEX ${indexes.map(({ name }) => name).join()}`,
      `SET LOCAL bench.articles = ${articles}`,
      ...sql.split(/;\n/),
      'SET CONSTRAINTS ALL IMMEDIATE',
      `SET LOCAL maintenance_work_mem = '256MB'`,
      ...indexes.map(({ definition }) => definition),
    ];
    for (const [i, statement] of statements.entries()) {
      const [head = ''] = statement.replaceAll(/^(--.*)?\n/gm, '').split(/ ?[(\n]/);
      report(`${i + 1} of ${statements.length}: ${head}`);
      await session.script(statement);
    }
  });
}
