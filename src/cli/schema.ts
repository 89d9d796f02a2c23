import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import { datasetFolder } from './dataset-folder.ts';
import { helpText } from './help.ts';
import { writeTextFile } from './text-file.ts';

/** The file with the GraphQL schema. */
const FILE = 'schema.graphql';

type Options = { check?: boolean; seeds?: boolean };

export function addSchema(program: Command): void {
  program
    .command('schema')
    .summary('print the GraphQL schema or write the JSON Schemas')
    .description('Print the GraphQL schema, or write the JSON Schemas for the files of a dataset folder.')
    .option('--seeds', 'write the JSON Schemas into the folder schema of the dataset folder, for your editor')
    .option('--check', `only check whether ${FILE} (with --seeds: the JSON Schemas) is up to date`)
    .addHelpText(
      'after',
      helpText({
        examples: [
          [`onrecord schema > ${FILE}`, 'write the GraphQL schema to a file'],
          ['onrecord schema --check', `check whether ${FILE} is up to date`],
          ['ONRECORD_SEEDS=my-dataset onrecord schema --seeds', 'get completion in your editor'],
        ],
        settings: ['seedsFolder'],
        failure: 'a checked file is missing or out of date',
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
  const state = written === null ? 'does not exist' : 'is out of date';
  throw new Failure('STALE', `${file} ${state}. Write it with: ${remedy}`);
}
