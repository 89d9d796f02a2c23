import { type Database, MEMORY } from './database.ts';

export interface OpenOptions {
  /** URL of a PostgreSQL server; without it, the embedded database is opened. */
  readonly url?: string | undefined;
  /** Folder of the embedded database, or `memory`. */
  readonly folder?: string | undefined;
  /** Whether a new embedded database may have all tables from the start, which takes a fraction of the time; see prepared.ts. */
  readonly prepared?: boolean | undefined;
  /** Time limit for a read on a server, in milliseconds; no limit by default. */
  readonly statementTimeout?: number | undefined;
}

/** Opens the database, creating an embedded one if needed. Loads only the driver that is used. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if (options.url) {
    const { openServer } = await import('./server.ts');
    return openServer(options.url, options.statementTimeout);
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(options.folder ?? MEMORY, options.prepared);
}
