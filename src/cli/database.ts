import { readdir } from 'node:fs/promises';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { say } from './terminal.ts';

/** Opens the configured database, applies migrations, and closes the database when `work` is done. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const { openDatabase } = await import('../db/open.ts');
  if (await isMissing(config)) say(`Creating the database (${placeOf(config)}) ...`);
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    folder: config.dataFolder,
    prepared: true,
    statementTimeout: config.statementTimeout,
  });
  try {
    const { migrate } = await import('../db/migrate.ts');
    for (const name of await migrate(database)) say(`Applied the migration ${name}.`);
    const { indexSearch } = await import('../import/search/index-search.ts');
    if (await indexSearch(database)) say('Computed the search index.');
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Whether the configured embedded database does not exist yet. */
export async function isMissing({ databaseUrl, dataFolder }: Config): Promise<boolean> {
  if (databaseUrl) return false;
  const entries = await readdir(dataFolder).catch(() => []);
  return entries.length === 0;
}

/** The database for a message: its folder, `memory`, or its host and name without the password. */
export function placeOf({ databaseUrl, dataFolder }: Config): string {
  if (!databaseUrl) return dataFolder;
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
