import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyEmbedded, temporaryFolder } from './database.ts';
import type { State } from './template.ts';

/** Where a test runs the program: a dataset folder `mine`, and a folder `data` for a database. */
export type DatasetPlace = { cwd: string; env: { ONRECORD_DATA: string; ONRECORD_SEEDS: string } };

/** A place with these files, by their paths in the dataset folder; without a database, unless a state is given. */
export async function datasetPlace(files: Readonly<Record<string, string>>, state?: State): Promise<DatasetPlace> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'mine', 'articles'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(cwd, 'mine', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const data = join(cwd, 'data');
  if (state) copyEmbedded(state, data);
  return { cwd, env: { ONRECORD_DATA: data, ONRECORD_SEEDS: 'mine' } };
}
