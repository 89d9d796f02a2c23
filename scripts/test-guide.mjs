// Does what docs/frontend.md says, in an empty folder: writes its files, runs its commands with the real command lines, and
// runs each client against an open server and against one that accepts only trusted documents. Needs dist/ and npm's registry.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/cli.js');
const GUIDE = 'docs/frontend.md';
/** What the guide calls the server and the reader's project. */
const ADDRESS = 'http://127.0.0.1:4000';
const PROJECT = '/path/to/quotes';

/** The oldest Node that the guide promises. On older ones npm does not check what packages ask for. */
const FLOOR = /You need Node (\d+\.\d+)/;

const began = performance.now();
const step = (text) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const folder = await mkdtemp(join(tmpdir(), 'onrecord-guide-'));
const project = join(folder, 'quotes');
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
/** Where the next command runs. */
let place = folder;
let server;
/** The bundles so far, by source file. */
const bundles = new Map();
let loads = 0;
let isStrict = false;
/** How many quotes there are. */
let quotes;

/** What is checked after the files and commands of a section. `documents` is the manifest that it passes to the server. */
const checks = {
  'Query with urql': checkPaging,
  'Live updates': checkPage,
  'Trusted documents': async (documents) => {
    for (const operations of ['all', 'trusted'])
      await serving({ ONRECORD_DOCUMENTS: documents, ONRECORD_OPERATIONS: operations }, checkUrql);
  },
  'The same with Apollo Client': async () => {
    const ONRECORD_DOCUMENTS = join(project, 'src/gql/persisted-documents.json');
    await serving({}, checkApollo);
    await serving({ ONRECORD_DOCUMENTS }, checkApollo);
    await serving({ ONRECORD_DOCUMENTS, ONRECORD_OPERATIONS: 'trusted' }, checkApollo);
  },
  Relay: async (documents) => {
    for (const operations of ['all', 'trusted'])
      await serving({ ONRECORD_DOCUMENTS: documents, ONRECORD_OPERATIONS: operations }, checkRelay);
  },
  'gql.tada': async (documents) => {
    for (const operations of ['all', 'trusted'])
      await serving({ ONRECORD_DOCUMENTS: documents, ONRECORD_OPERATIONS: operations }, checkTada);
    await checkWrongField();
  },
};

try {
  await start({});
  quotes = await totalCount();
  const guide = await readFile(join(ROOT, GUIDE), 'utf8');
  const [, floor] = FLOOR.exec(guide) ?? [];
  isStrict = `v${floor}.0`.localeCompare(process.version, 'en', { numeric: true }) <= 0;
  if (!isStrict) step(`SKIPPED: this is Node ${process.version}, so it is not checked that Node ${floor} is enough`);
  for (const { title, blocks } of sectionsOf(guide)) {
    step(`# ${title.replace(/^# /, '')}`);
    let documents;
    for (const { file, language, text } of blocks) {
      const served = /^ONRECORD_DOCUMENTS=(\S+) npx onrecord serve\n$/.exec(text);
      if (file) await write(file, text);
      else if (served) documents = served[1].replace(PROJECT, project);
      else if (language === 'sh') await run(text);
    }
    await checks[title]?.(documents);
    delete checks[title];
  }
  assert.deepEqual(Object.keys(checks), [], 'the guide lacks sections that are checked');
  step('the guide works');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
  await rm(folder, { recursive: true, force: true });
}

/** The sections with their code blocks. A file begins with a comment that has its path. */
function sectionsOf(guide) {
  return guide.split(/^## /m).map((text) => ({
    title: text.slice(0, text.indexOf('\n')),
    blocks: [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => {
      const [, file, rest] = /^(?:\/\/|#) ([\w./-]+\.\w+)\n([\s\S]*)$/.exec(code) ?? [];
      return { language, file, text: rest ?? code };
    }),
  }));
}

async function write(file, text) {
  await mkdir(dirname(join(project, file)), { recursive: true });
  await writeFile(join(project, file), text.replaceAll(ADDRESS, url));
}

/** Runs commands as in a terminal: the next ones run in the folder where these end. Returns what they print. */
async function run(commands) {
  for (const line of commands.split('\n').filter((one) => /^(npm|npx|curl) /.test(one))) step(`$ ${line}`);
  const script = `set -e\n${commands.replaceAll(ADDRESS, url)}\npwd > "${folder}/place"\n`;
  const settings = Object.fromEntries(
    ['fund=false', 'audit=false', 'yes=true', 'update_notifier=false', `engine_strict=${isStrict}`].map((setting) => {
      const [name, value] = setting.split('=');
      return [`npm_config_${name}`, value];
    }),
  );
  const child = spawn('bash', ['-c', script], {
    cwd: place,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data;
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  assert.equal(code, 0, `failed (${code}): ${commands}\n${output}`);
  place = (await readFile(join(folder, 'place'), 'utf8')).trim();
  return output;
}

async function checkPaging() {
  const { quotePage } = await built('src/quotes.ts');
  const ids = new Set();
  let next = null;
  do {
    const page = await quotePage(next);
    for (const { id } of page.quotes) ids.add(id);
    next = page.next;
  } while (next !== null);
  assert.equal(ids.size, quotes);
}

/** Checks the types of all files so far, and bundles the page. */
async function checkPage() {
  await run('npm run build');
}

async function checkUrql() {
  const [{ client }, { QuoteListDocument }] = [await built('src/trusted.ts'), await built('src/gql/graphql.ts')];
  const { data, error } = await client.query(QuoteListDocument, { first: 3 });
  assert.equal(error, undefined);
  assert.equal(data.quotes.edges.length, 3);
  assert.equal(data.quotes.__typename, 'QuoteConnection');
}

async function checkApollo() {
  const { client, list, more } = await built('src/apollo.ts');
  const shown = () => list.getCurrentResult().data?.quotes?.edges?.length;
  const subscription = list.subscribe(() => {});
  await until(() => shown() === 10);
  const entities = Object.keys(client.cache.extract());
  for (const type of ['Quote', 'Wording', 'Article', 'Person'])
    assert.ok(entities.filter((id) => id.startsWith(`${type}:`)).length > 1, `Apollo's cache has no ${type}`);
  while (await more());
  await until(() => shown() === quotes);
  subscription.unsubscribe();
  client.stop();
}

async function checkRelay() {
  const { firstPage } = await built('src/relay/quotes.ts');
  const page = await firstPage();
  assert.ok(page.__fragments.documents_quotes, 'Relay got no page');
}

async function checkTada() {
  const { quoteTexts } = await built('src/tada.ts');
  assert.equal((await quoteTexts(5)).length, 5);
}

/** A field that does not exist is a type error. */
async function checkWrongField() {
  const file = join(project, 'src/tada.ts');
  await writeFile(file, (await readFile(file, 'utf8')).replace(' text canonicalSpeaker', ' txt canonicalSpeaker'));
  await assert.rejects(run('npx tsc'), /'text' does not exist/);
}

/** A module of the project, bundled for Node. Each call returns a new instance. */
async function built(file) {
  const name = file.replace(/^.*\//, '').replace(/\.ts$/, '.js');
  const out = bundles.get(file) ?? join(project, 'out', String(bundles.size));
  if (!bundles.has(file)) await run(`npx vite build --ssr ${file} --outDir ${out} --logLevel error`);
  bundles.set(file, out);
  loads += 1;
  return import(`${pathToFileURL(join(out, name)).href}?${loads}`);
}

async function totalCount() {
  const response = await fetch(`${url}/graphql?query={quotes{totalCount}}`, {
    headers: { accept: 'application/json' },
  });
  return (await response.json()).data.quotes.totalCount;
}

/** Runs a check on a server with these settings. */
async function serving(settings, check) {
  step(
    `serve ${Object.entries(settings)
      .map((one) => one.join('='))
      .join(' ')
      .replaceAll(folder, '…')}`,
  );
  await stop();
  await start(settings);
  await check();
}

async function start(settings) {
  const env = { ...process.env, ONRECORD_DATA: join(folder, 'data'), PORT: String(port), ...settings };
  server = spawn(process.execPath, [PROGRAM, 'serve'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  await new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (data) => {
        output += data;
        if (output.includes(`running at ${url}`)) resolve();
      });
    server.once('exit', (code) => reject(new Error(`the server stopped (${code}):\n${output}`)));
  });
}

async function stop() {
  if (!server || server.exitCode !== null) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exited;
}

async function until(holds) {
  const end = performance.now() + 10_000;
  while (!holds()) {
    assert.ok(performance.now() < end, `not within ten seconds: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const free = probe.address().port;
      probe.close(() => resolve(free));
    });
  });
}
