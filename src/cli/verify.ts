import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { ArticleVerification, VerifyFailure } from '../evidence/verify.ts';
import { Failure } from '../failure.ts';
import { articlesOf } from './count.ts';
import { isMissing, placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { sayPassedOver } from './passed-over.ts';
import { say } from './terminal.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('hold the database against your copies of the articles')
    .description(
      'Hold everything that the database records of the articles against your own copies of them: those in a folder, or those that were loaded by onrecord import --texts.',
    )
    .option('--texts <DIR>', 'folder with the copies, whatever they are called; without it the loaded ones')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord verify --texts my-articles', 'name each span that the text does not bear out'],
          ['onrecord verify', 'the same with the texts that were loaded'],
        ],
        settings: ['databaseUrl', 'dataFolder'],
        failure: 'something does not hold, or a copy is missing or changed; standard error says what',
      }),
    )
    .action(({ texts }: { texts?: string }) => verify(texts ?? null));
}

async function verify(texts: string | null): Promise<void> {
  const { verifyTexts } = await import('../evidence/verify.ts');
  const config = readConfig();
  const place = placeOf(config);
  const nothing = new Failure('NOTHING_TO_VERIFY', `The database (${place}) is empty: run onrecord import first.`);
  if (await isMissing(config)) throw nothing;
  const { articles, unreadable, holds } = await withDatabase(config, (database) => verifyTexts(database, texts));
  if (articles.length === 0) throw nothing;
  if (texts === null) sayLoaded(articles, place);
  sayPassedOver(unreadable);
  for (const article of articles) report(article);
  if (holds) return;
  const borneOut = articles.every(({ copy, failures }) => copy !== 'none' && failures.length === 0);
  throw new Failure(
    'NOT_VERIFIED',
    borneOut
      ? 'All words hold, but a copy is another text than the one annotated (above): use the very text, or carry the file over to this one by onrecord anchor.'
      : `Not everything holds: see above.${articles.some(({ copy }) => copy === 'changed') ? ' Where an article was changed, onrecord anchor carries its file over to the new text.' : ''}`,
  );
}

function sayLoaded(articles: readonly ArticleVerification[], place: string): void {
  const loaded = articles.filter(({ copy }) => copy !== 'none').length;
  if (loaded === 0) {
    const way = 'give the folder with your copies by --texts, or load them by onrecord import --texts.';
    throw new Failure('NO_TEXTS', `The database (${place}) has no texts: ${way}`);
  }
  say(`Against the texts in the database (${place}), of ${loaded} of ${articlesOf(articles.length)}.`);
}

function report(article: ArticleVerification): void {
  const { slug, file, copy, checked, failures, shift } = article;
  if (file === null) {
    say(`${slug}: there is no copy of this article`);
    return;
  }
  const count = `${failures.length} ${failures.length === 1 ? 'does' : 'do'} not hold`;
  const line = `${slug} (${file}): ${checked} recorded, ${failures.length === 0 ? 'all hold' : count}`;
  if (copy === 'exact' && failures.length === 0) {
    console.log(line);
    return;
  }
  say(copy === 'changed' ? changeOf(article) : line);
  if (shift) say(`  ${lengthOf(shift.by)}, from somewhere between ${shift.from} and ${shift.to}`);
  for (const failure of failures) say(`  ${describe(failure)}`);
}

/** In one line, what became of everything recorded of an article in a changed copy. */
export function changeOf({ slug, file, checked, failures }: ArticleVerification): string {
  const number = (problem: VerifyFailure['problem']) => failures.filter((f) => f.problem === problem).length;
  const parts = [
    [checked - failures.length, 'where they were'],
    [number('moved'), 'moved'],
    [number('several'), 'found more than once'],
    [number('gone'), 'gone'],
  ] as const;
  const counts = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
  return `${slug} (${file}, another text than the one annotated): ${checked} recorded, ${failures.length === 0 ? 'all hold' : counts}`;
}

function lengthOf(by: number): string {
  return `${Math.abs(by)} ${by > 0 ? 'more' : 'fewer'} code points`;
}

function describe({ kind, id, start, end, problem, found, text }: VerifyFailure): string {
  const words = text === null ? '' : ` “${text}”`;
  const what = `${start}-${end} ${kind}${words}`;
  const to = (offset: number) => `${offset}-${offset + end - start}`;
  switch (problem) {
    case 'missing':
      return `${kind}${words} stands nowhere in the text`;
    case 'paragraph':
      return `${what} stands in another paragraph (${id})`;
    case 'words':
    case 'gone':
      return `${what}: other words stand there (${id})`;
    case 'moved':
      return `${what} moved to ${found.map(to)} (${id})`;
    case 'several':
      return `${what} stands more than once: ${found.map(to).join(', ')} (${id})`;
  }
}
