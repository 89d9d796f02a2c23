import { stateOf } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';

/** How often the state is looked at while somebody waits for the next one, in milliseconds. */
const INTERVAL = 1000;

interface Waiting {
  readonly seen: string;
  readonly tell: (changed: boolean) => void;
}

/** Looks whether the data is in another state than somebody has seen: once a second for all who wait, never while none does. */
export class RevisionWatch {
  readonly #database: Database;
  readonly #log: (error: unknown) => void;
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;
  #away = false;

  /** `log` gets why the database does not answer, once for each time that it is away. */
  constructor(database: Database, log: (error: unknown) => void) {
    this.#database = database;
    this.#log = log;
  }

  /** Waits for another state than `seen`, however long the database is away; false when `signal` comes first. */
  change(seen: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = () => waiting.tell(false);
      const waiting: Waiting = {
        seen,
        tell: (changed) => {
          this.#waiting.delete(waiting);
          signal.removeEventListener('abort', leave);
          resolve(changed);
        },
      };
      signal.addEventListener('abort', leave);
      this.#waiting.add(waiting);
      this.#timer ??= this.#soon();
    });
  }

  #soon(): NodeJS.Timeout {
    return setTimeout(() => this.#look(), INTERVAL).unref();
  }

  async #look(): Promise<void> {
    if (this.#waiting.size > 0) {
      try {
        const state = await stateOf(this.#database);
        this.#away = false;
        for (const { seen, tell } of this.#waiting) if (seen !== state) tell(true);
      } catch (error) {
        if (!this.#away) this.#log(error);
        this.#away = true;
      }
    }
    this.#timer = this.#waiting.size > 0 ? this.#soon() : undefined;
  }
}
