import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inHost, onrecord, serving } from '../support/command-line.ts';
import { copyEmbedded, temporaryFolder } from '../support/database.ts';

const FIXTURE = resolve('test/fixtures/dataset');

let place: { cwd: string; env: { ONRECORD_DATA: string; ONRECORD_SEEDS: string } };
beforeAll(async () => {
  const cwd = await temporaryFolder();
  place = { cwd, env: { ONRECORD_DATA: join(cwd, 'data'), ONRECORD_SEEDS: '' } };
  copyEmbedded('invented', place.env.ONRECORD_DATA);
});

test('an exported folder has no problems, and importing it changes nothing', async () => {
  const imported = /: (\d+ articles, .*)\.\n/.exec((await inHost(['check', FIXTURE], place)).stdout)?.[1];
  const { code, stdout, stderr } = await onrecord(['export', 'out'], place);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`Exported the database (${place.env.ONRECORD_DATA}) to out: ${imported}.\n`);
  expect(await readdir(join(place.cwd, 'out', 'articles'))).toEqual(await readdir(join(FIXTURE, 'articles')));
  expect((await inHost(['check', 'out'], place)).stdout).toContain(`out has no problems: ${imported}.\n`);
  expect((await inHost(['import', 'out'], place)).stdout).toMatch(/^Nothing to import: .*\(revision 1\)/);
  const [first] = (await readFile(join(place.cwd, 'out', 'people.yaml'), 'utf8')).split('\n');
  expect(first).toBe('# yaml-language-server: $schema=schema/people.schema.json');
  expect(existsSync(join(place.cwd, 'out', 'schema', 'people.schema.json'))).toBe(true);
});

test('a non-empty folder is rejected, and --force writes into it', async () => {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'README.md'), 'mine');
  const { code, stdout, stderr } = await inHost(['export', dir], place);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`onrecord: ${dir} is not empty: choose a new folder, or add --force`);
  expect(await readdir(dir)).toEqual(['README.md']);
  expect(await inHost(['export', '--force', dir], place)).toMatchObject({ code: 0 });
  expect(await inHost(['check', dir], place)).toMatchObject({ code: 0 });
  expect(await readFile(join(dir, 'README.md'), 'utf8')).toBe('mine');
});

test('without a database there is nothing to export, and none is created', async () => {
  const cwd = await temporaryFolder();
  const { code, stderr } = await inHost(['export', 'out'], { cwd, env: { ONRECORD_DATA: join(cwd, 'none') } });
  expect(code).toBe(1);
  expect(stderr).toContain('There is no database');
  expect(await readdir(cwd)).toEqual([]);
});

test('while a server uses the embedded database, export names its process', async () => {
  const { child, finished } = await serving(place);
  const { code, stderr } = await inHost(['export', 'locked'], place);
  child.kill();
  await finished;
  expect(code).toBe(1);
  expect(stderr).toContain(`is in use by process ${child.pid}. Stop that process`);
  expect(existsSync(join(place.cwd, 'locked'))).toBe(false);
});

test('a killed export leaves no folder or a complete one', async () => {
  const { PATH = '' } = process.env;
  for (const delay of [500, 1_000, 1_500]) {
    const dir = join(place.cwd, `killed-${delay}`);
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'export', dir], {
      env: { PATH, ...place.env },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    await once(child, 'close');
    clearTimeout(timer);
    if (existsSync(dir)) expect(await inHost(['check', dir], place)).toMatchObject({ code: 0 });
  }
});
