import type { Prisma } from './client/client.ts';

/** A statement with its values as parameters ($1 to $n), never in the text. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Prisma's client inside one transaction. */
export type TransactionClient = Prisma.TransactionClient;

/** Plain SQL inside one transaction. */
export interface Session {
  query<Row>(statement: Statement): Promise<Row[]>;
  /** Runs any number of statements that take no values. */
  script(sql: string): Promise<void>;
}

/** A PostgreSQL database: one dialect, whether it runs inside the process or on a server. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  /**
   * Runs one statement that reads and whose single row has a single column; returns that as text, or null
   * when there is no row. An aborted `signal` ends a running statement on a server and drops a waiting one
   * in the embedded database; the promise is then rejected with the signal's reason.
   */
  read(statement: Statement, options?: { signal?: AbortSignal }): Promise<string | null>;
  /**
   * Runs one statement that reads and whose rows have a single text column without line breaks; gives these texts in
   * batches, out of one state of the data, and never holds more than a batch. However slowly they are taken, others
   * are served meanwhile. Returning the iterator ends the statement, and so does an aborted `signal`; who does
   * neither, nor reads to the end, keeps a connection or a temporary file.
   */
  stream(statement: Statement, options?: { signal?: AbortSignal }): AsyncGenerator<readonly string[], void>;
  /** The rows of any statement; counts (bigint) are numbers, dates are `YYYY-MM-DD`. */
  query<Row>(statement: Statement): Promise<Row[]>;
  /**
   * One transaction, alone: no other `write` or `transaction` runs at the same time, in any process.
   * Rolls back when `work` throws, and when a rule of the database does not hold at the end.
   */
  write<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
  /** Like `write`, in plain SQL. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Calls `listener` with each statement that goes to the database through `read`; returns how to stop that. */
  onStatement(listener: (statement: Statement) => void): () => void;
  /** Refuses what comes from now on, lets finish what is under way, and closes. */
  close(): Promise<void>;
}

/** How to name the embedded database that keeps nothing, instead of a folder. */
export const MEMORY = 'memory';

export type StatementListener = (statement: Statement) => void;

/** Who listens to a database's statements. */
export class StatementListeners {
  readonly #listeners = new Set<StatementListener>();

  add(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(statement: Statement): void {
    for (const listener of this.#listeners) listener(statement);
  }
}
