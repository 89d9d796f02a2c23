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
   * Runs one reading statement with at most one row of one column; returns the value as text, or null without a row. An
   * aborted `signal` cancels a running statement on a server and a waiting one in the embedded database; the promise is
   * then rejected with the signal's reason.
   */
  read(statement: Statement, options?: { signal?: AbortSignal }): Promise<string | null>;
  /**
   * Runs one reading statement whose rows have a single text column without line breaks. Yields the texts in batches,
   * from one snapshot of the data, with one batch in memory. A slow consumer does not block other statements. Read to the
   * end, return the iterator or abort `signal`: otherwise a connection or a temporary file stays in use.
   */
  stream(statement: Statement, options?: { signal?: AbortSignal }): AsyncGenerator<readonly string[], void>;
  /** Runs any statement and returns its rows; bigint is a number, a date is `YYYY-MM-DD`. */
  query<Row>(statement: Statement): Promise<Row[]>;
  /**
   * Runs `work` in one transaction. No other `write` or `transaction` runs at the same time, in any process. Rolls back
   * if `work` throws or a constraint is violated at the end.
   */
  write<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
  /** Like `write`, in plain SQL. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Calls `listener` with each statement of `read` and `stream`; returns a function that removes the listener. */
  onStatement(listener: (statement: Statement) => void): () => void;
  /** Rejects new work, waits for running work, and closes. */
  close(): Promise<void>;
}

/** The name of the embedded database in memory, instead of a folder. */
export const MEMORY = 'memory';

export type StatementListener = (statement: Statement) => void;

/** The listeners to a database's statements. */
export class StatementListeners {
  readonly #listeners = new Set<StatementListener>();

  add(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  notify(statement: Statement): void {
    for (const listener of this.#listeners) listener(statement);
  }
}
