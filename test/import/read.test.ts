import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderChecksum } from '../../src/import/checksum.ts';
import { checkFolder } from '../../src/import/import.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { changeFile, datasetFolder, fixtures } from '../support/dataset-folder.ts';

async function problemsOf(dir: string): Promise<string[]> {
  const { problems } = await checkFolder(dir);
  return problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, '').replaceAll(dir, 'seeds'));
}

test('a folder that does not exist is named', async () => {
  expect(await problemsOf(join(datasetFolder(), 'nowhere'))).toEqual(['seeds: cannot be read: no such file or folder']);
});

test('a file instead of the folder is named', async () => {
  expect(await problemsOf(join(fixtures, 'dataset/people.yaml'))).toEqual([
    'seeds: cannot be read: it is not a folder',
  ]);
});

test('an empty folder is a problem: importing it would remove everything', async () => {
  const dir = datasetFolder();
  rmSync(dir, { recursive: true });
  mkdirSync(dir);
  expect(await problemsOf(dir)).toEqual([
    'seeds: nothing to import: expected registers such as people.yaml and quotes.yaml, and articles/*.yaml',
  ]);
});

test('a file that is not UTF-8 is named with the first invalid byte', async () => {
  const text = Buffer.from('é: { name: U\ufffd }\nb: { name: ');
  const dir = datasetFolder({ 'people.yaml': Buffer.concat([text, Buffer.from([0xe9, 0x20, 0x7d])]) });
  expect(await problemsOf(dir)).toEqual([
    `people.yaml:2:12: is not UTF-8 (byte ${text.length} is 0xE9, "é" in Windows-1252): save the file as UTF-8`,
  ]);
});

test('an unknown file is named, with a suggestion', async () => {
  const dir = datasetFolder({
    'peoples.yaml': '',
    'quotes.yml': '',
    'articles/notes.txt': '',
    'articles/b.yml': '',
    '.DS_Store': '',
    'README.md': '',
  });
  expect(await problemsOf(dir)).toEqual([
    'articles/b.yml: rename it to b.yaml: file names must end in .yaml',
    'articles/notes.txt: unknown file',
    'peoples.yaml: unknown file: did you mean "people.yaml"?',
    'quotes.yml: rename it to quotes.yaml: file names must end in .yaml',
  ]);
});

test('a link is followed; a broken link or a folder instead of a file is named', async () => {
  const dir = datasetFolder({ 'people.yaml': null, 'events.yaml': null, 'outlets.yaml': null });
  symlinkSync(join(fixtures, 'dataset/people.yaml'), join(dir, 'people.yaml'));
  symlinkSync(join(dir, 'nowhere.yaml'), join(dir, 'events.yaml'));
  mkdirSync(join(dir, 'outlets.yaml'));
  expect(await problemsOf(dir)).toEqual([
    'events.yaml: cannot be read: no such file or folder',
    'outlets.yaml: cannot be read: it is a folder',
  ]);
});

test.skipIf(process.platform === 'win32')('a pipe instead of a file is named without waiting for it', async () => {
  const dir = datasetFolder({ 'people.yaml': null });
  execFileSync('mkfifo', [join(dir, 'people.yaml')]);
  expect(await problemsOf(dir)).toEqual([
    'people.yaml: cannot be read: it is a pipe, a socket or a device, not a file',
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file without permission is named', async () => {
  const dir = datasetFolder();
  chmodSync(join(dir, 'people.yaml'), 0);
  expect(await problemsOf(dir)).toEqual(['people.yaml: cannot be read: permission denied']);
});

test('a byte order mark is not part of the first key', async () => {
  expect(await problemsOf(datasetFolder({ 'claim-keys.yaml': ['sum:', '\ufeffsum:'] }))).toEqual([]);
});

test('registers may be missing or empty, and YAML anchors work', async () => {
  const people = 'ada: &a { name: Ada }\nbo: *a\n';
  const dir = datasetFolder();
  rmSync(dir, { recursive: true });
  mkdirSync(dir);
  writeFileSync(join(dir, 'people.yaml'), people);
  writeFileSync(join(dir, 'events.yaml'), '# none yet\n');
  const { problems, counts } = await checkFolder(dir);
  expect(problems).toEqual([]);
  expect(counts).toEqual({ Actor: 2, ActorSlug: 2, Person: 2 });
});

test('the checksum changes only with the bytes that are imported', async () => {
  const dir = datasetFolder();
  const checksum = await folderChecksum(dir);
  writeFileSync(join(dir, 'README.md'), 'about');
  mkdirSync(join(dir, 'questions'));
  expect(await folderChecksum(dir)).toBe(checksum);
  changeFile(join(dir, 'people.yaml'), ['Invented', 'invented']);
  expect(await folderChecksum(dir)).not.toBe(checksum);
  expect(checksum).toBe(await folderChecksum(datasetFolder()));
});
