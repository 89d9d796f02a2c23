import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../failure.ts';
import { placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { importInto } from './import.ts';
import { complain, say, styled, warn } from './terminal.ts';

/** How long a stop waits for what is under way, in milliseconds. */
const STOP_LIMIT = 10_000;

/** The register that the schema's descriptions list. */
const CLAIM_KEYS = 'select name, description from "ClaimKey" order by name';

/** What the bundler left beside this program. */
const ASSETS = fileURLToPath(new URL('../assets', import.meta.url));

const TRY = '{ wordings(where: { rendering: { eq: QUOTED } }) { totalCount } }';

export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('create what is missing, import what changed, serve GraphQL')
    .description(
      'Open the database (and create it when there is none), import the knowledge folder when it changed, and serve GraphQL.',
    )
    .option('--watch', 'import the knowledge folder again whenever a file of it is saved; open pages show it')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord serve', 'on http://127.0.0.1:4000'],
          ['PORT=8080 ONRECORD_SEEDS=my-knowledge onrecord serve', 'another port, your own knowledge'],
          ['ONRECORD_DATA=memory onrecord serve', 'keeps nothing'],
          ['ONRECORD_SEEDS=my-knowledge onrecord serve --watch', 'see in the browser what you write'],
        ],
        settings: [
          'host',
          'port',
          'databaseUrl',
          'dataFolder',
          'seedsFolder',
          'statementTimeout',
          'explain',
          'showTexts',
          'maxCost',
          'documents',
          'trustedOnly',
        ],
        failure:
          'it could not start: port in use, database locked, problems in the knowledge folder of an empty database ...',
      }),
    )
    .action(({ watch }: { watch?: boolean }) => serve(readConfig(), watch === true));
}

/**
 * Serves until a signal comes. Files with problems never cost anything: a database that holds an older state of the
 * knowledge is served with a warning, and only an empty one is not served at all.
 */
async function serve(config: Config, watch: boolean): Promise<void> {
  if (watch && !config.seedsFolder)
    throw new Failure('NOTHING_TO_WATCH', 'There is no folder to watch: name your knowledge folder in ONRECORD_SEEDS.');
  // A first import takes seconds: a port in use is said before it.
  const { assertFree, listen } = await import('../server/listen.ts');
  await assertFree(config);
  // Loading the server takes as long as opening the database: both at once.
  const loading = Promise.all([import('../schema/index.ts'), import('../server/app.ts'), import('../query/limit.ts')]);
  loading.catch(() => {});
  await withDatabase(config, async (database) => {
    if (config.seedsFolder) await importIfChanged(database, config.seedsFolder, placeOf(config));
    const [{ buildSchema }, { createApp }, { DEFAULT_LIMITS }] = await loading;
    const [{ readAssets }, { readQuestions }, { readManifest }] = await Promise.all([
      import('../server/asset.ts'),
      import('../server/question.ts'),
      import('../server/document.ts'),
    ]);
    const questions = config.seedsFolder ? await readQuestions(config.seedsFolder) : [];
    const schema = buildSchema(
      { claimKeys: await database.query({ text: CLAIM_KEYS, values: [] }) },
      { showsTexts: config.showTexts },
    );
    const limits = { ...DEFAULT_LIMITS, cost: config.maxCost };
    const ending = new AbortController();
    const app = createApp({
      schema,
      database,
      questions,
      limits,
      mayExplain: config.explain,
      assets: await readAssets(ASSETS),
      documents: config.documents ? await readManifest(config.documents, { schema, limits }) : new Map(),
      trustedOnly: config.trustedOnly,
      ending: ending.signal,
      log: (error) => complain(inspect(error)),
    });
    const { url, stop } = await listen(app, config);
    const stopped = stopSignal();
    welcome(url);
    const folder = watch ? config.seedsFolder : null;
    const watching = folder && follow(folder, () => importIfChanged(database, folder, placeOf(config)), ending.signal);
    await stopped;
    say('Stopping: what is under way is finished first. Once more ends at once.');
    ending.abort();
    await Promise.all([stop(STOP_LIMIT), watching]);
  });
}

async function importIfChanged(database: Database, folder: string, place: string): Promise<void> {
  const { folderDigest, importedDigest } = await import('../import/digest.ts');
  const imported = await importedDigest(database);
  if ((await folderDigest(folder)) === imported) return;
  try {
    say(await importInto(database, folder, place));
  } catch (error) {
    const { ImportError } = await import('../import/import-error.ts');
    if (!(error instanceof ImportError) || imported === null) throw error;
    for (const line of error.message.split('\n')) say(line);
    warn(
      styled(
        'bold',
        `${folder} has problems (above) and was not imported. What is served is the OLD state of the knowledge.`,
      ),
    );
  }
}

/** Imports a folder each time that it changed. What cannot be imported is said, and the old state stays. */
async function follow(folder: string, importAgain: () => Promise<void>, ending: AbortSignal): Promise<void> {
  const { watchFolder } = await import('./watch.ts');
  const attempt = () =>
    importAgain().catch((error) => complain(error instanceof Failure ? error.message : inspect(error)));
  await watchFolder(folder, attempt, ending);
}

function welcome(url: string): void {
  const body = JSON.stringify({ query: TRY });
  console.log(`Onrecord answers at ${url}/graphql: open it in a browser, or ask

  curl ${url}/graphql -H 'content-type: application/json' -d '${body}'

Ctrl+C stops it.`);
}

/** Waits for the first signal to stop; the second ends the process at once, as signals do. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const once = () => {
      for (const signal of SIGNALS) process.off(signal, once);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, once);
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
