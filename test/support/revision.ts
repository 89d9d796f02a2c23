import type { Database } from '../../src/db/database.ts';
import { addRevision } from '../../src/import/revise.ts';

/** Adds a revision, as an import with changes does; returns its number. */
export function raiseRevision(database: Database): Promise<number> {
  return database.write((client) => addRevision(client, '0'.repeat(64), {}));
}
