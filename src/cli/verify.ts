import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Printed } from '../evidence/printed.ts';
import type { ArticleVerification, VerifyFailure } from '../evidence/verify.ts';
import { Failure } from '../failure.ts';
import { isMissing, placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { sayPassedOver } from './passed-over.ts';
import { say } from './terminal.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('check the database against your copies of the articles')
    .description(
      'Check that all spans and printed words recorded in the database match your own copies of the articles: those in a folder, or those loaded with onrecord import --texts. Printed words are headlines, titles, attributions, aliases, verbs, dates and others that the dataset gives as printed; quotations must be all the words between two quotation marks.',
    )
    .option('--texts <DIR>', 'folder with the copies, under any file names; by default the loaded texts are used')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord verify --texts my-articles', 'list each span and field that does not match'],
          ['onrecord verify', 'the same with the loaded texts'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure:
          'a span or a printed field does not match, or a copy is missing or changed; standard error has the details',
      }),
    )
    .action(({ texts }: { texts?: string }) => verify(texts ?? null));
}

async function verify(texts: string | null): Promise<void> {
  const { verifyTexts } = await import('../evidence/verify.ts');
  const { storedPrinted } = await import('../export/printed.ts');
  const config = readConfig();
  const place = placeOf(config);
  const nothing = new Failure('NOTHING_TO_VERIFY', `The database (${place}) is empty: run onrecord import first.`);
  if (await isMissing(config)) throw nothing;
  const { articles, unreadable, registerFaults, holds } = await withDatabase(config, async (database) =>
    verifyTexts(database, texts, await storedPrinted(database)),
  );
  if (articles.length === 0) throw nothing;
  if (texts === null) sayLoaded(articles, place);
  sayPassedOver(unreadable);
  for (const article of articles) report(article, texts);
  for (const [file, printed] of registerFaults) {
    say(
      `${file}: ${fieldOf(printed)} “${printed.words}”: not in any article: accepted are words that an article prints`,
    );
  }
  if (holds) return;
  const matches = articles.every(
    ({ copy, failures, faults }) => copy !== 'none' && failures.length === 0 && faults.length === 0,
  );
  throw new Failure(
    'NOT_VERIFIED',
    matches && registerFaults.length === 0
      ? 'All spans match, but a copy differs from the annotated text (above): use the exact text, or carry the article file over to it with onrecord anchor.'
      : `Some spans or printed words do not match (above).${articles.some(({ copy }) => copy === 'changed') ? ' If an article has changed, carry its file over to the new text with onrecord anchor.' : ''}`,
  );
}

function sayLoaded(articles: readonly ArticleVerification[], place: string): void {
  const loaded = articles.filter(({ copy }) => copy !== 'none').length;
  if (loaded === 0) {
    const way = 'give the folder with your copies as --texts, or load them with onrecord import --texts.';
    throw new Failure('NO_TEXTS', `The database (${place}) has no texts: ${way}`);
  }
  say(`Checking against the texts in the database (${place}), loaded for ${loaded} of ${articles.length} articles.`);
}

function report(article: ArticleVerification, dir: string | null): void {
  const { slug, file, copy, checked, failures, printed, faults, shift } = article;
  if (file === null) {
    say(`${slug}: no copy of this article`);
    return;
  }
  const wrong = failures.length + faults.length;
  const count = `${wrong} ${wrong === 1 ? 'does' : 'do'} not match`;
  const line = `${slug} (${file}): ${checked} spans and ${printed} printed fields, ${wrong === 0 ? 'all match' : count}`;
  if (copy === 'exact' && wrong === 0) {
    console.log(line);
    return;
  }
  say(copy === 'changed' ? changeOf(article) : line);
  if (shift) say(`  ${lengthOf(shift.by)}, from somewhere between ${shift.from} and ${shift.to}`);
  for (const failure of failures) say(`  ${describe(failure)}`);
  for (const fault of faults) {
    const place = fault.line === null ? '' : `:${fault.line}`;
    say(`  ${dir === null ? file : join(dir, file)}${place}: ${slug} ${fieldOf(fault.printed)} ${fault.message}`);
  }
}

/** A field's path as in `titles[2].text`. */
function fieldOf({ path }: Printed): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** Summarises in one line what happened to the spans of an article in a changed copy. */
export function changeOf({ slug, file, checked, failures, sameLines }: ArticleVerification): string {
  const number = (problem: VerifyFailure['problem']) => failures.filter((f) => f.problem === problem).length;
  const parts = [
    [checked - failures.length, 'unchanged'],
    [number('moved'), 'moved'],
    [number('several'), 'found more than once'],
    [number('gone'), 'gone'],
  ] as const;
  const counts = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
  const only = sameLines ? ' only in line endings, byte order mark or last line break' : '';
  return `${slug} (${file}, differs from the annotated text${only}): ${checked} spans, ${failures.length === 0 ? 'all match' : counts}`;
}

function lengthOf(by: number): string {
  return `${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'} code points`;
}

function describe({ kind, id, start, end, problem, found, text }: VerifyFailure): string {
  const words = text === null ? '' : ` “${text}”`;
  const what = `${start}-${end} ${kind}${words}`;
  const to = (offset: number) => `${offset}-${offset + end - start}`;
  switch (problem) {
    case 'paragraph':
      return `${what} is in another paragraph (${id})`;
    case 'character':
      return `${what} starts or ends in the middle of a character (${id})`;
    case 'words':
    case 'gone':
      return `${what}: the text has other words here (${id})`;
    case 'moved':
      return `${what} moved to ${found.map(to)} (${id})`;
    case 'several':
      return `${what} occurs more than once: ${found.map(to).join(', ')} (${id})`;
  }
}
