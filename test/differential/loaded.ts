import fc from 'fast-check';
import type { Database } from '../../src/db/database.ts';
import { ValuePool } from '../support/value-pool.ts';
import { type Dataset, type Row, randomDataset } from './dataset.ts';
import { load } from './load.ts';
import { World } from './world.ts';

/** The same rows in a database and in memory. */
export class Loaded {
  readonly #database: Database;
  #dataset: Dataset | undefined;
  world = new World({});

  constructor(database: Database) {
    this.#database = database;
  }

  /** Replaces the rows of both. */
  async use(dataset: Dataset): Promise<void> {
    if (this.#dataset === dataset) return;
    await load(this.#database, dataset);
    this.#dataset = dataset;
    const revisions = await this.#database.query<Row & { importedAt: string }>({
      text: 'SELECT "id", "sortKey", "number", "importedAt", "filesSha256" FROM "Revision"',
      values: [],
    });
    const Revision = revisions.map((row) => ({ ...row, importedAt: new Date(row.importedAt).toISOString() }));
    this.world = new World({ ...dataset, Revision });
  }
}

/** Values that occur in random rows. */
export function datasetValues(): ValuePool {
  const pool = new ValuePool();
  for (const dataset of fc.sample(randomDataset, { numRuns: 20, seed: 1 })) harvest(pool, dataset);
  return pool;
}

function harvest(pool: ValuePool, dataset: Dataset): void {
  for (const row of Object.values(dataset).flat()) {
    for (const [column, value] of Object.entries(row)) {
      const part = /(Earliest|Latest|Time|Text)$/.exec(column)?.[0];
      if (!column.endsWith('Key')) pool.harvest(value, part && part !== column ? part.toLowerCase() : column);
    }
  }
}
