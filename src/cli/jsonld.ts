import { Argument, type Command } from 'commander';
import { readConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import type { LinkedKind } from '../linked-data/document.ts';
import { withDatabase } from './database.ts';
import { helpText } from './help.ts';

export function addJsonld(program: Command): void {
  program
    .command('jsonld')
    .summary('print an article or a person as JSON-LD')
    .description('Print an article or a person as JSON-LD, in the vocabulary of schema.org.')
    .addArgument(new Argument('<KIND>', 'article or person').choices(['article', 'person']))
    .argument('<SLUG>', 'slug of the article or person')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord jsonld article 004-officials-say', 'an article, with its quotations and claims'],
          ['onrecord jsonld person kaja-kallas > kaja-kallas.jsonld', 'a person, with quotations and claims'],
        ],
        settings: ['databaseUrl', 'dataFolder', 'statementTimeout'],
        failure: 'the slug does not exist, or the database failed',
      }),
    )
    .action(jsonld);
}

async function jsonld(kind: LinkedKind, slug: string): Promise<void> {
  const [{ buildSchema }, { linkedData }] = await Promise.all([
    import('../api.ts'),
    import('../linked-data/document.ts'),
  ]);
  const found = await withDatabase(readConfig(), (database) =>
    linkedData({ schema: buildSchema(), database }, kind, slug),
  );
  if ('document' in found) {
    console.log(JSON.stringify(found.document, null, 2));
    return;
  }
  const hint = found.suggestion === undefined ? '' : `: did you mean "${found.suggestion}"?`;
  throw new Failure('NOT_FOUND', `No ${kind} has the slug "${slug}"${hint}`);
}
