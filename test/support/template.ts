import { migrate } from '../../src/db/migrate.ts';
import { type OpenOptions, openDatabase } from '../../src/db/open.ts';

/** The states in which a test can have a database: with nothing, with tables, with the knowledge of seeds/. */
export type State = 'empty' | 'migrated' | 'seeded';

/** What the set-up of a project tells its tests: where to copy databases from. */
export type Templates =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string };

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates;
  }
}

/** Makes the templates, each from the one before; `copy` says where the new one is. */
export async function makeTemplates(copy: (from: State | null, to: State) => Promise<OpenOptions>): Promise<void> {
  const empty = await openDatabase(await copy(null, 'empty'));
  await empty.close();

  const migrated = await openDatabase(await copy('empty', 'migrated'));
  await migrate(migrated);
  await migrated.close();
}
