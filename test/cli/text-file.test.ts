import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTextFile } from '../../src/cli/text-file.ts';
import { temporaryFolder } from '../support/database.ts';

const NOBODY = 65_534;

test('an overwritten file keeps its permissions and symbolic links, and no draft is left', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.yaml'), 'old');
  await chmod(join(folder, 'a.yaml'), 0o640);
  await symlink(join(folder, 'a.yaml'), join(folder, 'link.yaml'));
  await writeTextFile(join(folder, 'link.yaml'), 'new');
  expect(await readFile(join(folder, 'a.yaml'), 'utf8')).toBe('new');
  expect((await stat(join(folder, 'a.yaml'))).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['a.yaml', 'link.yaml']);
});

test('a folder that is not writable is a Failure, and the file is unchanged', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.yaml'), 'old');
  await chmod(folder, 0o555);
  // Root may write everywhere, so switch to another user.
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(NOBODY);
  try {
    await expect(writeTextFile(join(folder, 'a.yaml'), 'new')).rejects.toMatchObject({
      code: 'UNWRITABLE',
      message: `${join(folder, 'a.yaml')} cannot be written: permission denied.`,
    });
  } finally {
    if (root) process.seteuid?.(0);
  }
  expect(await readFile(join(folder, 'a.yaml'), 'utf8')).toBe('old');
});

test('a folder in place of the file is a Failure', async () => {
  const path = join(await temporaryFolder(), 'a.yaml');
  await mkdir(path);
  await expect(writeTextFile(path, 'new')).rejects.toMatchObject({
    code: 'UNWRITABLE',
    message: `${path} cannot be written: it is a folder.`,
  });
});
