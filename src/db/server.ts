import pg from 'pg';
import { timeout, unavailable } from '../errors.ts';
import { Failure } from '../failure.ts';
import { READ_ONLY, throughCursor } from './cursor.ts';
import { type Database, type Session, type Statement, StatementListeners, type TransactionClient } from './database.ts';
import { databaseClosed, databaseUnreachable, databaseUnsuitable } from './failure.ts';
import { PrismaWriter } from './prisma.ts';
import { StatementNames } from './statement-names.ts';

const OLDEST = 150_000;
/** Time limit for getting a connection, new or from the pool, in milliseconds. */
const CONNECTION_TIMEOUT = 15_000;
/** How many streams run at once. One more waits, and fails if none ends in time. */
const MAX_STREAMS = 4;
/** How long a stream waits for its consumer, in milliseconds: an open snapshot slows down writers. */
const STREAM_PAUSE = 120_000;
/** When to close an idle connection for streams, in milliseconds. */
const IDLE_STREAM = 10_000;
const QUERY_CANCELED = '57014';
/** Error codes of PostgreSQL and the system for a lost connection. */
const UNAVAILABLE = /^(08|53|57P|E[A-Z]+$)/;

/** PostgreSQL's type OIDs. */
const INT8 = 20;
const DATE = 1082;

const asText = { getTypeParser: () => (value: unknown) => value };
const asRows: pg.CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (type === INT8) return Number;
    if (type === DATE) return (value: string) => value;
    return format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type, 'text');
  },
};

/** How each writing transaction starts: without a time limit, and under a lock ('onrecord') that admits one at a time. */
const ALONE = ['SET LOCAL statement_timeout = 0', 'SELECT pg_advisory_xact_lock(8029753186427725412)'];

/** Connects to a PostgreSQL server and checks its version and encoding; `statementTimeout` is for reads, in milliseconds. */
export async function openServer(url: string, statementTimeout?: number): Promise<Database> {
  const database = new ServerDatabase(url, statementTimeout);
  const address = withoutPassword(url);
  try {
    const [server] = await database.query<{ version: number; encoding: string }>({
      text: `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
      values: [],
    });
    const version = server?.version ?? 0;
    if (version < OLDEST) throw databaseUnsuitable(address, `is PostgreSQL ${Math.floor(version / 10_000)}`);
    if (server?.encoding !== 'UTF8') throw databaseUnsuitable(address, `has the encoding ${server?.encoding}`);
    return database;
  } catch (error) {
    await database.close();
    throw error instanceof Failure ? error : databaseUnreachable(address, error);
  }
}

/** When texts count as similar. PostgreSQL's defaults, set in case the server has others. */
const SIMILAR = 'SET pg_trgm.similarity_threshold = 0.3; SET pg_trgm.strict_word_similarity_threshold = 0.5';

class ServerDatabase implements Database {
  readonly kind = 'server';
  readonly #pool: pg.Pool;
  /** A separate connection, so that cancelling a statement never waits for the statements that fill the pool. */
  readonly #side: pg.Pool;
  /** Separate connections for streams, which slow clients hold for a long time. */
  readonly #streams: pg.Pool;
  readonly #prisma: PrismaWriter;
  readonly #listeners = new StatementListeners();
  readonly #names = new StatementNames();
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(url: string, statementTimeout: number | undefined) {
    const options = {
      connectionString: url,
      application_name: 'onrecord',
      connectionTimeoutMillis: CONNECTION_TIMEOUT,
      // Connections are kept, since each has its prepared statements.
      idleTimeoutMillis: 0,
      // Ids are checksums, so related rows are scattered. In memory or on an SSD random reads cost about as much as
      // sequential ones. PostgreSQL's default, 4, is for spinning disks: with it, four questions of the library that need
      // some thousand rows of 100,000 articles read whole tables instead (docs/performance.md).
      options: '-c random_page_cost=1.1',
    };
    const reading = {
      ...options,
      ...(statementTimeout && { statement_timeout: statementTimeout }),
      onConnect: (client: pg.ClientBase) => client.query(SIMILAR),
    };
    this.#pool = new pg.Pool(reading);
    this.#streams = new pg.Pool({ ...reading, max: MAX_STREAMS, idleTimeoutMillis: IDLE_STREAM });
    this.#side = new pg.Pool({ ...options, max: 1 });
    // A broken connection is replaced when the next statement needs one; its own statement reports the error.
    for (const pool of [this.#pool, this.#streams, this.#side]) {
      pool.on('error', () => {});
      pool.on('connect', (client) => void client.on('error', () => {}));
    }
    this.#prisma = new PrismaWriter(async () => {
      const { PrismaPg } = await import('@prisma/adapter-pg');
      return new PrismaPg(this.#pool);
    });
  }

  read(statement: Statement, options: { signal?: AbortSignal } = {}): Promise<string | null> {
    return this.#track(() => this.#read(statement, options.signal));
  }

  stream(statement: Statement, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<readonly string[], void> {
    return this.#stream(statement, signal);
  }

  query<Row>(statement: Statement): Promise<Row[]> {
    return this.#track(() => query<Row>(this.#pool, statement));
  }

  write<T>(work: (client: TransactionClient) => Promise<T>): Promise<T> {
    return this.#track(() => this.#prisma.write(work, ALONE));
  }

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#track(() => this.#transaction(work));
  }

  onStatement(listener: (statement: Statement) => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#prisma.close();
    await Promise.all([this.#pool.end(), this.#streams.end(), this.#side.end()]);
  }

  async #track<T>(run: () => Promise<T>): Promise<T> {
    if (this.#closing) throw databaseClosed();
    const running = run();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  async #read(statement: Statement, signal: AbortSignal | undefined): Promise<string | null> {
    signal?.throwIfAborted();
    const client = await this.#pool.connect().catch(() => {
      throw noConnection();
    });
    let broken: Error | undefined;
    const stopCancelling = this.#cancelOn(signal, client);
    try {
      signal?.throwIfAborted();
      this.#listeners.notify(statement);
      const name = this.#names.nameOf(statement.text);
      const { rows } = await client.query<[string | null]>({
        ...(name && { name }),
        text: statement.text,
        values: [...statement.values],
        rowMode: 'array',
        types: asText,
      });
      return rows[0]?.[0] ?? null;
    } catch (error) {
      signal?.throwIfAborted();
      if (isUnavailable(error)) broken = error;
      throw asRequestError(error);
    } finally {
      await stopCancelling();
      client.release(broken);
    }
  }

  /** Cancels the connection's running statement when the signal is aborted, until the returned function is called. */
  #cancelOn(signal: AbortSignal | undefined, client: pg.PoolClient): () => Promise<void> {
    let cancelling: Promise<unknown> | undefined;
    const cancel = () => {
      cancelling = this.#side.query('SELECT pg_cancel_backend($1)', [processOf(client)]).catch(() => {});
    };
    signal?.addEventListener('abort', cancel, { once: true });
    return async () => {
      signal?.removeEventListener('abort', cancel);
      // Before the connection is released: a late cancellation would hit the next statement on it.
      await cancelling;
    };
  }

  async *#stream(statement: Statement, signal: AbortSignal | undefined): AsyncGenerator<readonly string[], void> {
    if (this.#closing) throw databaseClosed();
    signal?.throwIfAborted();
    let ended = () => {};
    const running = new Promise<void>((resolve) => {
      ended = resolve;
    });
    this.#running.add(running);
    const client = await this.#streams.connect().catch(() => {
      ended();
      this.#running.delete(running);
      throw noConnection();
    });
    let broken: Error | undefined;
    let last: readonly string[];
    const stopCancelling = this.#cancelOn(signal, client);
    const run = async ({ text, values }: Statement) => {
      signal?.throwIfAborted();
      const { rows } = await client.query<[string]>({ text, values: [...values], rowMode: 'array', types: asText });
      return rows.map(([row]) => row);
    };
    try {
      signal?.throwIfAborted();
      this.#listeners.notify(statement);
      await client.query(`BEGIN; ${READ_ONLY}; SET LOCAL idle_in_transaction_session_timeout = ${STREAM_PAUSE}`);
      last = yield* throughCursor(run, statement);
    } catch (error) {
      signal?.throwIfAborted();
      if (isUnavailable(error)) broken = error;
      throw asRequestError(error);
    } finally {
      await stopCancelling();
      await client.query('ROLLBACK').catch((lost: Error) => {
        broken = lost;
      });
      client.release(broken);
      ended();
      this.#running.delete(running);
    }
    if (last.length > 0) yield last;
  }

  async #transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      for (const statement of ALONE) await client.query(statement);
      const result = await work({
        query: (statement) => query(client, statement),
        script: async (sql) => void (await client.query(sql)),
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function query<Row>(on: pg.Pool | pg.PoolClient, statement: Statement): Promise<Row[]> {
  const { rows } = await on.query({ text: statement.text, values: [...statement.values], types: asRows });
  return rows;
}

/** The id of the server process of a connection; missing from pg's types. */
function processOf(client: pg.PoolClient): number {
  return 'processID' in client ? Number(client.processID) : 0;
}

function asRequestError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError && error.code === QUERY_CANCELED) {
    return timeout(
      'The query took the database too long: ask for less at once, with smaller pages or narrower filters.',
    );
  }
  return isUnavailable(error) ? noConnection() : error;
}

function noConnection(): Error {
  return unavailable('The database cannot be reached: try again later.');
}

function isUnavailable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return 'code' in error ? UNAVAILABLE.test(String(error.code)) : error.message.startsWith('Connection terminated');
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
