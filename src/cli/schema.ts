import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import { datasetFolder } from './dataset-folder.ts';
import { helpText } from './help.ts';
import { writeTextFile } from './text-file.ts';

/** Where the GraphQL schema is written down. */
const FILE = 'schema.graphql';

type Options = { check?: boolean; seeds?: boolean };

export function addSchema(program: Command): void {
  program
    .command('schema')
    .summary('print the GraphQL schema, write the JSON Schemas')
    .description('Print the GraphQL schema, or write the JSON Schemas of the files in a knowledge folder.')
    .option('--seeds', 'write the JSON Schemas into the folder schema of the knowledge folder, for your editor')
    .option('--check', `only say whether ${FILE} (with --seeds: the JSON Schemas) is up to date`)
    .addHelpText(
      'after',
      helpText({
        examples: [
          [`onrecord schema > ${FILE}`, 'write the GraphQL schema down'],
          ['onrecord schema --check', `say whether ${FILE} is up to date`],
          ['ONRECORD_SEEDS=my-knowledge onrecord schema --seeds', 'completion while you annotate'],
        ],
        settings: ['seedsFolder'],
        failure: 'a file that was checked is missing or stale',
      }),
    )
    .action(async ({ check, seeds }: Options) => {
      if (seeds) await jsonSchema(datasetFolder(undefined, readConfig()), check === true);
      else await graphqlSchema(readConfig().seedsFolder, check === true);
    });
}

async function graphqlSchema(folder: string | null, check: boolean): Promise<void> {
  const [{ lexicographicSortSchema, printSchema }, { buildSchema }, { readClaimKeys }] = await Promise.all([
    import('graphql'),
    import('../api.ts'),
    import('../import/import.ts'),
  ]);
  const claimKeys = folder ? await readClaimKeys(folder) : [];
  const text = `${printSchema(lexicographicSortSchema(buildSchema({ claimKeys })))}\n`;
  if (check) await assertFresh(FILE, text, `onrecord schema > ${FILE}`);
  else process.stdout.write(text);
}

async function jsonSchema(folder: string, check: boolean): Promise<void> {
  const { jsonSchemas } = await import('../import/json-schema.ts');
  for (const [name, text] of jsonSchemas()) {
    const path = join(folder, 'schema', name);
    if (check) await assertFresh(path, text, 'onrecord schema --seeds');
    else {
      await writeTextFile(path, text);
      console.log(path);
    }
  }
}

async function assertFresh(file: string, text: string, remedy: string): Promise<void> {
  const written = await readFile(file, 'utf8').catch(() => null);
  if (written === text) return;
  const state = written === null ? 'does not exist' : 'is not what this program would write';
  throw new Failure('STALE', `${file} ${state}. Write it anew: ${remedy}`);
}
