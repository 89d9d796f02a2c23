import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { Command } from 'commander';
import { type Config, readConfig, settings } from '../config.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../failure.ts';
import { placeOf, withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { importInto } from './import.ts';
import { complain, say, styled, warn } from './terminal.ts';
import type { WatchOptions } from './watch.ts';

/** How long a stopping server waits for pending requests, in milliseconds. */
const STOP_LIMIT = 10_000;

/** The claim keys, which the schema's descriptions list. */
const CLAIM_KEYS = 'select name, description from "ClaimKey" order by name';

/** The bundler's output folder. */
const ASSETS = fileURLToPath(new URL('../assets', import.meta.url));

/** The dataset included in the package. */
const PACKAGED_SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

const TRY = '{ wordings(where: { rendering: { eq: QUOTED } }) { totalCount } }';

export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('create the database, import changes, serve the web UI and GraphQL')
    .description(
      'Open the database (or create it), import the dataset folder if it has changed, and serve the web UI and GraphQL.',
    )
    .option('--watch', 'import the dataset folder again when a file in it is saved; open pages update')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord serve', 'on http://127.0.0.1:4000'],
          ['PORT=8080 ONRECORD_SEEDS=my-dataset onrecord serve', 'another port, your own dataset'],
          ['ONRECORD_DATA=memory onrecord serve', 'in memory, nothing is saved'],
          ['ONRECORD_SEEDS=my-dataset onrecord serve --watch', 'see your edits in the browser'],
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
          'hosts',
          'maxCost',
          'maxStreams',
          'documents',
          'trustedOnly',
        ],
        failure:
          'could not start, for example because the port is in use, the database is locked, or the first import failed',
      }),
    )
    .action(({ watch }: { watch?: boolean }) => serve(readConfig(), watch === true));
}

/**
 * Serves until a signal is received. If the dataset folder has problems, the data of the last import is served with a
 * warning; only an empty database is not served.
 */
async function serve(config: Config, watch: boolean): Promise<void> {
  // A first import takes seconds, so check the port before it.
  const { assertFree, listen } = await import('../server/listen.ts');
  await assertFree(config);
  const { folder, isPackaged } = await datasetOf(config);
  const watched = watch && !isPackaged ? folder : null;
  if (watch && !watched) throw nothingToWatch();
  const { folderState } = await import('./watch.ts');
  const from = watched === null ? '' : await folderState(watched);
  // Loading the server takes as long as opening the database, so do both at once.
  const loading = Promise.all([import('../api.ts'), import('../server/app.ts'), import('../query/limit/limit.ts')]);
  loading.catch(() => {});
  const documents = config.documents ? await manifestOf(config, config.documents) : new Map<string, string>();
  await withDatabase(config, async (database) => {
    if (folder !== null) await importIfChanged(database, folder, { place: placeOf(config), onlyFirst: isPackaged });
    const [{ buildSchema }, { createApp }, { DEFAULT_LIMITS }] = await loading;
    const [{ readAssets }, { readQuestions }, { OpenStreams }] = await Promise.all([
      import('../server/asset.ts'),
      import('../server/question-library.ts'),
      import('../server/open-streams.ts'),
    ]);
    const limits = { ...DEFAULT_LIMITS, cost: config.maxCost };
    const assets = await readAssets(ASSETS);
    const ending = new AbortController();
    const streams = new OpenStreams({ most: config.maxStreams, ending: ending.signal });
    const create = async () => {
      const claimKeys = await database.query<{ name: string; description: string }>({ text: CLAIM_KEYS, values: [] });
      return createApp({
        schema: buildSchema({ claimKeys }, { showsTexts: config.showTexts }),
        database,
        questions: folder === null ? [] : await readQuestions(folder),
        limits,
        mayExplain: config.explain,
        assets,
        documents,
        trustedOnly: config.trustedOnly,
        host: config.host,
        hosts: config.hosts,
        streams,
        log: (error) => complain(inspect(error)),
      });
    };
    let app = await create();
    const { url, stop } = await listen((request, response) => app(request, response), config);
    const stopped = stopSignal();
    welcome(url, config.trustedOnly);
    const again = async (changed: string) => {
      await importIfChanged(database, changed, { place: placeOf(config) });
      // The question library and the claim keys in the schema's descriptions come from the folder too.
      app = await create();
    };
    const watching = watched && follow(watched, () => again(watched), { from, ending: ending.signal });
    await stopped;
    say('Stopping after pending requests. Press Ctrl+C again to stop immediately.');
    ending.abort();
    await Promise.all([stop(STOP_LIMIT), watching]);
  });
}

interface Dataset {
  /** Null for none. */
  readonly folder: string | null;
  /** Whether it is the dataset included in the package. */
  readonly isPackaged: boolean;
}

/** The configured dataset folder. By default `./seeds`, or the packaged dataset if that does not exist. */
async function datasetOf({ seedsFolder: folder }: Config): Promise<Dataset> {
  if (folder === null || (await isFolder(folder))) return { folder, isPackaged: false };
  if (folder === settings.seedsFolder.default && (await isFolder(PACKAGED_SEEDS)))
    return { folder: PACKAGED_SEEDS, isPackaged: true };
  throw new Failure('NO_FOLDER', `${folder} is not a folder: name your dataset folder in ONRECORD_SEEDS.`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

const nothingToWatch = () =>
  new Failure('NOTHING_TO_WATCH', 'There is no folder to watch: name your dataset folder in ONRECORD_SEEDS.');

/** Loads the manifest first, so that an invalid one fails fast. The database only adds descriptions to the schema. */
async function manifestOf({ showTexts, maxCost }: Config, path: string): Promise<ReadonlyMap<string, string>> {
  const [{ buildSchema }, { DEFAULT_LIMITS }, { readManifest }] = await Promise.all([
    import('../api.ts'),
    import('../query/limit/limit.ts'),
    import('../server/manifest.ts'),
  ]);
  const schema = buildSchema(undefined, { showsTexts: showTexts });
  return readManifest(path, { schema, limits: { ...DEFAULT_LIMITS, cost: maxCost } });
}

interface ImportOptions {
  readonly place: string;
  /** Whether to import only into an empty database. */
  readonly onlyFirst?: boolean;
}

async function importIfChanged(
  database: Database,
  folder: string,
  { place, onlyFirst = false }: ImportOptions,
): Promise<void> {
  const { folderChecksum, importedChecksum } = await import('../import/checksum.ts');
  const imported = await importedChecksum(database);
  if (onlyFirst && imported !== null) return;
  if (onlyFirst) say(`There is no folder seeds here, so the packaged dataset is used (${folder}).`);
  if ((await folderChecksum(folder)) === imported) return;
  try {
    say(await importInto(database, folder, place));
  } catch (error) {
    const { ImportError } = await import('../import/import-error.ts');
    if (!(error instanceof ImportError) || imported === null) throw error;
    for (const line of error.message.split('\n')) say(line);
    warn(styled('bold', `${folder} has problems (above) and was not imported. The OLD data is served.`));
  }
}

/** Imports a folder each time it changes. A failed import is reported, and the old data is kept. */
async function follow(folder: string, importAgain: () => Promise<void>, options: WatchOptions): Promise<void> {
  const { watchFolder } = await import('./watch.ts');
  const attempt = () =>
    importAgain().catch((error) => complain(error instanceof Failure ? error.message : inspect(error)));
  await watchFolder(folder, attempt, options);
}

function welcome(url: string, trustedOnly: boolean): void {
  const body = JSON.stringify({ query: TRY });
  const ask = trustedOnly
    ? `send the id of a trusted document to ${url}/graphql, which accepts no others.`
    : `send a query to ${url}/graphql

  curl ${url}/graphql -H 'content-type: application/json' -d '${body}'`;
  console.log(`Onrecord is running at ${url}: open it in a browser, or ${ask}

Press Ctrl+C to stop.`);
}

/** Waits for the first signal. A second one ends the process immediately, as is the default. */
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
