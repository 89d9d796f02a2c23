import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two polls of the folder. */
const INTERVAL = 500;

export interface WatchOptions {
  /** The `folderState` before the first import started. */
  readonly from: string;
  /** Ends the watch once it is aborted and the last call has finished. */
  readonly ending: AbortSignal;
}

/**
 * Calls `changed` when files in a folder are written, added or removed. It waits until two polls find the same state, so
 * that several files saved together count as one change.
 */
export async function watchFolder(
  folder: string,
  changed: () => Promise<void>,
  { from, ending }: WatchOptions,
): Promise<void> {
  let known = from;
  let before = from;
  while (await waited(ending)) {
    const now = await folderState(folder);
    if (now === before && now !== known) {
      known = now;
      await changed();
    }
    before = now;
  }
}

/** False if the wait was aborted. */
function waited(ending: AbortSignal): Promise<boolean> {
  return sleep(INTERVAL, true, { signal: ending, ref: false }).catch(() => false);
}

/** Names, times and sizes of all files, as a string. */
export async function folderState(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const lines = await Promise.all(
    names.sort().map(async (name) => {
      const { mtimeMs, size } = await stat(join(folder, name)).catch(() => ({ mtimeMs: 0, size: 0 }));
      return `${name} ${mtimeMs} ${size}`;
    }),
  );
  return lines.join('\n');
}
