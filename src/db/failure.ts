import { Failure } from '../failure.ts';

/** `again` says what becomes of the next question. */
export function databaseBroken(again: string, cause: unknown): Failure {
  return new Failure('DATABASE_BROKEN', `The embedded database broke down (${reason(cause)}). ${again}`, { cause });
}

export function databaseClosed(): Failure {
  return new Failure('DATABASE_CLOSED', 'The database is closed: the program is about to stop.');
}

export function databaseForeign(folder: string, entry: string): Failure {
  return new Failure(
    'DATABASE_FOREIGN',
    `The folder ${folder} is not a database of Onrecord: it contains ${entry}. Name an empty or a new folder in ONRECORD_DATA.`,
  );
}

export function databaseLocked(folder: string, pid: number): Failure {
  return new Failure(
    'DATABASE_LOCKED',
    `The database folder ${folder} is in use by process ${pid}. Stop that process, or name another folder in ONRECORD_DATA.`,
  );
}

export function databaseNewer(migration: string): Failure {
  return new Failure(
    'DATABASE_NEWER',
    `The database knows the migration ${migration}, which this program does not: a newer version made it (or another program). Use that version, or another database.`,
  );
}

export function databaseNoFolder(folder: string): Failure {
  return new Failure(
    'DATABASE_NO_FOLDER',
    `The database cannot be in ${folder}: that is a file, or under one. Name a folder in ONRECORD_DATA.`,
  );
}

export function databaseReadOnly(folder: string, cause: unknown): Failure {
  return new Failure(
    'DATABASE_READ_ONLY',
    `The database folder ${folder} cannot be written (${reason(cause)}). Make it writable, or name another folder in ONRECORD_DATA.`,
    { cause },
  );
}

/** `address` must not contain a password. */
export function databaseUnreachable(address: string, cause: unknown): Failure {
  return new Failure(
    'DATABASE_UNREACHABLE',
    `The database at ${address} cannot be reached (${reason(cause)}). Check DATABASE_URL and that the server runs; without DATABASE_URL the embedded database is used.`,
    { cause },
  );
}

export function databaseUnreadable(folder: string, cause: unknown): Failure {
  return new Failure(
    'DATABASE_UNREADABLE',
    `The database in ${folder} cannot be opened (${reason(cause)}). It holds nothing that is not in your files: delete the folder and start again.`,
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

export function migrationChanged(migration: string): Failure {
  return new Failure(
    'MIGRATION_CHANGED',
    `The migration ${migration} is not the one that this database was made with: its file was edited afterwards. Restore the file and put the change into a new migration.`,
  );
}

export function migrationFailed(migration: string, cause: unknown): Failure {
  return new Failure(
    'MIGRATION_FAILED',
    `The migration ${migration} failed (${reason(cause)}), and nothing of it was applied. Mend what it stumbles over, in its SQL or in the database, and run: onrecord migrate`,
    { cause },
  );
}

export function migrationUnfinished(migration: string): Failure {
  return new Failure(
    'MIGRATION_UNFINISHED',
    `The database says that the migration ${migration} was begun by another tool and never finished. Mend it, then say so with: npx prisma migrate resolve`,
  );
}

/** What an error says, in one line. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError && cause.message === '') return reason(cause.errors[0]);
  return (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ').trim();
}
