import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseForeign, databaseLocked, databaseNoFolder, databaseReadOnly } from './failure.ts';

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

const LOCK = 'lock';
const FILES = 'postgres';
const MARK = 'created';

/**
 * Locks the folder for this process, creating it if needed. PGlite does not detect a second process, and two would
 * corrupt its files. The lock file names its owner; the lock of a dead process is taken over. A database that a killed
 * process did not finish creating is deleted, since it has no data.
 */
export async function claimFolder(name: string): Promise<ClaimedFolder> {
  const folder = resolve(name);
  try {
    await mkdir(folder, { recursive: true });
    const entries = await readdir(folder);
    const foreign = entries.find((entry) => ![FILES, MARK].includes(entry) && !entry.startsWith(LOCK));
    if (foreign) throw databaseForeign(folder, foreign);
    const release = await lock(folder);
    const created = (await readdir(folder)).includes(MARK);
    const files = join(folder, FILES);
    if (!created) await rm(files, { recursive: true, force: true });
    return { files, created, markCreated: () => writeFile(join(folder, MARK), ''), release };
  } catch (error) {
    if (['ENOTDIR', 'EEXIST'].includes(codeOf(error))) throw databaseNoFolder(folder);
    throw ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error)) ? databaseReadOnly(folder, error) : error;
  }
}

/** Creates the lock file atomically (a hard link appears with its content), or throws if a live process has it. */
async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const mine = join(folder, `${LOCK}.${process.pid}`);
  const owner = `${process.pid} ${await startOf(process.pid)}`;
  await writeFile(mine, owner);
  try {
    while (!(await linked(mine, path))) {
      const theirs = await readFile(path, 'utf8').catch(() => '');
      const pid = await liveOwner(theirs);
      if (pid !== undefined) throw databaseLocked(folder, pid);
      await removeStale(path, theirs);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return async () => {
    if ((await readFile(path, 'utf8').catch(() => '')) === owner) await rm(path, { force: true });
  };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The process in a lock file, if it still runs. Compares start times, since process ids are reused. */
async function liveOwner(owner: string): Promise<number | undefined> {
  const [pid = Number.NaN, start] = owner.split(' ').map(Number);
  if (!Number.isInteger(pid)) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return undefined;
  }
  return (await startOf(pid)) === start ? pid : undefined;
}

/** When a process started, in clock ticks since boot; 0 on systems other than Linux. */
async function startOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may contain anything; the start is the 20th field after it (man 5 proc).
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
}

/** Moves a dead process's lock away; puts it back if another process has taken it meanwhile. */
async function removeStale(path: string, owner: string): Promise<void> {
  const away = `${path}.stale.${process.pid}`;
  try {
    await rename(path, away);
  } catch {
    return;
  }
  if ((await readFile(away, 'utf8')) !== owner) await linked(away, path);
  await rm(away, { force: true });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
