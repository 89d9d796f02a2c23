import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { PrismaClient } from './client/client.ts';
import type { TransactionClient } from './database.ts';

/** Prisma's maximum: an import has no time limit. */
const NO_LIMIT = 2 ** 31 - 1;

/** Prisma Client, for writing only; loaded with the first write. */
export class PrismaWriter {
  readonly #adapter: () => Promise<SqlDriverAdapterFactory>;
  #client: Promise<PrismaClient> | undefined;

  constructor(adapter: () => Promise<SqlDriverAdapterFactory>) {
    this.#adapter = adapter;
  }

  /** Runs `work` in a transaction that starts with the statements `first`. */
  async write<T>(work: (client: TransactionClient) => Promise<T>, first: readonly string[]): Promise<T> {
    this.#client ??= this.#load();
    const client = await this.#client;
    return client.$transaction(
      async (transaction) => {
        for (const statement of first) await transaction.$executeRawUnsafe(statement);
        const result = await work(transaction);
        // Checks deferred constraints now: the adapter of the embedded database loses errors of COMMIT.
        await transaction.$executeRawUnsafe('SET CONSTRAINTS ALL IMMEDIATE');
        return result;
      },
      { timeout: NO_LIMIT, maxWait: NO_LIMIT },
    );
  }

  async close(): Promise<void> {
    await (await this.#client)?.$disconnect();
  }

  async #load(): Promise<PrismaClient> {
    const [{ PrismaClient }, adapter] = await Promise.all([import('./client/client.ts'), this.#adapter()]);
    return new PrismaClient({ adapter });
  }
}
