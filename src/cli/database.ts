import { readdir } from 'node:fs/promises';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { say } from './terminal.ts';

/** Opens the database that the settings name, brings its tables up to date, and closes it when `work` is done. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const { openDatabase } = await import('../db/open.ts');
  if (await isMissing(config)) say(`Creating the database (${placeOf(config)}) ...`);
  const database = await openDatabase({
    url: config.databaseUrl ?? undefined,
    folder: config.dataFolder,
    statementTimeout: config.statementTimeout,
  });
  try {
    const { migrate } = await import('../db/migrate.ts');
    for (const name of await migrate(database)) say(`Applied the migration ${name}.`);
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Whether there is no embedded database yet where the settings say. */
export async function isMissing({ databaseUrl, dataFolder }: Config): Promise<boolean> {
  if (databaseUrl) return false;
  const entries = await readdir(dataFolder).catch(() => []);
  return entries.length === 0;
}

/** Which database it is, for a message: a folder, memory, or a server without its password. */
export function placeOf({ databaseUrl, dataFolder }: Config): string {
  if (!databaseUrl) return dataFolder;
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
