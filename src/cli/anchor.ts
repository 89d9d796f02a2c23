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
      'Fill in offsets, paragraphs and checksums for the spans that the author of an article file wrote as words. A file that belongs to another state of the text is carried over to this one, all of it or nothing.',
    )
    .argument('<FILE>', 'article file, changed in place; comments and layout stay')
    .requiredOption('--text <TEXT>', 'text file of the article')
    .option('--was <TEXT>', 'the text before, where the article was changed: it tells apart words that stand often')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord anchor seeds/articles/my-article.yaml --text my-article.txt', 'anchor what is not anchored yet'],
          [
            'onrecord anchor seeds/articles/my-article.yaml --text new.txt --was my-article.txt',
            'carry everything over to a text that was changed',
          ],
        ],
        failure:
          'words that stand in the text never, or more than once without nth; the other spans are anchored, but nothing is carried over to another text unless all is',
      }),
    )
    .action((file: string, options: { text: string; was?: string }) => anchor(file, options));
}

async function anchor(file: string, { text: textFile, was: wasFile }: { text: string; was?: string }): Promise<void> {
  const [yaml, article, was] = await Promise.all([
    readTextFile(file),
    readTextFile(textFile),
    wasFile === undefined ? undefined : readTextFile(wasFile),
  ]);
  const { anchorFile } = await import('../evidence/anchor.ts');
  const { text, anchored, carried, problems } = anchorFile(yaml, article, { file, was });
  if (text !== yaml) await writeTextFile(file, text);
  const over = carried > 0 ? `, carried over ${spansOf(carried)}` : '';
  console.log(`${file}: anchored ${spansOf(anchored)}${over}.`);
  if (problems.length === 0) return;
  for (const problem of problems) say(formatProblem(problem));
  throw new Failure(
    'NOT_ANCHORED',
    `${problems.length} could not be anchored: mend the words above and run this again.`,
  );
}

function spansOf(count: number): string {
  return `${count} ${count === 1 ? 'span' : 'spans'}`;
}
