import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseForeign, databaseLocked, databaseNoFolder, databaseReadOnly } from './failure.ts';

/** The folder of an embedded database, held by this process alone. */
export interface ClaimedFolder {
  /** Where PostgreSQL keeps its files; missing when `created` is false. */
  readonly files: string;
  /** False when the database is still to be made there. */
  readonly created: boolean;
  /** Says that the database was made to its end. */
  markCreated(): Promise<void>;
  /** Lets others have the folder. */
  release(): Promise<void>;
}

const LOCK = 'lock';
const FILES = 'postgres';
const MARK = 'created';

/**
 * Takes the folder for this process, and makes it when there is none. The embedded database does not see a
 * second process itself, and two would destroy its files. The lock file names its owner; when that died, the lock
 * is taken over. What a killed process left of a database that it was still making is removed: nothing is in it.
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

/** Writes the lock file in one step (a link appears with its content) or finds out who has it. */
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

/** The process that a lock file names, if it still runs: a number may have passed on to another process. */
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

/** When a process began, in ticks since the machine did; 0 where the system does not say (anything but Linux). */
async function startOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may contain anything; the start is the 20th field behind it (man 5 proc).
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
}

/** Moves a dead owner's lock away, and puts it back should it be somebody's who was faster. */
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
