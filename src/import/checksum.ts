import type { Database } from '../db/database.ts';
import { readFolder } from './read.ts';

/** The checksum of a folder's files: equal to `importedChecksum` when importing the folder would change nothing. */
export async function folderChecksum(dir: string): Promise<string> {
  return (await readFolder(dir)).checksum;
}

/** The checksum of the files of the last import; null before the first import. */
export async function importedChecksum(db: Database): Promise<string | null> {
  const text = 'SELECT "filesSha256" FROM "Revision" WHERE "number" > 0 ORDER BY "number" DESC LIMIT 1';
  const [newest] = await db.query<{ filesSha256: string }>({ text, values: [] });
  return newest?.filesSha256 ?? null;
}
