import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { helpText } from './help.ts';
import { knowledgeFolder } from './knowledge-folder.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('name everything that is wrong in a knowledge folder')
    .description(
      'Name everything that is wrong in a knowledge folder, each with file, line and column. Needs no database.',
    )
    .argument('[DIR]', 'knowledge folder; without it the one in ONRECORD_SEEDS')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord check', 'the folder seeds'],
          ['onrecord check my-knowledge', 'a folder of your own'],
        ],
        settings: ['seedsFolder'],
        failure: 'there are problems; each is a line on standard error',
      }),
    )
    .action(async (dir: string | undefined) => {
      const folder = knowledgeFolder(dir, readConfig());
      const [{ checkFolder }, { ImportError }, { countsOf }] = await Promise.all([
        import('../import/import.ts'),
        import('../import/import-error.ts'),
        import('./count.ts'),
      ]);
      const { problems, counts } = await checkFolder(folder);
      if (problems.length > 0) throw new ImportError(problems);
      console.log(`${folder} has no problems: ${countsOf(counts)}.`);
    });
}
