import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('bring the tables up to date')
    .description('Bring the tables of the database up to date, and create the embedded database when there is none.')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord migrate', 'the embedded database in .data'],
          ['DATABASE_URL=postgresql://localhost/onrecord onrecord migrate', 'a database on a server'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure: 'a migration failed, or the database is newer than this program; it is left as it was',
      }),
    )
    .action(async () => {
      const config = readConfig();
      await withDatabase(config, async () => console.log(`The database (${placeOf(config)}) is up to date.`));
    });
}
