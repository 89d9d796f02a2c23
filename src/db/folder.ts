import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseForeign, databaseNoFolder, databaseReadOnly } from './failure.ts';
import { LOCK, lockFolder } from './lock.ts';

/** The folder of an embedded database, locked by this process. */
export interface ClaimedFolder {
  /** Where PostgreSQL keeps its files; missing when `created` is false. */
  readonly files: string;
  /** False if the database must still be created there. */
  readonly created: boolean;
  /** Records that the database was created completely. */
  markCreated(): Promise<void>;
  /** Releases the lock. */
  release(): Promise<void>;
}

const FILES = 'postgres';
const MARK = 'created';

/**
 * Locks the folder for this process, creating it if needed. PGlite does not detect a second process, and two would
 * corrupt its files. The lock of a dead process is taken over. A database that a killed process did not finish creating is
 * deleted, since it has no data.
 */
export async function claimFolder(name: string): Promise<ClaimedFolder> {
  const folder = resolve(name);
  try {
    await mkdir(folder, { recursive: true });
    const entries = await readdir(folder);
    const foreign = entries.find((entry) => ![FILES, MARK].includes(entry) && !entry.startsWith(LOCK));
    if (foreign) throw databaseForeign(folder, foreign);
    const release = await lockFolder(folder);
    const created = (await readdir(folder)).includes(MARK);
    const files = join(folder, FILES);
    if (!created) await rm(files, { recursive: true, force: true });
    return { files, created, markCreated: () => writeFile(join(folder, MARK), ''), release };
  } catch (error) {
    if (['ENOTDIR', 'EEXIST'].includes(codeOf(error))) throw databaseNoFolder(folder);
    throw ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error)) ? databaseReadOnly(folder, error) : error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
