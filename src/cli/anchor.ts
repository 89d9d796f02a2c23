import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { formatProblem } from '../text/problem.ts';
import { helpText } from './help.ts';
import { say } from './terminal.ts';
import { readTextFile, writeTextFile } from './text-file.ts';

export function addAnchor(program: Command): void {
  program
    .command('anchor')
    .summary('fill in the places of words in an article')
    .description(
      'Fill in offsets, paragraphs and checksums for the spans that the author of an article file wrote as words.',
    )
    .argument('<FILE>', 'article file, changed in place; comments and layout stay')
    .requiredOption('--text <TEXT>', 'text file of the article')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord anchor seeds/articles/my-article.yaml --text my-article.txt', 'anchor what is not anchored yet'],
        ],
        failure: 'words that stand in the text never, or more than once without nth; the other spans are anchored',
      }),
    )
    .action((file: string, { text }: { text: string }) => anchor(file, text));
}

async function anchor(file: string, textFile: string): Promise<void> {
  const [yaml, article] = await Promise.all([readTextFile(file), readTextFile(textFile)]);
  const { anchorFile } = await import('../evidence/anchor.ts');
  const { text, anchored, problems } = anchorFile(yaml, article, file);
  if (text !== yaml) await writeTextFile(file, text);
  console.log(`${file}: anchored ${anchored} ${anchored === 1 ? 'span' : 'spans'}.`);
  if (problems.length === 0) return;
  for (const problem of problems) say(formatProblem(problem));
  throw new Failure(
    'NOT_ANCHORED',
    `${problems.length} could not be anchored: mend the words above and run this again.`,
  );
}
