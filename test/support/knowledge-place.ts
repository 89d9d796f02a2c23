import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './database.ts';

/** Where a test runs the program: a knowledge folder `mine`, and room for a database in `data`. */
export type KnowledgePlace = { cwd: string; env: { ONRECORD_DATA: string; ONRECORD_SEEDS: string } };

/** A place with these files, by their paths in the knowledge folder; no database yet. */
export async function knowledgePlace(files: Readonly<Record<string, string>>): Promise<KnowledgePlace> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'mine', 'articles'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(cwd, 'mine', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return { cwd, env: { ONRECORD_DATA: join(cwd, 'data'), ONRECORD_SEEDS: 'mine' } };
}
