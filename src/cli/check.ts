import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import type { QuoteRepeat } from '../import/likely-repeat.ts';
import { LINTS } from '../import/lint/lints.ts';
import { formatProblem } from '../text/problem.ts';
import { countsOf, problemsOf } from './count.ts';
import { datasetFolder } from './dataset-folder.ts';
import { helpText } from './help.ts';
import { say } from './terminal.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('report all problems in a dataset folder')
    .description(
      'Report all problems in a dataset folder, each with file, line and column. If there are none, print notes on what an editor should look at again, and quotes with similar words, which may be the same quote. Needs no database.',
    )
    .option('--texts <DIR>', 'folder with copies of the articles, for the notes that need the text')
    .argument('[DIR]', 'dataset folder; by default the one in ONRECORD_SEEDS')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord check', 'the folder seeds'],
          ['onrecord check my-dataset', 'your own folder'],
          ['onrecord check --texts my-articles', 'also the notes that need the text'],
        ],
        table: ['Notes, by lint', Object.entries(LINTS)],
        settings: ['seedsFolder'],
        failure: 'there are problems, one per line on standard error',
      }),
    )
    .action(async (dir: string | undefined, { texts }: { texts?: string }) => {
      const folder = datasetFolder(dir, readConfig());
      const { checkFolder } = await import('../import/import.ts');
      const { problems, counts, repeats, notes } = await checkFolder(folder, texts ?? null);
      for (const problem of problems) say(formatProblem(problem));
      if (problems.length > 0) throw new Failure('PROBLEMS', `${folder} has ${problemsOf(problems.length)} (above).`);
      console.log(`${folder} has no problems: ${countsOf(counts)}.`);
      if (notes.length > 0) console.log([notesHead(notes.length), ...notes.map(formatProblem)].join('\n'));
      if (repeats.length > 0) console.log([REPEATS, ...repeats.map(formatRepeat)].join('\n'));
    });
}

function notesHead(count: number): string {
  return `
${count} ${count === 1 ? 'note' : 'notes'} (not problems): fix each, or silence it with an entry in the article's silences.`;
}

const REPEATS = `
Quotes with similar words, which may be the same quote (not a problem, nothing is merged).
If they are, move the wordings to one of them; if not, mark one with distinctFrom.`;

function formatRepeat({ one, other, similarity }: QuoteRepeat): string {
  return [
    formatProblem({ ...one, message: `"${one.slug}" is like "${other.slug}" (similarity ${similarity.toFixed(2)})` }),
    `  ${one.text}`,
    formatProblem({ ...other, message: `"${other.slug}"` }),
    `  ${other.text}`,
  ].join('\n');
}
