import pg from 'pg';
import { timeout, unavailable } from '../errors.ts';
import { Failure } from '../failure.ts';
import { READ_ONLY, throughCursor } from './cursor.ts';
import { type Database, type Session, type Statement, StatementListeners, type TransactionClient } from './database.ts';
import { databaseClosed, databaseUnreachable, databaseUnsuitable, poolerRejects, poolerUnsuitable } from './failure.ts';
import {
  IS_SESSION,
  isPoolerUrl,
  isRejectedParameter,
  isWithoutTransactions,
  localSettings,
  withOptions,
} from './pooler.ts';
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

/** About the server: `session` says whether it has the parameters that a connection was opened with. */
const SERVER = {
  text: `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
                ${IS_SESSION} AS session`,
  values: [],
};

/**
 * Connects to a PostgreSQL server and checks its version and encoding; `statementTimeout` is for reads, in milliseconds.
 * A connection pooler such as PgBouncer rejects or ignores the parameters of a connection: if so, connects without them.
 */
export async function openServer(url: string, statementTimeout?: number): Promise<Database> {
  const direct = isPoolerUrl(url) ? undefined : await openAs(url, { statementTimeout, isPooled: false });
  const database = direct ?? (await openAs(url, { statementTimeout, isPooled: true }));
  if (!database) throw new Error('a pooled database was not opened');
  return database;
}

interface ServerOptions {
  readonly statementTimeout: number | undefined;
  /** Whether connections go through a pooler, which gives each transaction any connection of its own. */
  readonly isPooled: boolean;
}

/** Undefined if a pooler is found that `options` does not expect. */
async function openAs(url: string, options: ServerOptions): Promise<Database | undefined> {
  const database = new ServerDatabase(url, options);
  const address = withoutPassword(url);
  try {
    const [server] = await database.query<{ version: number; encoding: string; session: boolean }>(SERVER);
    const version = server?.version ?? 0;
    if (version < OLDEST) throw databaseUnsuitable(address, `is PostgreSQL ${Math.floor(version / 10_000)}`);
    if (server?.encoding !== 'UTF8') throw databaseUnsuitable(address, `has the encoding ${server?.encoding}`);
    if (options.isPooled) await database.tryTransaction();
    if (server.session || options.isPooled) return database;
  } catch (error) {
    await database.close();
    if (isWithoutTransactions(error)) throw poolerUnsuitable(address, error);
    if (!isRejectedParameter(error)) throw error instanceof Failure ? error : databaseUnreachable(address, error);
    if (options.isPooled) throw poolerRejects(address, error);
    return undefined;
  }
  await database.close();
  return undefined;
}

/** When texts count as similar. PostgreSQL's defaults, set in case the server has others. */
const SIMILAR = { 'pg_trgm.similarity_threshold': 0.3, 'pg_trgm.strict_word_similarity_threshold': 0.5 };

/**
 * Ids are checksums, so related rows are scattered. In memory or on an SSD random reads cost about as much as
 * sequential ones. PostgreSQL's default, 4, is for spinning disks: with it, four questions of the library that need
 * some thousand rows of 100,000 articles read whole tables instead (docs/performance.md).
 */
const RANDOM_PAGE_COST = 1.1;

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
  /** With a pooler, what each transaction sets first; otherwise connections are set up when they are opened. */
  readonly #local: string | undefined;
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(url: string, { statementTimeout, isPooled }: ServerOptions) {
    const settings = { random_page_cost: RANDOM_PAGE_COST };
    const options = {
      connectionString: isPooled ? url : withOptions(url, settings),
      application_name: 'onrecord',
      connectionTimeoutMillis: CONNECTION_TIMEOUT,
      // Connections are kept, since each has its prepared statements.
      idleTimeoutMillis: 0,
    };
    const similar = Object.entries(SIMILAR).map(([name, value]) => `SET ${name} = ${value}`);
    const reading = {
      ...options,
      ...(statementTimeout && !isPooled && { statement_timeout: statementTimeout }),
      ...(!isPooled && { onConnect: (client: pg.ClientBase) => client.query(similar.join('; ')) }),
    };
    const timeout = statementTimeout && { statement_timeout: statementTimeout };
    this.#local = isPooled ? localSettings({ ...settings, ...SIMILAR, ...timeout }) : undefined;
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

  /** Fails if there can be no transactions, as with a pooler in statement mode. */
  async tryTransaction(): Promise<void> {
    const client = await this.#pool.connect();
    let broken = true;
    try {
      await begin(client, []);
      await client.query('COMMIT');
      broken = false;
    } finally {
      client.release(broken);
    }
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
    let stopCancelling = async () => {};
    try {
      const process = this.#local ? await begin(client, ['SET TRANSACTION READ ONLY', this.#local]) : processOf(client);
      stopCancelling = this.#cancelOn(signal, process);
      signal?.throwIfAborted();
      this.#listeners.notify(statement);
      // A pooler may run the next statement on a connection that does not know the name.
      const name = this.#local ? undefined : this.#names.nameOf(statement.text);
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
      if (this.#local)
        await client.query('COMMIT').catch((lost: Error) => {
          broken ??= lost;
        });
      client.release(broken);
    }
  }

  /** Cancels what the server process runs when the signal is aborted, until the returned function is called. */
  #cancelOn(signal: AbortSignal | undefined, process: number): () => Promise<void> {
    let cancelling: Promise<unknown> | undefined;
    const cancel = () => {
      cancelling = this.#side.query('SELECT pg_cancel_backend($1)', [process]).catch(() => {});
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
    let stopCancelling = async () => {};
    const run = async ({ text, values }: Statement) => {
      signal?.throwIfAborted();
      const { rows } = await client.query<[string]>({ text, values: [...values], rowMode: 'array', types: asText });
      return rows.map(([row]) => row);
    };
    try {
      signal?.throwIfAborted();
      this.#listeners.notify(statement);
      const pause = `SET LOCAL idle_in_transaction_session_timeout = ${STREAM_PAUSE}`;
      const process = await begin(client, [READ_ONLY, pause, ...(this.#local ? [this.#local] : [])]);
      stopCancelling = this.#cancelOn(signal, process);
      signal?.throwIfAborted();
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

/** Begins a transaction with these settings, and returns the id of its server process, which a pooler would hide. */
async function begin(client: pg.PoolClient, settings: readonly string[]): Promise<number> {
  // For several statements pg returns a list, which is missing from its types.
  const results: unknown = await client.query(['BEGIN', ...settings, 'SELECT pg_backend_pid() AS process'].join('; '));
  const last = (results as pg.QueryResult<{ process: number }>[]).at(-1);
  return last?.rows[0]?.process ?? 0;
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
