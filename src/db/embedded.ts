import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { READ_ONLY, throughCursor } from './cursor.ts';
import { type Database, MEMORY, type Session, type Statement, StatementListeners } from './database.ts';
import { databaseBroken, databaseUnreadable } from './failure.ts';
import { claimFolder } from './folder.ts';
import { keepByteOrderMarks } from './keep-byte-order-mark.ts';
import { migrate } from './migrate.ts';
import { readPrepared, storePrepared, unpack } from './prepared.ts';
import { PrismaWriter } from './prisma.ts';
import { Queue } from './queue.ts';
import { spooled } from './spool.ts';

/** PostgreSQL's type OIDs. */
const INT8 = 20;
const JSON_TYPE = 114;
const DATE = 1082;
const JSONB = 3802;

const asText = (value: string) => value;
const rowParsers = { [INT8]: Number, [DATE]: asText };
const textParsers = { [JSON_TYPE]: asText, [JSONB]: asText };

/**
 * Opens PostgreSQL in WebAssembly, in memory or in a folder, which is created if it is missing or empty. A new database
 * starts as a copy of the prepared one if `prepared` is set and the build made one.
 */
export async function openEmbedded(folder: string, prepared = false): Promise<Database> {
  if (folder === MEMORY) return new EmbeddedDatabase(new Engine(await createInMemory(prepared)));
  const claimed = await claimFolder(folder);
  try {
    const engine = new Engine(await (claimed.created ? open(claimed.files) : create(claimed.files, prepared)));
    if (!claimed.created) await claimed.markCreated();
    const reopen = async () => {
      const pglite = await open(claimed.files).catch((error) => {
        throw databaseUnreadable(folder, error);
      });
      return new Engine(pglite);
    };
    return new EmbeddedDatabase(engine, { reopen, release: claimed.release });
  } catch (error) {
    await claimed.release();
    throw databaseUnreadable(folder, error);
  }
}

/**
 * How much a function of WebAssembly runs before V8 compiles it a second time, optimised. At V8's default, optimising
 * takes most of the CPU time of a short command.
 */
const TIERING = '--wasm-tiering-budget=200000000';

/** Opens a database that exists, or creates one by initdb, which takes seconds. */
function open(dataDir?: string, loadDataDir?: Blob): Promise<PGlite> {
  setFlagsFromString(TIERING);
  keepByteOrderMarks();
  return PGlite.create({
    ...(dataDir && { dataDir }),
    ...(loadDataDir && { loadDataDir }),
    extensions: { fuzzystrmatch, pg_trgm, unaccent },
  });
}

async function create(files: string, prepared: boolean): Promise<PGlite> {
  const archive = prepared && (await readPrepared());
  if (archive) unpack(archive, files);
  return open(files);
}

async function createInMemory(prepared: boolean): Promise<PGlite> {
  const archive = prepared && (await readPrepared());
  return open(undefined, archive ? new Blob([new Uint8Array(archive)], { type: 'application/x-tar' }) : undefined);
}

/** Prepares a database for `openEmbedded`, unless that was done for these migrations and this PGlite. */
export function prepareEmbedded(): Promise<void> {
  return storePrepared(async () => {
    const pglite = await open();
    const database = new EmbeddedDatabase(new Engine(pglite));
    try {
      await migrate(database);
      // Nothing connects to the other databases that initdb makes: without them there are half as many files.
      await pglite.exec('UPDATE pg_database SET datistemplate = false');
      for (const name of ['template0', 'template1']) await pglite.exec(`DROP DATABASE ${name}`);
      await pglite.exec('CHECKPOINT');
      return Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
    } finally {
      await database.close();
    }
  });
}

/** A running PostgreSQL in WebAssembly, with Prisma's client. */
class Engine {
  readonly pglite: PGlite;
  readonly prisma: PrismaWriter;

  constructor(pglite: PGlite) {
    this.pglite = pglite;
    this.prisma = new PrismaWriter(async () => {
      const { PrismaPGlite } = await import('pglite-prisma-adapter');
      return new PrismaPGlite(pglite);
    });
  }

  /** Whether it still works. PGlite hides what broke it and returns an unrelated error or nothing. */
  async works(): Promise<boolean> {
    const answer = await this.pglite.query('select 1').catch(() => undefined);
    return answer?.rows.length === 1;
  }

  async close(): Promise<void> {
    await this.prisma.close();
    await this.pglite.close();
  }
}

interface Files {
  /** Opens the files again, even after a crash. */
  readonly reopen: () => Promise<Engine>;
  readonly release: () => Promise<void>;
}

/**
 * There is one connection, so everything goes through one queue and reads wait for writes. If the engine breaks down, the
 * running work fails and the next work reopens the folder; a database in memory is lost.
 */
class EmbeddedDatabase implements Database {
  readonly kind = 'embedded';
  readonly #files: Files | undefined;
  readonly #queue = new Queue();
  readonly #listeners = new StatementListeners();
  #engine: Engine | undefined;
  #breakdown: unknown;
  #closing: Promise<void> | undefined;

  constructor(engine: Engine, files?: Files) {
    this.#engine = engine;
    this.#files = files;
  }

  read(statement: Statement, options: { signal?: AbortSignal } = {}): Promise<string | null> {
    const task = async ({ pglite }: Engine) => {
      this.#listeners.notify(statement);
      const { rows, fields } = await pglite.query<[string | null]>(statement.text, [...statement.values], {
        rowMode: 'array',
        parsers: textParsers,
      });
      if (fields.length === 0) throw new Error('the statement returned no result');
      return rows[0]?.[0] ?? null;
    };
    return this.#run(task, options.signal);
  }

  /** Writes all rows to a file first, so that the only connection does not wait for the consumer. */
  stream(statement: Statement, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<readonly string[], void> {
    const fill = (add: (texts: readonly string[]) => Promise<void>) => {
      const task = ({ pglite }: Engine) =>
        pglite.transaction(async (transaction) => {
          this.#listeners.notify(statement);
          await transaction.exec(READ_ONLY);
          const run = async ({ text, values }: Statement) => {
            signal?.throwIfAborted();
            const { rows } = await transaction.query<[string]>(text, [...values], { rowMode: 'array' });
            return rows.map(([row]) => row);
          };
          const cursor = throughCursor(run, statement);
          for (let more = true; more; ) {
            const { value: texts, done } = await cursor.next();
            if (texts.length > 0) await add(texts);
            more = !done;
          }
        });
      return this.#run(task, signal);
    };
    return spooled(fill);
  }

  query<Row>(statement: Statement): Promise<Row[]> {
    return this.#run(({ pglite }) => query<Row>(pglite, statement));
  }

  write: Database['write'] = (work) => this.#run(({ prisma }) => prisma.write(work, []));

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#run(({ pglite }) =>
      pglite.transaction((transaction) =>
        work({
          query: (statement) => query(transaction, statement),
          script: async (sql) => void (await transaction.exec(sql)),
        }),
      ),
    );
  }

  onStatement(listener: (statement: Statement) => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#queue.close();
    await this.#engine?.close();
    await this.#files?.release();
  }

  #run<T>(work: (engine: Engine) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.run(async () => {
      const engine = await this.#running();
      try {
        return await work(engine);
      } catch (error) {
        if (await engine.works()) throw error;
        // Not closed: a broken engine must not write anything more.
        this.#engine = undefined;
        this.#breakdown = error;
        throw this.#broken();
      }
    }, signal);
  }

  async #running(): Promise<Engine> {
    const engine = this.#engine ?? (await this.#files?.reopen());
    if (!engine) throw this.#broken();
    this.#engine = engine;
    return engine;
  }

  #broken(): Error {
    const again = this.#files
      ? 'It is reopened for the next request.'
      : 'It was in memory, so its data is lost: restart the program.';
    return databaseBroken(again, this.#breakdown);
  }
}

async function query<Row>(on: Pick<PGlite, 'query'>, statement: Statement): Promise<Row[]> {
  const { rows } = await on.query<Row>(statement.text, [...statement.values], { parsers: rowParsers });
  return rows;
}
