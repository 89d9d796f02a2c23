import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseLocked } from './failure.ts';
import { beats, startHeartbeat } from './heartbeat.ts';
import { type Here, hereIn, isRunning, type Owner, parseOwner } from './lock-owner.ts';
import { listen, probe } from './lock-socket.ts';

/** All files of locks begin with this. */
export const LOCK = 'lock';

/** For how many seconds a heartbeat may fail: in a thread of its own, or on the timer of the main thread. */
const SILENCE = { thread: 20, timer: 60 } as const;

/**
 * Locks a folder for this process until the returned function is called; throws if a live process has it. Locks are
 * numbered files, `lock.1`, `lock.2` …, and the highest number holds. A free or dead lock is never deleted or changed by
 * another process before there is a higher one, so that two processes cannot both replace it. Whether an owner lives:
 * see `lives`, and docs/decisions/2026-12-01-lock.md.
 */
export async function lockFolder(folder: string, here?: Here): Promise<() => Promise<void>> {
  const me = here ?? (await hereIn(folder));
  const inThread = !me.local;
  const token = randomUUID().slice(0, 8);
  const draft = join(folder, `${LOCK}.new.${token}`);
  const socket = await listen(folder, socketOf({ token }));
  const owner: Owner = {
    ...me,
    token,
    listening: socket !== undefined,
    silence: inThread ? SILENCE.thread : SILENCE.timer,
  };
  try {
    await writeFile(draft, JSON.stringify(owner));
    const number = await take(folder, draft, me);
    const path = pathOf(folder, number);
    const stop = await startHeartbeat(path, inThread);
    return async () => {
      await stop();
      // Another process may have taken the lock of a frozen one.
      if (parseOwner(await readFile(path, 'utf8').catch(() => ''))?.token === token) {
        await writeFile(draft, 'free');
        await rename(draft, path);
      }
      await socket?.close();
    };
  } catch (error) {
    await socket?.close();
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Makes the draft the highest lock, and returns its number. */
async function take(folder: string, draft: string, here: Here): Promise<number> {
  for (;;) {
    const earlier = await earlierOwner(folder);
    if (earlier && (await isRunning(earlier))) throw databaseLocked(folder, earlier.pid);
    const highest = (await numbersIn(folder)).at(-1) ?? 0;
    const replaced = await ownerOf(folder, highest);
    if (replaced && (await lives(folder, highest, { owner: replaced, here })))
      throw databaseLocked(folder, replaced.pid, isHere(replaced, here) ? undefined : replaced.host);
    const number = highest + 1;
    if (!(await linked(draft, pathOf(folder, number)))) continue;
    const numbers = await numbersIn(folder);
    if (numbers.at(-1) === number) {
      for (const lower of numbers.slice(0, -1)) await removeLock(folder, lower);
      await rm(join(folder, LOCK), { force: true });
      await removeRemains(folder, draft);
      return number;
    }
    // This number was free only because a higher one had replaced it.
    await rm(pathOf(folder, number), { force: true });
  }
}

/**
 * Whether the owner of a lock lives. The kernel knows: it accepts connections to the socket of a live process, from any
 * container, also while that process is busy or frozen. Without a socket, processes of one namespace see each other.
 * What one kernel cannot know, the heartbeat tells.
 */
async function lives(
  folder: string,
  number: number,
  { owner, here }: { readonly owner: Owner; readonly here: Here },
): Promise<boolean> {
  const answer = owner.listening ? await probe(folder, socketOf(owner)) : 'unknown';
  if (answer === 'listening') return true;
  if (answer === 'refused' && seesSockets(owner, here)) return false;
  return isHere(owner, here) ? isRunning(owner) : beats(pathOf(folder, number), owner.silence);
}

/**
 * Whether a live owner would have accepted the connection. On a local disk it would: if its kernel was another one, the
 * machine has been started again. Another folder may be mounted twice, and sockets work only within one mount.
 */
function seesSockets(owner: Owner, here: Here): boolean {
  return (owner.local && here.local) || (owner.kernel === here.kernel && owner.place === here.place);
}

function isHere(owner: Owner, here: Here): boolean {
  return owner.kernel === here.kernel && owner.pidNamespace === here.pidNamespace;
}

/** The owner of a lock; undefined if it is free. */
async function ownerOf(folder: string, number: number): Promise<Owner | undefined> {
  return parseOwner(await readFile(pathOf(folder, number), 'utf8').catch(() => ''));
}

/** The owner by the only lock of versions before 2026-12-01: a file with the process id and its start. */
async function earlierOwner(folder: string): Promise<Pick<Owner, 'pid' | 'start'> | undefined> {
  const content = await readFile(join(folder, LOCK), 'utf8').catch(() => '');
  const [pid = 0, start = 0] = content.split(' ').map(Number);
  return Number.isInteger(pid) && pid > 0 ? { pid, start } : undefined;
}

async function removeLock(folder: string, number: number): Promise<void> {
  const owner = await ownerOf(folder, number);
  if (owner) await rm(join(folder, socketOf(owner)), { force: true });
  await rm(pathOf(folder, number), { force: true });
}

/** How old the files of a killed process must be: a live one needs milliseconds to take a lock or to give up. */
const OLD = 3_600_000;

/** Removes drafts and sockets of processes that were killed before they had a lock, by the clock of the disk. */
async function removeRemains(folder: string, draft: string): Promise<void> {
  const now = (await stat(draft)).mtimeMs;
  const remains = (await readdir(folder)).filter((entry) =>
    /^lock\.(?:new\.[0-9a-f]{8}|[0-9a-f]{8}\.socket)$/.test(entry),
  );
  for (const entry of remains) {
    const { mtimeMs = now } = (await stat(join(folder, entry)).catch(() => undefined)) ?? {};
    if (mtimeMs < now - OLD) await rm(join(folder, entry), { force: true });
  }
}

/** The numbers of all locks, in ascending order. */
async function numbersIn(folder: string): Promise<readonly number[]> {
  const entries = await readdir(folder);
  return entries
    .flatMap((entry) => (new RegExp(`^${LOCK}\\.\\d+$`).test(entry) ? Number(entry.slice(LOCK.length + 1)) : []))
    .sort((a, b) => a - b);
}

function pathOf(folder: string, number: number): string {
  return join(folder, `${LOCK}.${number}`);
}

function socketOf({ token }: Pick<Owner, 'token'>): string {
  return `${LOCK}.${token}.socket`;
}

/** Makes a hard link, which appears with its content; false if there is such a file. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
