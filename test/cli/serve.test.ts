import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { askServer, inHost, type Serving, serving } from '../support/command-line.ts';
import { type DatasetPlace, datasetPlace } from '../support/dataset-place.ts';
import { eventsOf } from '../support/event-stream.ts';
import type { State } from '../support/template.ts';

/** A dataset with one person, and no database unless a state is given. */
const place = (state?: State) => datasetPlace({ 'people.yaml': 'ada-berg: { name: Ada Berg }\n' }, state);

const writePeople = (cwd: string, people: string) => writeFile(join(cwd, 'mine/people.yaml'), people);

async function stopped({ child, finished }: Serving, signal: NodeJS.Signals = 'SIGTERM') {
  child.kill(signal);
  return finished;
}

const NAMES = '{ people { nodes { name } } revision { number } }';
const one = { people: { nodes: [{ name: 'Ada Berg' }] }, revision: { number: 1 } };

/** A place whose database has revision 1. */
let served: DatasetPlace;
let first: { data: unknown; code: number | null; stdout: string; stderr: string };

beforeAll(async () => {
  served = await place();
  const server = await serving(served);
  const data = await askServer(server.url, NAMES);
  first = { data, ...(await stopped(server)) };
});

async function copyOfServed(): Promise<DatasetPlace> {
  const copy = await place();
  await cp(served.env.ONRECORD_DATA, copy.env.ONRECORD_DATA, { recursive: true });
  return copy;
}

test('the first start creates the database, imports, and prints its URL and an example; SIGTERM stops it', () => {
  expect(first.data).toEqual(one);
  expect(first.code).toBe(0);
  expect(first.stderr).toMatch(/^Creating the database .+\n(.+\n)*Imported mine as revision 1: .+\nStopping .+\n$/);
  expect(first.stdout).toMatch(
    /^Onrecord is running at http:\/\/127\.0\.0\.1:\d+: open it .+ http:\/\/127\.0\.0\.1:\d+\/graphql\n/,
  );
  expect(first.stdout).toContain('curl http://127.0.0.1:');
});

test('the next start imports nothing if nothing has changed', async () => {
  const server = await serving(await copyOfServed());
  expect(await askServer(server.url, NAMES)).toEqual(one);
  const { code, stderr } = await stopped(server, 'SIGINT');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Stopping .+\n$/);
});

test('changed files are imported at the next start', async () => {
  const { cwd, env } = await copyOfServed();
  await writePeople(cwd, 'bea-lund: { name: Bea Lund }\n');
  const server = await serving({ cwd, env });
  expect(await askServer(server.url, NAMES)).toEqual({
    people: { nodes: [{ name: 'Bea Lund' }] },
    revision: { number: 2 },
  });
  await stopped(server);
});

test('if files have problems, the old data is served, with a list of problems and a warning', async () => {
  const { cwd, env } = await copyOfServed();
  await writePeople(cwd, 'ada-berg: { nom: Ada Berg }\n');
  const server = await serving({ cwd, env });
  expect(await askServer(server.url, NAMES)).toEqual(one);
  const { stderr } = await stopped(server);
  expect(stderr).toMatch(/^mine\/people\.yaml:1:\d+: .+/);
  expect(stderr).toContain('was not imported. The OLD data is served.');
});

test('an empty database is not served if the files have problems', async () => {
  const { cwd, env } = await place('migrated');
  await writePeople(cwd, 'ada-berg: { nom: Ada Berg }\n');
  const { code, stdout, stderr } = await inHost(['serve'], { cwd, env: { ...env, PORT: '0' } });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^mine\/people\.yaml:1:\d+: .+\n/);
  expect(stderr).toContain('nothing was imported');
});

test('without a dataset folder the database is served as it is', async () => {
  const { cwd, env } = await copyOfServed();
  const server = await serving({ cwd, env: { ...env, ONRECORD_SEEDS: '' } });
  expect(await askServer(server.url, NAMES)).toEqual(one);
  await stopped(server);
});

test('a port in use is reported with another one to try, and a database in use with the process that uses it', async () => {
  const { cwd, env } = await copyOfServed();
  const server = await serving({ cwd, env });
  const { port } = new URL(server.url);
  const other = await place();
  const samePort = await inHost(['serve'], { ...other, env: { ...other.env, PORT: port } });
  expect(await readdir(other.cwd)).toEqual(['mine']);
  expect(samePort).toMatchObject({ code: 1, stdout: '' });
  expect(samePort.stderr).toMatch(new RegExp(`^onrecord: Port ${port} on 127\\.0\\.0\\.1 is in use\\..+PORT=\\d+\n$`));
  const sameData = await inHost(['serve'], { cwd, env: { ...env, PORT: '0' } });
  expect(sameData).toMatchObject({ code: 1, stdout: '' });
  expect(sameData.stderr).toContain(`is in use by process ${server.child.pid}`);
  expect(await askServer(server.url, NAMES)).toEqual(one);
  await stopped(server);
});

test('a watched folder is imported when a file is saved, open streams get the revision, and problems keep the old data', async () => {
  const { cwd, env } = await copyOfServed();
  const server = await serving({ cwd, env }, ['--watch']);
  const live = await fetch(`${server.url}/graphql?query=subscription{revision{number}}`, {
    headers: { accept: 'text/event-stream' },
  });
  const events = eventsOf(live);
  const revision = (number: number) => ({ event: 'next', data: { data: { revision: { number } } } });
  expect((await events.next()).value).toEqual(revision(1));
  await writePeople(cwd, 'ada-berg: { nome: Ada }\n');
  await expect.poll(() => server.output.stderr, { timeout: 20_000 }).toContain('OLD data');
  expect(await askServer(server.url, NAMES)).toEqual(one);
  await writePeople(cwd, 'ada-berg: { name: Ada Bergh }\n');
  expect((await events.next()).value).toEqual(revision(2));
  expect(await askServer(server.url, NAMES)).toEqual({
    people: { nodes: [{ name: 'Ada Bergh' }] },
    revision: { number: 2 },
  });
  const { code } = await stopped(server);
  expect(code).toBe(0);
  expect((await events.next()).value).toEqual({ event: 'complete', data: null });
});

test('the question library and the claim keys in the schema follow a watched folder', async () => {
  const { cwd, env } = await copyOfServed();
  const server = await serving({ cwd, env }, ['--watch']);
  const page = async (path: string) => (await fetch(server.url + path, { headers: { accept: 'text/html' } })).text();
  const schema = async () => (await fetch(`${server.url}/schema.graphql`)).text();
  expect(await page('/graphql')).not.toContain('Who is new here?');
  await mkdir(join(cwd, 'mine', 'questions'));
  await writeFile(join(cwd, 'mine', 'questions', 'new.graphql'), '# Who is new here?\n{ people { totalCount } }\n');
  await writeFile(join(cwd, 'mine', 'claim-keys.yaml'), 'shoe-size: What shoes it needs.\n');
  await expect.poll(() => page('/graphql'), { timeout: 20_000 }).toContain('Who is new here?');
  await expect.poll(schema, { timeout: 20_000 }).toContain('What shoes it needs.');
  await stopped(server);
});

test('without a dataset folder, the packaged dataset is served, but never replaces existing data', async () => {
  const { cwd, env } = await place('migrated');
  const own = { ONRECORD_DATA: env.ONRECORD_DATA };
  const empty = join(cwd, 'empty');
  await mkdir(empty);
  const server = await serving({ cwd: empty, env: own });
  const data = await askServer(server.url, '{ articles { totalCount } revision { number } }');
  expect(data).toEqual({ articles: { totalCount: expect.any(Number) }, revision: { number: 1 } });
  expect(data.articles.totalCount).toBeGreaterThan(0);
  const { stderr } = await stopped(server);
  expect(stderr.match(/^There is no folder seeds here, so the packaged dataset is used .+$/gm)).toHaveLength(1);
  const kept = await copyOfServed();
  const again = await serving({ cwd: empty, env: { ONRECORD_DATA: kept.env.ONRECORD_DATA } });
  expect(await askServer(again.url, NAMES)).toEqual(one);
  await stopped(again);
});

test('a missing folder and invalid documents are rejected before a database is created', async () => {
  const { cwd, env } = await place();
  const errorWith = async (more: Readonly<Record<string, string>>) => {
    const { code, stderr } = await inHost(['serve'], { cwd, env: { ...env, PORT: '0', ...more } });
    expect([code, await readdir(cwd)]).toEqual([1, expect.not.arrayContaining(['data'])]);
    return stderr;
  };
  expect(await errorWith({ ONRECORD_SEEDS: 'nowhere' })).toContain('nowhere is not a folder');
  await writeFile(join(cwd, 'documents.json'), '{"a": "mutation { x }"}');
  expect(await errorWith({ ONRECORD_DOCUMENTS: 'documents.json' })).toContain('the schema has no mutation type');
});

test('in trusted mode, the welcome message suggests nothing that would be rejected', async () => {
  const { cwd, env } = await copyOfServed();
  const server = await serving({ cwd, env: { ...env, ONRECORD_OPERATIONS: 'trusted' } });
  const { stdout } = await stopped(server);
  expect(stdout).toContain('the id of a trusted document');
  expect(stdout).not.toContain('curl');
});

test('without a folder there is nothing to watch', async () => {
  const { code, stderr } = await inHost(['serve', '--watch'], { env: { ONRECORD_SEEDS: '', PORT: '0' } });
  expect([code, stderr]).toEqual([1, expect.stringContaining('name your dataset folder in ONRECORD_SEEDS')]);
});
