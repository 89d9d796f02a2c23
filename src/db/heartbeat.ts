import { futimesSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** How often the owner of a lock touches its file. */
const INTERVAL = 2_000;

const BEAT = `
const { futimesSync } = require('node:fs');
const { workerData: { fd, interval } } = require('node:worker_threads');
setInterval(() => { try { futimesSync(fd, new Date(), new Date()) } catch {} }, interval);
`;

/** Touches a file until it is stopped; with `own` in a thread of its own, which also beats during a long statement. */
export async function startHeartbeat(path: string, own: boolean): Promise<() => Promise<void>> {
  const file = await open(path, 'r+');
  const stop = own ? inThread(file) : onTimer(file);
  return async () => {
    await stop();
    await file.close();
  };
}

function inThread(file: FileHandle): () => Promise<unknown> {
  const worker = new Worker(BEAT, { eval: true, workerData: { fd: file.fd, interval: INTERVAL } });
  worker.unref();
  return () => worker.terminate();
}

function onTimer({ fd }: FileHandle): () => Promise<void> {
  const timer = setInterval(() => {
    try {
      futimesSync(fd, new Date(), new Date());
    } catch {
      // The disk may be gone for a while.
    }
  }, INTERVAL).unref();
  return async () => clearInterval(timer);
}

/** How often a heartbeat is looked at. */
const LOOK = 500;

/**
 * Whether a file is touched within some seconds. Counts own looks and compares only times of the file with each other, so
 * that no clock has to be right.
 */
export async function beats(path: string, seconds: number): Promise<boolean> {
  const first = await touchedAt(path);
  for (let looks = 0; looks * LOOK < seconds * 1_000; looks++) {
    await setTimeout(LOOK);
    if ((await touchedAt(path)) !== first) return true;
  }
  return false;
}

/** When a file was touched last. Opens it, since clients of network volumes then ask the server. */
async function touchedAt(path: string): Promise<bigint | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    return (await file.stat({ bigint: true })).mtimeNs;
  } finally {
    await file.close();
  }
}
