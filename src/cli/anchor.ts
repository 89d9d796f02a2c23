import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { formatProblem } from '../text/problem.ts';
import { problemsOf } from './count.ts';
import { helpText } from './help.ts';
import { say } from './terminal.ts';
import { readTextFile, writeTextFile } from './text-file.ts';

export function addAnchor(program: Command): void {
  program
    .command('anchor')
    .summary('find the quoted words of an article file in its text')
    .description(
      'Fill in the offsets, paragraphs and checksums of spans that an article file gives as words. If the file belongs to an earlier version of the text, carry all spans over to this version, or none.',
    )
    .argument('<FILE>', 'article file, edited in place; comments and layout are kept')
    .requiredOption('--text <TEXT>', 'text file of the article')
    .option('--was <TEXT>', 'the earlier version of a changed text, to tell repeated words apart')
    .addHelpText(
      'after',
      helpText({
        examples: [
          [
            'onrecord anchor seeds/articles/my-article.yaml --text my-article.txt',
            'anchor the spans that are not anchored yet',
          ],
          [
            'onrecord anchor seeds/articles/my-article.yaml --text new.txt --was my-article.txt',
            'carry all spans over to a changed text',
          ],
        ],
        failure:
          'some words are not in the text, or occur several times and have no nth; the other spans are anchored, but none are carried over to a changed text. Also fails if a field has other words than the text prints, as onrecord verify does',
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
  const { printedInArticle } = await import('../import/printed.ts');
  const { text, anchored, carried, problems, faults, notes } = anchorFile(yaml, article, {
    file,
    was,
    printed: printedInArticle,
  });
  if (text !== yaml) await writeTextFile(file, text);
  const over = carried > 0 ? `, carried over ${spansOf(carried)}` : '';
  console.log(`${file}: anchored ${spansOf(anchored)}${over}.`);
  for (const problem of [...problems, ...faults]) say(formatProblem(problem));
  for (const note of notes) say(`${formatProblem(note)} (note: word)`);
  if (problems.length === 0 && faults.length === 0) return;
  if (problems.length === 0) {
    const fields = `${faults.length} ${faults.length === 1 ? 'field has' : 'fields have'}`;
    throw new Failure('NOT_PRINTED', `${fields} words that the text does not print there (above): copy them exactly.`);
  }
  throw new Failure('NOT_ANCHORED', `${problemsOf(problems.length)} (above). Fix the file and run this again.`);
}

function spansOf(count: number): string {
  return `${count} ${count === 1 ? 'span' : 'spans'}`;
}
