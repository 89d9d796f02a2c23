import type { Database } from './database.ts';

export interface OpenOptions {
  /** Address of a PostgreSQL server; without one the embedded database is opened. */
  readonly url?: string | undefined;
  /** Folder of the embedded database, or `memory`. */
  readonly folder?: string | undefined;
  /** Longest time that a read may take on a server, in milliseconds; no limit when left out. */
  readonly statementTimeout?: number | undefined;
}

/** Opens the database, and creates the embedded one when there is none; loads only the driver that is needed. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if (options.url) {
    const { openServer } = await import('./server.ts');
    return openServer(options.url, options.statementTimeout);
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(options.folder ?? 'memory');
}
