import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Opening an embedded database clears its buffers, by default 128 MB; the tests have little data. */
const SETTINGS = '\nshared_buffers = 16MB\n';

/**
 * Makes the templates; `copy` returns the location of a new one, made from an earlier one or without any. Returns the
 * problems in seeds/, so that only the tests that need it fail.
 */
export async function makeTemplates(
  copy: (from: State | null, to: State) => Promise<OpenOptions>,
): Promise<string | null> {
  const place = await copy(null, 'migrated');
  const migrated = await openDatabase({ ...place, prepared: true });
  await migrate(migrated);
  await migrated.close();
  if (place.folder) await appendFile(join(place.folder, 'postgres', 'postgresql.conf'), SETTINGS);

  const empty = await openDatabase(await copy('migrated', 'empty'));
  for (const text of ['DROP SCHEMA public CASCADE', 'CREATE SCHEMA public']) await empty.query({ text, values: [] });
  await empty.close();

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
