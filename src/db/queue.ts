import { setImmediate } from 'node:timers/promises';
import { databaseClosed } from './failure.ts';

/** Runs tasks one at a time, in the order of their arrival. */
export class Queue {
  readonly #waiting = new Set<() => Promise<void>>();
  #draining: Promise<void> | undefined;
  #closed = false;

  /** Runs `task` after those before it; an aborted `signal` removes it while it waits. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#closed) return Promise.reject(databaseClosed());
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = () => {
        this.#waiting.delete(start);
        reject(signal?.reason);
      };
      const start = async () => {
        signal?.removeEventListener('abort', abort);
        await task().then(resolve, reject);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.add(start);
      this.#draining ??= this.#drain();
    });
  }

  /** Rejects new tasks and waits for the others. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    for (const start of this.#waiting) {
      this.#waiting.delete(start);
      await start();
      // The embedded database blocks this thread: let sockets and timers run in between.
      if (this.#waiting.size > 0) await setImmediate();
    }
    this.#draining = undefined;
  }
}
