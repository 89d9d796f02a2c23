import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import type { QuoteRepeat } from '../import/likely-repeat.ts';
import { formatProblem } from '../text/problem.ts';
import { countsOf, problemsOf } from './count.ts';
import { datasetFolder } from './dataset-folder.ts';
import { helpText } from './help.ts';
import { say } from './terminal.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('name everything that is wrong in a knowledge folder')
    .description(
      'Name everything that is wrong in a knowledge folder, each with file, line and column, and then the quotes that may be one, since their words are so similar. Needs no database.',
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
      const folder = datasetFolder(dir, readConfig());
      const { checkFolder } = await import('../import/import.ts');
      const { problems, counts, repeats } = await checkFolder(folder);
      for (const problem of problems) say(formatProblem(problem));
      if (problems.length > 0) throw new Failure('PROBLEMS', `${folder} has ${problemsOf(problems.length)} (above).`);
      console.log(`${folder} has no problems: ${countsOf(counts)}.`);
      if (repeats.length > 0) console.log([REPEATS, ...repeats.map(formatRepeat)].join('\n'));
    });
}

const REPEATS = `
Quotes that may be one, by their words (no problem, and nothing is merged):
put the wordings under one of the two, or write distinctFrom to keep them apart.`;

function formatRepeat({ one, other, similarity }: QuoteRepeat): string {
  return [
    formatProblem({ ...one, message: `"${one.slug}" is like "${other.slug}" (similarity ${similarity.toFixed(2)})` }),
    `  ${one.text}`,
    formatProblem({ ...other, message: `"${other.slug}"` }),
    `  ${other.text}`,
  ].join('\n');
}
