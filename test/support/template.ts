import { join } from 'node:path';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { type OpenOptions, openDatabase } from '../../src/db/open.ts';
import { importFolder } from '../../src/import/import.ts';
import { fixtures } from './dataset-folder.ts';

/** The states of a test's database: without tables, with tables, with the invented dataset, or with the dataset in seeds/. */
export type State = 'empty' | 'migrated' | 'invented' | 'seeded';

/** What the set-up of a project provides to its tests: where to copy databases from. */
export type Templates = { readonly seedsProblem: string | null } & (
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string }
);

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates;
  }
}

/**
 * Makes the templates, each from an earlier one; `copy` returns the location of the new one. Returns the problems in
 * seeds/, so that only the tests that need it fail.
 */
export async function makeTemplates(
  copy: (from: State | null, to: State) => Promise<OpenOptions>,
): Promise<string | null> {
  const empty = await openDatabase(await copy(null, 'empty'));
  if (empty.kind === 'embedded') await dropUnused(empty);
  await empty.close();

  const migrated = await openDatabase(await copy('empty', 'migrated'));
  await migrate(migrated);
  await migrated.close();

  const invented = await openDatabase(await copy('migrated', 'invented'));
  await importFolder(invented, join(fixtures, 'dataset'));
  await invented.close();

  const seeded = await openDatabase(await copy('migrated', 'seeded'));
  try {
    await importFolder(seeded, 'seeds');
    return null;
  } catch (error) {
    return String(error);
  } finally {
    await seeded.close();
  }
}

/** Halves the number of files that each copy has: nothing connects to the databases that initdb makes besides `postgres`. */
async function dropUnused(database: Database): Promise<void> {
  const run = (text: string) => database.query({ text, values: [] });
  await run('UPDATE pg_database SET datistemplate = false');
  for (const name of ['template0', 'template1']) await run(`DROP DATABASE ${name}`);
}
