import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { articlesOf, changesIn, countsOf } from './count.ts';
import { placeOf, withDatabase } from './database.ts';
import { datasetFolder } from './dataset-folder.ts';
import { helpText } from './help.ts';
import { sayPassedOver } from './passed-over.ts';
import { progressLine, say } from './terminal.ts';
import { changeOf } from './verify.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .summary('import a dataset folder into the database')
    .description('Make the database match a dataset folder. If there is any problem, nothing is written.')
    .argument('[DIR]', 'dataset folder; by default the one in ONRECORD_SEEDS')
    .option('--texts <DIR>', 'folder with your own copies of the articles; those with the right checksum are loaded')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord import', 'the folder seeds, into the embedded database'],
          ['ONRECORD_DATA=mine onrecord import my-dataset', 'your own folder, into a separate database'],
          ['onrecord import --texts my-articles', 'also the texts of the articles that you have'],
        ],
        settings: ['databaseUrl', 'dataFolder', 'seedsFolder'],
        failure: 'there are problems (one line each on standard error), or the database failed; nothing was written',
      }),
    )
    .action(async (dir: string | undefined, { texts }: { texts?: string }) => {
      const config = readConfig();
      const folder = datasetFolder(dir, config);
      await withDatabase(config, async (database) => {
        console.log(await importInto(database, folder, placeOf(config)));
        if (texts !== undefined) await loadFrom(database, texts);
      });
    });
}

/** Loads the texts of a folder and prints which were loaded, how many were there already, and which are missing. */
async function loadFrom(database: Database, texts: string): Promise<void> {
  const { loadTexts } = await import('../import/load-texts.ts');
  const { loaded, present, missing, passedOver, revision } = await loadTexts(database, texts);
  sayPassedOver(passedOver);
  const now = loaded.length > 0 ? ` (revision ${revision}): ${listOf(loaded)}` : '';
  console.log(`Loaded ${loaded.length === 1 ? 'one text' : `${loaded.length || 'no'} texts`} from ${texts}${now}.`);
  if (present > 0) console.log(`The database already had the text of ${articlesOf(present)} in that folder.`);
  if (missing.length === 0) return;
  console.log(`No text for ${articlesOf(missing.length)}: ${listOf(missing)}.`);
  const { verifyTexts } = await import('../evidence/verify.ts');
  const changed = (await verifyTexts(database, texts)).articles.filter(({ copy }) => copy === 'changed');
  for (const article of changed) say(changeOf(article));
  if (changed.length > 0) say(`Not loaded. To see which spans moved: onrecord verify --texts ${texts}`);
}

/** Slugs, up to twenty of them. */
function listOf(slugs: readonly string[]): string {
  const more = slugs.length > MAX_NAMES ? ` and ${slugs.length - MAX_NAMES} more` : '';
  return `${slugs.slice(0, MAX_NAMES).join(', ')}${more}`;
}

const MAX_NAMES = 20;

/** Imports a dataset folder, with progress on a terminal, and returns the result as text. */
export async function importInto(database: Database, folder: string, place: string): Promise<string> {
  const { importFolder } = await import('../import/import.ts');
  const progress = progressLine(`Importing ${folder}`);
  try {
    const { unchanged, revision, counts, changes } = await importFolder(database, folder, {
      onProgress: progress.show,
    });
    if (unchanged)
      return `Nothing to import: the database (${place}) is up to date with ${folder} (revision ${revision}).`;
    const imported = `Imported ${folder} as revision ${revision}: ${countsOf(counts)}.`;
    if (revision === 1) return imported;
    const list = Object.entries(changes).map(([entity, change]) => ({ entity, ...change }));
    const removedTexts = changes.ArticleText
      ? `\nTexts without a matching article were removed. To load your copy of a changed article: onrecord import --texts DIR`
      : '';
    return `${imported}\nSince revision ${revision - 1}: ${changesIn(list)}.${removedTexts}`;
  } finally {
    progress.end();
  }
}
