import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long between two looks at a folder, in milliseconds. */
const INTERVAL = 500;

export interface WatchOptions {
  /** The state of the folder, by `folderState`, before what is done with it began. */
  readonly from: string;
  /** Ends the watch when it is aborted and the last call is done. */
  readonly ending: AbortSignal;
}

/**
 * Calls `changed` each time that files of a folder were written, came or went, once they have stayed as they are for one
 * look: who saves several files at once is waited for.
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

/** False when the wait was cut off. */
function waited(ending: AbortSignal): Promise<boolean> {
  return sleep(INTERVAL, true, { signal: ending, ref: false }).catch(() => false);
}

/** Names, times and sizes of all files, as a text. A file that goes meanwhile is not there. */
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
