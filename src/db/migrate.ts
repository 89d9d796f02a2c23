import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database, Session } from './database.ts';
import { databaseNewer, migrationChanged, migrationFailed, migrationUnfinished } from './failure.ts';

/** prisma/migrations of this package, from src/ as from dist/. */
const SHIPPED = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** The table in which Prisma's command line records migrations, defined exactly as Prisma does, so that both can be used. */
const RECORDS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface MigrationRecord {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Applies the missing migrations in order, each in its own transaction, and returns their names. Several processes may
 * run it at the same time. Fails and changes nothing if the database has a migration that is not in `folder` or whose
 * text differs.
 */
export async function migrate(database: Database, options: { folder?: string } = {}): Promise<string[]> {
  const migrations = await readMigrations(options.folder);
  const applied: string[] = [];
  if (missing(migrations, await readRecords(database)).length === 0) return applied;
  for (;;) {
    const name = await database.transaction((session) => applyNext(session, migrations));
    if (name === null) return applied;
    applied.push(name);
  }
}

/** The migrations in a folder (by default this package's) in order. */
export async function readMigrations(folder = SHIPPED): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Applies the first missing migration and returns its name; null if none is missing. */
async function applyNext(session: Session, migrations: readonly Migration[]): Promise<string | null> {
  const [next] = missing(migrations, await readRecords(session));
  if (next === undefined) return null;
  try {
    await session.script(RECORDS);
    await session.script(next.sql);
  } catch (error) {
    throw migrationFailed(next.name, error);
  }
  await session.query({
    text: `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    values: [randomUUID(), next.checksum, next.name],
  });
  return next.name;
}

/** The missing migrations; throws if the database was not made by this or an older version. */
function missing(migrations: readonly Migration[], records: readonly MigrationRecord[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const record of records) {
    const migration = known.get(record.name);
    if (!migration) throw databaseNewer(record.name);
    if (!record.finished) throw migrationUnfinished(record.name);
    if (migration.checksum !== record.checksum) throw migrationChanged(record.name);
    known.delete(record.name);
  }
  return [...known.values()];
}

async function readRecords(database: Pick<Database, 'query'> | Session): Promise<MigrationRecord[]> {
  // Not to_regclass: it may use what this connection had cached before it waited for the lock.
  const [table] = await database.query<{ exists: boolean }>({
    text: `SELECT EXISTS (SELECT FROM pg_class WHERE relname = '_prisma_migrations' AND pg_table_is_visible(oid)) AS exists`,
    values: [],
  });
  if (!table?.exists) return [];
  return database.query<MigrationRecord>({
    text: `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
           FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    values: [],
  });
}
