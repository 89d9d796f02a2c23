import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { countsOf } from './count.ts';
import { placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { knowledgeFolder } from './knowledge-folder.ts';
import { progressLine } from './terminal.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .summary('make the database hold what a knowledge folder says')
    .description(
      'Make the database hold what a knowledge folder says: all of it, or nothing when there is any problem.',
    )
    .argument('[DIR]', 'knowledge folder; without it the one in ONRECORD_SEEDS')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord import', 'the folder seeds, into the embedded database'],
          ['ONRECORD_DATA=mine onrecord import my-knowledge', 'your own folder, into a database of its own'],
        ],
        settings: ['databaseUrl', 'dataFolder', 'seedsFolder'],
        failure: 'there are problems (each a line on standard error), or the database failed; nothing was written',
      }),
    )
    .action(async (dir: string | undefined) => {
      const config = readConfig();
      const folder = knowledgeFolder(dir, config);
      console.log(await withDatabase(config, (database) => importInto(database, folder, placeOf(config))));
    });
}

/** Imports a knowledge folder, with progress on a terminal, and returns in one line what came of it. */
export async function importInto(database: Database, folder: string, place: string): Promise<string> {
  const { importFolder } = await import('../import/import.ts');
  const progress = progressLine(`Importing ${folder}`);
  try {
    const { unchanged, revision, counts } = await importFolder(database, folder, { onProgress: progress.show });
    if (unchanged)
      return `Nothing to import: the database (${place}) holds what ${folder} says (revision ${revision}).`;
    return `Imported ${folder} as revision ${revision}: ${countsOf(counts)}.`;
  } finally {
    progress.end();
  }
}
