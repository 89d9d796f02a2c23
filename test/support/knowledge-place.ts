import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './database.ts';

/** Where a test runs the program: a knowledge folder `mine`, and room for a database in `data`. */
export type KnowledgePlace = { cwd: string; env: { ONRECORD_DATA: string; ONRECORD_SEEDS: string } };

/** A place with these files, by their paths in the knowledge folder; no database yet. */
export async function knowledgePlace(files: Readonly<Record<string, string>>): Promise<KnowledgePlace> {
  const cwd = await temporaryFolder();
  for (const folder of ['articles', 'questions']) await mkdir(join(cwd, 'mine', folder), { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(cwd, 'mine', path), text);
  return { cwd, env: { ONRECORD_DATA: join(cwd, 'data'), ONRECORD_SEEDS: 'mine' } };
}
