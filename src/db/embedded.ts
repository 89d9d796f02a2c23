import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { READ_ONLY, throughCursor } from './cursor.ts';
import { type Database, MEMORY, type Session, type Statement, StatementListeners } from './database.ts';
import { databaseUnreadable } from './failure.ts';
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
  if (folder === MEMORY) return new EmbeddedDatabase(await create());
  const claimed = await claimFolder(folder);
  try {
    const pglite = await create(claimed.files);
    if (!claimed.created) await claimed.markCreated();
    return new EmbeddedDatabase(pglite, claimed.release);
  } catch (error) {
    await claimed.release();
    throw databaseUnreadable(folder, error);
  }
}

function create(dataDir?: string): Promise<PGlite> {
  return PGlite.create({ ...(dataDir && { dataDir }), extensions: { pg_trgm, unaccent } });
}

/** There is one connection: everything goes through one queue, so a write keeps reads out while it runs. */
class EmbeddedDatabase implements Database {
  readonly kind = 'embedded';
  readonly #pglite: PGlite;
  readonly #release: () => Promise<void>;
  readonly #queue = new Queue();
  readonly #listeners = new StatementListeners();
  readonly #prisma: PrismaWriter;
  #closing: Promise<void> | undefined;

  constructor(pglite: PGlite, release = async () => {}) {
    this.#pglite = pglite;
    this.#release = release;
    this.#prisma = new PrismaWriter(async () => {
      const { PrismaPGlite } = await import('pglite-prisma-adapter');
      return new PrismaPGlite(pglite);
    });
  }

  read(statement: Statement, options: { signal?: AbortSignal } = {}): Promise<string | null> {
    const task = async () => {
      this.#listeners.tell(statement);
      const { rows } = await this.#pglite.query<[string | null]>(statement.text, [...statement.values], {
        rowMode: 'array',
        parsers: textParsers,
      });
      return rows[0]?.[0] ?? null;
    };
    return this.#queue.run(task, options.signal);
  }

  /** All rows go into a file first: the one connection must not wait for whoever takes them. */
  stream(statement: Statement, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<readonly string[], void> {
    const fill = (add: (texts: readonly string[]) => Promise<void>) => {
      const task = () =>
        this.#pglite.transaction(async (transaction) => {
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
      return this.#queue.run(task, signal);
    };
    return spooled(fill);
  }

  query<Row>(statement: Statement): Promise<Row[]> {
    return this.#queue.run(() => query<Row>(this.#pglite, statement));
  }

  write: Database['write'] = (work) => this.#queue.run(() => this.#prisma.write(work, []));

  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#queue.run(() =>
      this.#pglite.transaction((transaction) =>
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
    await this.#prisma.close();
    await this.#pglite.close();
    await this.#release();
  }
}

async function query<Row>(on: Pick<PGlite, 'query'>, statement: Statement): Promise<Row[]> {
  const { rows } = await on.query<Row>(statement.text, [...statement.values], { parsers: rowParsers });
  return rows;
}
