import { readFile, readlink, stat, statfs } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';

/** A process as other processes can recognise it, also from another container or machine. */
export interface Owner {
  /** Different for each lock. */
  readonly token: string;
  readonly pid: number;
  /** When the process started, in clock ticks since boot; 0 on systems other than Linux. */
  readonly start: number;
  readonly host: string;
  /** The running kernel: its boot id on Linux, otherwise the host with its network cards. */
  readonly kernel: string;
  /** Containers have their own process ids, each in its own namespace. Empty if there are none. */
  readonly pidNamespace: string;
  /** Device and inode of the folder, as this process sees it. */
  readonly place: string;
  /** Whether the folder is on a disk that only this kernel can use. */
  readonly local: boolean;
  /** Whether it listens on a socket in the folder. */
  readonly listening: boolean;
  /** For how many seconds the heartbeat of a live owner may fail. */
  readonly silence: number;
}

/** The parts of an owner that do not depend on the lock. */
export type Here = Pick<Owner, 'pid' | 'start' | 'host' | 'kernel' | 'pidNamespace' | 'place' | 'local'>;

/** Types of file systems on disks that one kernel uses at a time (man 2 statfs): ext, xfs, btrfs, tmpfs, overlay, zfs, f2fs. */
const LOCAL = new Set([0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630, 0x2fc12fc1, 0xf2f52010]);

/** This process, with a folder. */
export async function hereIn(folder: string): Promise<Here> {
  const [{ dev, ino }, { type }, boot, pidNamespace, start] = await Promise.all([
    stat(folder),
    statfs(folder),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
    startOf('self'),
  ]);
  return {
    pid: process.pid,
    start,
    host: hostname(),
    kernel: boot.trim() || [hostname(), ...networkCards()].join(' '),
    pidNamespace,
    place: `${dev}:${ino}`,
    local: process.platform === 'linux' && LOCAL.has(type),
  };
}

function networkCards(): readonly string[] {
  const cards = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.map(({ mac }) => mac));
  return [...new Set(cards)].sort();
}

/** The owner in a lock file; undefined if the lock is free or was never written completely. */
export function parseOwner(content: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(content);
    return typeof owner === 'object' && owner !== null && 'token' in owner ? (owner as Owner) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process of this namespace runs. Compares start times, since process ids are reused. */
export async function isRunning({ pid, start }: Pick<Owner, 'pid' | 'start'>): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return (await startOf(pid)) === start;
}

async function startOf(pid: number | 'self'): Promise<number> {
  const content = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may contain anything; the start is the 20th field after it (man 5 proc).
  return Number(content.slice(content.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
}
