// Plants bugs in the compiler, one at a time, in copies of the tree, and prints which of them the differential tests
// find: a table, and `killed N of 30`. Fails if fewer than 28 are found, if the tests fail without a bug, or if a bug
// can no longer be planted. `node scripts/mutation.mjs WORD` plants only bugs with the word in their name;
// MUTATION_SEED changes the random cases.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bugs, planted } from '../test/mutation/bugs.mjs';

const MIN_KILLED = 28;
const AT_ONCE = 2;
const LIMIT = 1_200_000;
const NOT_COPIED = ['node_modules', '.git', 'dist'];

const [word = ''] = process.argv.slice(2);
const wanted = bugs.filter(({ bug }) => bug.includes(word));
const root = resolve(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'onrecord-mutation-'));
const running = new Set();
process.once('exit', () => {
  for (const child of running) process.kill(-child.pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const places = Array.from({ length: AT_ONCE }, (_, i) => join(folder, String(i + 1)));
for (const place of places) await copyTo(place);
for (const bug of bugs) planted(await readFile(pathOf(bug, places[0]), 'utf8'), bug);

const killed = [];
const rest = [undefined, ...wanted].values();
await Promise.all(
  places.map(async (place) => {
    for (const bug of rest) await (bug ? tryBug(bug, place) : trySound(place));
  }),
);
console.log(`\nkilled ${killed.length} of ${wanted.length}`);
if (killed.length < wanted.length - (bugs.length - MIN_KILLED)) process.exitCode = 1;

async function copyTo(place) {
  const left = NOT_COPIED.map((name) => join(root, name));
  await cp(root, place, { recursive: true, filter: (path) => !left.includes(path) });
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
}

function pathOf({ file }, place) {
  return join(place, 'src', 'query', file);
}

async function trySound(place) {
  const { late, failed, time } = await test(place);
  if (late || failed)
    throw new Error(
      `without a bug: ${late ? 'the tests take too long' : `"${failed.title}" fails\n${failed.message}`}`,
    );
  console.log(`${'(no bug)'.padEnd(60)} ${''.padEnd(12)} ${time}  passes`);
}

async function tryBug(bug, place) {
  const path = pathOf(bug, place);
  const sound = await readFile(path, 'utf8');
  await writeFile(path, planted(sound, bug));
  const outcome = await test(place);
  await writeFile(path, sound);
  const verdict = verdictOf(outcome);
  if (verdict) killed.push(bug);
  console.log(`${bug.bug.padEnd(60)} ${bug.file.padEnd(12)} ${outcome.time}  ${verdict ?? 'SURVIVED'}`);
}

/** How a bug was found; undefined if it was not. */
function verdictOf({ late, failed }) {
  if (late) return 'killed by time';
  if (!failed) return undefined;
  const [, cases] = /failed after (\d+) test/.exec(failed.message) ?? [];
  return `killed by "${failed.title}"${cases ? `, case ${cases}` : ''}`;
}

/** Runs the differential tests in a copy; returns the first failed test, or `late` after a timeout. */
async function test(place) {
  const report = join(place, 'report.json');
  await rm(report, { force: true });
  const start = performance.now();
  const late = !(await ended(place, ['--reporter=json', `--outputFile=${report}`]));
  const time = `${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s`;
  if (late) return { late, time };
  const { testResults } = JSON.parse(await readFile(report, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.find(({ status }) => status === 'failed');
  // If no file loads, a test did not find the bug.
  if (!failed && !tests.some(({ status }) => status === 'passed'))
    throw new Error(`no test ran: ${testResults.map(({ message }) => message).join('\n')}`);
  return { late, time, failed: failed && { title: failed.title, message: failed.failureMessages.join('\n') } };
}

/** Whether the tests finished in time. */
async function ended(place, args) {
  // Files left by a killed run are removed with the folder.
  const env = { ...process.env, TMPDIR: folder, MUTATION_SEED: process.env.MUTATION_SEED ?? '1' };
  const vitest = join(place, 'node_modules', 'vitest', 'vitest.mjs');
  const command = [vitest, 'run', '--config', 'vitest.mutation.config.ts', ...args];
  const child = spawn(process.execPath, command, { cwd: place, env, stdio: 'ignore', detached: true });
  running.add(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    process.kill(-child.pid, 'SIGKILL');
  }, LIMIT);
  await new Promise((settle) => child.once('exit', settle));
  clearTimeout(timer);
  running.delete(child);
  return !late;
}
