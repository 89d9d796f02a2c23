import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import { countsOf } from './count.ts';
import { isMissing, placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { progressLine } from './terminal.ts';

export function addExport(program: Command): void {
  program
    .command('export')
    .summary('write the database as a dataset folder')
    .description(
      'Write the database as a dataset folder. Importing that folder changes nothing, and recreates the data in an empty database.',
    )
    .argument('<DIR>', 'folder to write; created once it is complete')
    .option('--force', 'write into a non-empty folder: replaces registers and articles, deletes nothing')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord export my-dataset', 'the embedded database, as registers and articles/*.yaml'],
          ['onrecord export --force my-dataset', 'again into the same folder; comments in its files are lost'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure: 'DIR is not empty or not writable, or the database is empty or in use; nothing is written',
      }),
    )
    .action(async (dir: string, { force }: { force?: boolean }) => exportTo(dir, force === true));
}

async function exportTo(dir: string, force: boolean): Promise<void> {
  const config = readConfig();
  const place = placeOf(config);
  if (await isMissing(config))
    throw new Failure('NOTHING_TO_EXPORT', `There is no database (${place}): run onrecord import first.`);
  const { exportFolder } = await import('../export/folder.ts');
  const progress = progressLine(`Exporting to ${dir}`);
  try {
    const { counts } = await withDatabase(config, (database) =>
      exportFolder(database, dir, { force, onProgress: progress.show }),
    );
    progress.end();
    console.log(`Exported the database (${place}) to ${dir}: ${countsOf(counts)}.`);
  } finally {
    progress.end();
  }
}
