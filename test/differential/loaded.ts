import fc from 'fast-check';
import type { Database } from '../../src/db/database.ts';
import { ValuePool } from '../support/value-pool.ts';
import { type Dataset, type Row, randomDataset } from './dataset.ts';
import { load } from './load.ts';
import { World } from './world.ts';

/** The same knowledge in a database and in memory. */
export class Loaded {
  readonly #database: Database;
  #knowledge: Dataset | undefined;
  world = new World({});

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes both hold exactly this knowledge. */
  async use(knowledge: Dataset): Promise<void> {
    if (this.#knowledge === knowledge) return;
    await load(this.#database, knowledge);
    this.#knowledge = knowledge;
    const revisions = await this.#database.query<Row & { importedAt: string }>({
      text: 'SELECT "id", "sortKey", "number", "importedAt", "filesSha256" FROM "Revision"',
      values: [],
    });
    const Revision = revisions.map((row) => ({ ...row, importedAt: new Date(row.importedAt).toISOString() }));
    this.world = new World({ ...knowledge, Revision });
  }
}

/** Values of the kind that random knowledge has. */
export function datasetValues(): ValuePool {
  const pool = new ValuePool();
  for (const knowledge of fc.sample(randomDataset, { numRuns: 20, seed: 1 })) harvest(pool, knowledge);
  return pool;
}

function harvest(pool: ValuePool, knowledge: Dataset): void {
  for (const row of Object.values(knowledge).flat()) {
    for (const [column, value] of Object.entries(row)) {
      const part = /(Earliest|Latest|Time|Text)$/.exec(column)?.[0];
      if (!column.endsWith('Key')) pool.harvest(value, part && part !== column ? part.toLowerCase() : column);
    }
  }
}
