import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('apply pending migrations')
    .description('Apply pending migrations to the database. Creates the embedded database if it does not exist.')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord migrate', 'the embedded database in .data'],
          ['DATABASE_URL=postgresql://localhost/onrecord onrecord migrate', 'a database on a server'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure: 'a migration failed, or the database is newer than this program; nothing is changed',
      }),
    )
    .action(async () => {
      const config = readConfig();
      await withDatabase(config, async () => console.log(`The database (${placeOf(config)}) is up to date.`));
    });
}
