import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { importedChecksum } from '../../src/import/checksum.ts';
import { onrecord } from '../support/command-line.ts';
import { copyEmbedded, temporaryFolder } from '../support/database.ts';

const SEEDS = resolve('seeds');

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

/** The checksum of the imported files and the slugs of the articles. */
async function state() {
  const database = await openDatabase({ folder: join(folder, 'data') });
  const articles = await database.query<{ slug: string }>({
    text: 'select "slug" from "Article" order by 1',
    values: [],
  });
  const checksum = await importedChecksum(database);
  await database.close();
  return { checksum, slugs: articles.map(({ slug }) => slug) };
}

test('a process killed during an import leaves the old data intact', async () => {
  const env = { ONRECORD_DATA: join(folder, 'data') };
  copyEmbedded('invented', env.ONRECORD_DATA);
  const before = await state();
  for (const delay of [300, 900, 1_400, 1_900]) {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'import', SEEDS], {
      env: { PATH, ...env },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    await once(child, 'close');
    clearTimeout(timer);
    const after = await state();
    // The import has no effect, or its full effect if it had finished already.
    if (after.checksum === before.checksum) expect(after).toEqual(before);
    else expect(after.slugs).toHaveLength(5);
  }
  expect((await onrecord(['import', SEEDS], { env })).code).toBe(0);
  expect((await state()).slugs).toHaveLength(5);
});
