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
    .summary('write what the database holds as a knowledge folder')
    .description(
      'Write what the database holds as a knowledge folder. Importing it changes nothing, and makes an empty database equal.',
    )
    .argument('<DIR>', 'folder to write; it appears when it is whole')
    .option('--force', 'write into a folder that is not empty: replaces registers and articles, deletes nothing')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord export my-knowledge', 'the embedded database, as registers and articles/*.yaml'],
          ['onrecord export --force my-knowledge', 'once more into the same folder; comments in its files are lost'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure: 'DIR is not empty or cannot be written, or the database is empty or in use; nothing was written',
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
