import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { READ_ONLY, throughCursor } from './cursor.ts';
import { type Database, MEMORY, type Session, type Statement, StatementListeners } from './database.ts';
import { databaseBroken, databaseUnreadable } from './failure.ts';
import { claimFolder } from './folder.ts';
import { PrismaWriter } from './prisma.ts';
import { Queue } from './queue.ts';
import { spooled } from './spool.ts';

/** PostgreSQL's numbers of types. */
const INT8 = 20;
const JSON_TYPE = 114;
const DATE = 1082;
const JSONB = 3802;

const asText = (value: string) => value;
const rowParsers = { [INT8]: Number, [DATE]: asText };
const textParsers = { [JSON_TYPE]: asText, [JSONB]: asText };

/** Opens PostgreSQL in WebAssembly over a folder, made when it is empty or missing, or in memory. */
export async function openEmbedded(folder: string): Promise<Database> {
  if (folder === MEMORY) return new EmbeddedDatabase(new Engine(await create()));
  const claimed = await claimFolder(folder);
  try {
    const engine = new Engine(await create(claimed.files));
    if (!claimed.created) await claimed.markCreated();
    const reopen = async () => {
      const pglite = await create(claimed.files).catch((error) => {
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
 * How much a function of WebAssembly runs before V8 compiles it a second time, optimised: with V8's own limit, that
 * takes most of the CPU time of a short command. A server reaches this limit within seconds of work.
 */
const TIERING = '--wasm-tiering-budget=200000000';

function create(dataDir?: string): Promise<PGlite> {
  setFlagsFromString(TIERING);
  return PGlite.create({ ...(dataDir && { dataDir }), extensions: { pg_trgm, unaccent } });
}

/** PostgreSQL in WebAssembly as it runs, with Prisma's client over it. */
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

  /** Whether it still computes. PGlite swallows what breaks it: the answer is then an odd error, or none. */
  async computes(): Promise<boolean> {
    const answer = await this.pglite.query('select 1').catch(() => undefined);
    return answer?.rows.length === 1;
  }

  async close(): Promise<void> {
    await this.prisma.close();
    await this.pglite.close();
  }
}

interface Place {
  /** Opens the files anew, after a crash as well. */
  readonly reopen: () => Promise<Engine>;
  readonly release: () => Promise<void>;
}

/**
 * There is one connection: everything goes through one queue, so a write keeps reads out while it runs. An engine
 * that breaks down fails what it was at, and the next piece of work opens the folder anew; what was in memory is lost.
 */
class EmbeddedDatabase implements Database {
  readonly kind = 'embedded';
  readonly #place: Place | undefined;
  readonly #queue = new Queue();
  readonly #listeners = new StatementListeners();
  #engine: Engine | undefined;
  #breakdown: unknown;
  #closing: Promise<void> | undefined;

  constructor(engine: Engine, place?: Place) {
    this.#engine = engine;
    this.#place = place;
  }

  read(statement: Statement, options: { signal?: AbortSignal } = {}): Promise<string | null> {
    const task = async ({ pglite }: Engine) => {
      this.#listeners.tell(statement);
      const { rows, fields } = await pglite.query<[string | null]>(statement.text, [...statement.values], {
        rowMode: 'array',
        parsers: textParsers,
      });
      if (fields.length === 0) throw new Error('the statement was not answered');
      return rows[0]?.[0] ?? null;
    };
    return this.#run(task, options.signal);
  }

  /** All rows go into a file first: the one connection must not wait for whoever takes them. */
  stream(statement: Statement, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<readonly string[], void> {
    const fill = (add: (texts: readonly string[]) => Promise<void>) => {
      const task = ({ pglite }: Engine) =>
        pglite.transaction(async (transaction) => {
          this.#listeners.tell(statement);
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
    await this.#place?.release();
  }

  #run<T>(work: (engine: Engine) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.run(async () => {
      const engine = await this.#running();
      try {
        return await work(engine);
      } catch (error) {
        if (await engine.computes()) throw error;
        // It is not closed: nothing that it would still write could be right.
        this.#engine = undefined;
        this.#breakdown = error;
        throw this.#broken();
      }
    }, signal);
  }

  async #running(): Promise<Engine> {
    const engine = this.#engine ?? (await this.#place?.reopen());
    if (!engine) throw this.#broken();
    this.#engine = engine;
    return engine;
  }

  #broken(): Error {
    const again = this.#place
      ? 'It is opened anew for the next question.'
      : 'It was in memory, and what it held is lost: start the program again.';
    return databaseBroken(again, this.#breakdown);
  }
}

async function query<Row>(on: Pick<PGlite, 'query'>, statement: Statement): Promise<Row[]> {
  const { rows } = await on.query<Row>(statement.text, [...statement.values], { parsers: rowParsers });
  return rows;
}
