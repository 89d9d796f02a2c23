import { Failure } from '../failure.ts';

/** `next` says what happens next. */
export function databaseBroken(next: string, cause: unknown): Failure {
  return new Failure('DATABASE_BROKEN', `The embedded database broke down (${reason(cause)}). ${next}`, { cause });
}

export function databaseClosed(): Failure {
  return new Failure('DATABASE_CLOSED', 'The database is closed because the program is stopping.');
}

export function databaseForeign(folder: string, entry: string): Failure {
  return new Failure(
    'DATABASE_FOREIGN',
    `The folder ${folder} is not an Onrecord database: it contains ${entry}. Set ONRECORD_DATA to a new or empty folder.`,
  );
}

/** `host` is set if the process is in another container or on another machine. */
export function databaseLocked(folder: string, pid: number, host?: string): Failure {
  const where = host === undefined ? '' : ` of the host or container ${host}`;
  return new Failure(
    'DATABASE_LOCKED',
    `The database folder ${folder} is in use by process ${pid}${where}. Stop that process, or set ONRECORD_DATA to another folder.`,
  );
}

export function databaseNewer(migration: string): Failure {
  return new Failure(
    'DATABASE_NEWER',
    `The database has the migration ${migration}, which this version does not know: a newer version (or another program) created it. Use that version, or another database.`,
  );
}

export function databaseNoFolder(folder: string): Failure {
  return new Failure(
    'DATABASE_NO_FOLDER',
    `The database cannot be in ${folder}: it is a file, or inside one. Set ONRECORD_DATA to a folder.`,
  );
}

export function databaseReadOnly(folder: string, cause: unknown): Failure {
  return new Failure(
    'DATABASE_READ_ONLY',
    `The database folder ${folder} cannot be written (${reason(cause)}). Make it writable, or set ONRECORD_DATA to another folder.`,
    { cause },
  );
}

/** `address` must not contain a password. */
export function databaseUnreachable(address: string, cause: unknown): Failure {
  return new Failure(
    'DATABASE_UNREACHABLE',
    `The database at ${address} cannot be reached (${reason(cause)}). Check DATABASE_URL and that the server is running, or unset DATABASE_URL to use the embedded database.`,
    { cause },
  );
}

export function databaseUnreadable(folder: string, cause: unknown): Failure {
  return new Failure(
    'DATABASE_UNREADABLE',
    `The database in ${folder} cannot be opened (${reason(cause)}). Everything in it comes from your files: delete the folder and import again.`,
    { cause },
  );
}

/** `address` must not contain a password. */
export function databaseUnsuitable(address: string, what: string): Failure {
  return new Failure(
    'DATABASE_UNSUITABLE',
    `The database at ${address} ${what}: Onrecord needs PostgreSQL 15 or newer and a database with the encoding UTF8.`,
  );
}

/** `address` must not contain a password. */
export function poolerRejects(address: string, cause: unknown): Failure {
  return new Failure(
    'POOLER_REJECTS',
    `The connection pooler at ${address} rejects a parameter of DATABASE_URL (${reason(cause)}). Remove it from the URL, or add it to the pooler's ignore_startup_parameters.`,
    { cause },
  );
}

export function poolerUnsuitable(address: string, cause: unknown): Failure {
  return new Failure(
    'POOLER_UNSUITABLE',
    `The connection pooler at ${address} does not allow transactions (${reason(cause)}). Use its session or transaction mode, or connect to PostgreSQL directly.`,
    { cause },
  );
}

export function migrationChanged(migration: string): Failure {
  return new Failure(
    'MIGRATION_CHANGED',
    `The migration ${migration} was edited after this database applied it. Restore the file and put the change in a new migration.`,
  );
}

export function migrationFailed(migration: string, cause: unknown): Failure {
  return new Failure(
    'MIGRATION_FAILED',
    `The migration ${migration} failed (${reason(cause)}), and none of it was applied. Fix the cause, in its SQL or in the database, and run: onrecord migrate`,
    { cause },
  );
}

export function migrationUnfinished(migration: string): Failure {
  return new Failure(
    'MIGRATION_UNFINISHED',
    `The migration ${migration} was started by another tool and never finished. Fix it, then mark it as resolved with: npx prisma migrate resolve`,
  );
}

/** The message of an error, in one line. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError && cause.message === '') return reason(cause.errors[0]);
  return (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ').trim();
}
