import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';

/** Databases are copies of one with tables and no rows, which is made once for all bugs planted in a copy of the tree. */
export async function setup(project: TestProject): Promise<void> {
  const folder = resolve(project.config.root, 'templates');
  const migrated = resolve(folder, 'migrated');
  if (!existsSync(migrated)) {
    const database = await openDatabase({ folder: migrated });
    await migrate(database);
    await database.close();
  }
  project.provide('templates', { kind: 'embedded', folder, seedsProblem: 'seeds/ is not imported' });
}
