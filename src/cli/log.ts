import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import type { PastImport } from '../import/history.ts';
import { changesIn } from './count.ts';
import { withDatabase } from './database.ts';
import { helpText } from './help.ts';

export function addLog(program: Command): void {
  program
    .command('log')
    .summary('list the imports that changed the database')
    .description('List the imports that changed the database, newest first, with time, changes and files.')
    .option('-n, --number <COUNT>', 'maximum number of imports', positive, 20)
    .option('--files', 'show the SHA-256 checksum of each file')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord log', 'the last 20 imports'],
          ['onrecord log -n 1 --files', 'the last one, with the checksums of its files'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure: 'the database failed',
      }),
    )
    .action(async ({ number, files = false }: { number: number; files?: boolean }) => {
      const { readHistory } = await import('../import/history.ts');
      const imports = await withDatabase(readConfig(), (database) => readHistory(database, number));
      if (imports.length === 0) console.log('Nothing has been imported yet.');
      for (const one of imports) console.log(described(one, files));
    });
}

function described({ number, importedAt, changes, files }: PastImport, withChecksums: boolean): string {
  const time = importedAt.toISOString().replace('T', ' ').slice(0, 19);
  const lines = files.map(({ path, sha256, isNew }) => {
    const state = sha256 === null ? 'gone   ' : isNew ? 'new    ' : 'changed';
    return `  ${state} ${path}${withChecksums && sha256 ? `  ${sha256}` : ''}`;
  });
  return [`revision ${number}  ${time} UTC  ${changesIn(changes)}`, ...lines].join('\n');
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Use a whole number from 1 to 9999999.');
  return Number(text);
}
