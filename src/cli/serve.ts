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

/** How long a stop waits for what is under way, in milliseconds. */
const STOP_LIMIT = 10_000;

/** The register that the schema's descriptions list. */
const CLAIM_KEYS = 'select name, description from "ClaimKey" order by name';

/** What the bundler left beside this program. */
const ASSETS = fileURLToPath(new URL('../assets', import.meta.url));

/** The knowledge that comes with the program. */
const PACKAGED_SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

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
          'maxStreams',
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
  // A first import takes seconds: a port in use is said before it.
  const { assertFree, listen } = await import('../server/listen.ts');
  await assertFree(config);
  const { folder, isPackaged } = await datasetOf(config);
  const watched = watch && !isPackaged ? folder : null;
  if (watch && !watched) throw nothingToWatch();
  const { folderState } = await import('./watch.ts');
  const from = watched === null ? '' : await folderState(watched);
  // Loading the server takes as long as opening the database: both at once.
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
      // The library of questions and what the schema says of claim keys are of the folder, too.
      app = await create();
    };
    const watching = watched && follow(watched, () => again(watched), { from, ending: ending.signal });
    await stopped;
    say('Stopping: what is under way is finished first. Once more ends at once.');
    ending.abort();
    await Promise.all([stop(STOP_LIMIT), watching]);
  });
}

interface Dataset {
  /** Null for none. */
  readonly folder: string | null;
  /** Whether it is what comes with the program, for want of one of the user's. */
  readonly isPackaged: boolean;
}

/** The knowledge folder of the settings, or what comes with the program where they name none and there is no `./seeds`. */
async function datasetOf({ seedsFolder: folder }: Config): Promise<Dataset> {
  if (folder === null || (await isFolder(folder))) return { folder, isPackaged: false };
  if (folder === settings.seedsFolder.default && (await isFolder(PACKAGED_SEEDS)))
    return { folder: PACKAGED_SEEDS, isPackaged: true };
  throw new Failure('NO_FOLDER', `${folder} is no folder: name your knowledge folder in ONRECORD_SEEDS.`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

const nothingToWatch = () =>
  new Failure('NOTHING_TO_WATCH', 'There is no folder to watch: name your knowledge folder in ONRECORD_SEEDS.');

/** Read before anything is done that it would be in vain; what the database adds to the schema are descriptions alone. */
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
  /** Whether a database that holds any knowledge is left as it is. */
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
  if (onlyFirst) say(`There is no folder seeds here: what comes with the program is taken (${folder}).`);
  if ((await folderChecksum(folder)) === imported) return;
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
async function follow(folder: string, importAgain: () => Promise<void>, options: WatchOptions): Promise<void> {
  const { watchFolder } = await import('./watch.ts');
  const attempt = () =>
    importAgain().catch((error) => complain(error instanceof Failure ? error.message : inspect(error)));
  await watchFolder(folder, attempt, options);
}

function welcome(url: string, trustedOnly: boolean): void {
  const body = JSON.stringify({ query: TRY });
  const ask = trustedOnly
    ? `send the id of a trusted document to ${url}/graphql: it answers no others.`
    : `ask your own question at ${url}/graphql

  curl ${url}/graphql -H 'content-type: application/json' -d '${body}'`;
  console.log(`Onrecord answers at ${url}: open it in a browser, or ${ask}

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
