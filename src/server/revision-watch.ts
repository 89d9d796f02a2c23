import { stateOf } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';

/** Milliseconds between two polls of the data version. */
const INTERVAL = 1000;

interface Waiter {
  readonly seen: string;
  readonly finish: (changed: boolean) => void;
}

/** Waits for a new data version. All waiters share one poll per second; without waiters there is no polling. */
export class RevisionWatch {
  readonly #database: Database;
  readonly #log: (error: unknown) => void;
  readonly #waiters = new Set<Waiter>();
  #timer: NodeJS.Timeout | undefined;
  #away = false;

  /** `log` gets the error when the database becomes unavailable, once per outage. */
  constructor(database: Database, log: (error: unknown) => void) {
    this.#database = database;
    this.#log = log;
  }

  /** Resolves to true once the version differs from `seen`, even after an outage; to false when `signal` is aborted. */
  change(seen: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = () => waiter.finish(false);
      const waiter: Waiter = {
        seen,
        finish: (changed) => {
          this.#waiters.delete(waiter);
          signal.removeEventListener('abort', leave);
          resolve(changed);
        },
      };
      signal.addEventListener('abort', leave);
      this.#waiters.add(waiter);
      this.#timer ??= this.#schedule();
    });
  }

  #schedule(): NodeJS.Timeout {
    return setTimeout(() => this.#poll(), INTERVAL).unref();
  }

  async #poll(): Promise<void> {
    if (this.#waiters.size > 0) {
      try {
        const state = await stateOf(this.#database);
        this.#away = false;
        for (const { seen, finish } of this.#waiters) if (seen !== state) finish(true);
      } catch (error) {
        if (!this.#away) this.#log(error);
        this.#away = true;
      }
    }
    this.#timer = this.#waiters.size > 0 ? this.#schedule() : undefined;
  }
}
