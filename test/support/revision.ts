import type { Database } from '../../src/db/database.ts';
import { addRevision } from '../../src/import/revise.ts';

/** Raises the revision as an import does that changed something; gives its number. */
export function raiseRevision(database: Database): Promise<number> {
  return database.write((client) => addRevision(client, '0'.repeat(64), {}));
}
