// Prints the time from `npm start` to the first answer: the first time, which creates the database and imports the
// seeds, and the second time; for comparison also the time to open the same embedded database.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 3;
const QUERY = '{ wordings(where: { rendering: { eq: QUOTED } }) { totalCount } }';

const folder = await mkdtemp(join(tmpdir(), 'onrecord-start-'));
try {
  const first = await timeServer();
  const seconds = [];
  const opens = [];
  for (let i = 0; i < ROUNDS; i++) {
    seconds.push(await timeServer());
    opens.push(await timeOpen());
  }
  const [second, open] = [Math.min(...seconds), Math.min(...opens)];
  print('npm start to the first answer, first time', first);
  print(`npm start to the first answer, second time (best of ${ROUNDS})`, second);
  print(`opening the same database only (best of ${ROUNDS})`, open);
  print('second start, minus opening', second - open);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function print(what, milliseconds) {
  console.log(`${(milliseconds / 1000).toFixed(2).padStart(6)} s  ${what}`);
}

/** Milliseconds from the command to the end of the first answer. */
async function timeServer() {
  const start = performance.now();
  const env = { ...process.env, ONRECORD_DATA: folder, PORT: '0' };
  const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    if (/http:\S+\/graphql/.test(output)) break;
  }
  const [url] = /http:\S+\/graphql/.exec(output) ?? [];
  if (!url) throw new Error('npm start ended without printing a URL');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  const answer = await response.text();
  const time = performance.now() - start;
  if (!answer.includes('"totalCount"')) throw new Error(`no answer: ${answer}`);
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  return time;
}

/** Milliseconds from starting Node to the first row from a database opened by PGlite alone. */
async function timeOpen() {
  const script = `
    const [{ PGlite }, { fuzzystrmatch }, { pg_trgm }, { unaccent }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/contrib/fuzzystrmatch'),
      import('@electric-sql/pglite/contrib/pg_trgm'),
      import('@electric-sql/pglite/contrib/unaccent'),
    ]);
    const database = await PGlite.create({ dataDir: process.argv[1], extensions: { fuzzystrmatch, pg_trgm, unaccent } });
    await database.query('select 1');
    process.stdout.write('open');
    await database.close();`;
  const start = performance.now();
  const args = ['--input-type=module', '-e', script, join(folder, 'postgres')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const _ of child.stdout) break;
  const time = performance.now() - start;
  await ended;
  return time;
}
