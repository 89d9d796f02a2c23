import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type OpenOptions, openDatabase } from '../../src/db/open.ts';
import { afterFile } from './clean-up.ts';
import type { State } from './template.ts';

let seeded: Promise<Database> | undefined;

/** A read-only database with the dataset in seeds/, shared by all files of a worker. */
export function seededDatabase(): Promise<Database> {
  seeded ??= openSeeded();
  return seeded;
}

/** A new database with the dataset in seeds/, embedded or on a server as in the project's set-up; closed after the file's tests. */
export function ownSeededDatabase(): Promise<Database> {
  return open('seeded');
}

/** Like `ownSeededDatabase`, with the invented dataset in test/fixtures/. */
export function inventedDatabase(): Promise<Database> {
  return open('invented');
}

/** Like `ownSeededDatabase`, with all tables and no rows. */
export function testDatabase(options: OpenOptions = {}): Promise<Database> {
  return open('migrated', options);
}

/** Like `ownSeededDatabase`, without tables. */
export function emptyDatabase(): Promise<Database> {
  return open('empty');
}

/** The location of a new database, for a test that opens it itself (perhaps more than once). */
export async function databasePlace(state: State = 'migrated'): Promise<OpenOptions> {
  const { kind } = inject('templates');
  return kind === 'server' ? databaseOnServer(state) : copyEmbedded(state, await temporaryFolder());
}

/** Copies an embedded database into a new or empty folder. */
export function copyEmbedded(state: State, folder: string): { folder: string } {
  const templates = templatesWith(state);
  if (templates.kind !== 'embedded') throw new Error('the templates are on a server');
  // Synchronous: for a thousand files an asynchronous copy takes twice as long.
  cpSync(join(templates.folder, state), folder, { recursive: true });
  return { folder };
}

/** A new folder, removed after the file's tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'));
  afterFile(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function open(state: State, options: OpenOptions = {}): Promise<Database> {
  const database = await openDatabase({ ...(await databasePlace(state)), ...options });
  afterFile(() => database.close());
  return database;
}

async function openSeeded(): Promise<Database> {
  const templates = inject('templates');
  if (templates.kind === 'server') return openDatabase(await databaseOnServer('seeded', READ_ONLY));
  // Next to the template, and removed with it.
  const database = await openDatabase(copyEmbedded('seeded', await mkdtemp(join(templates.folder, 'shared-'))));
  await database.query({ text: `SET ${READ_ONLY}`, values: [] });
  return database;
}

const READ_ONLY = 'default_transaction_read_only = on';

async function databaseOnServer(state: State, setting?: string): Promise<OpenOptions> {
  const templates = templatesWith(state);
  if (templates.kind !== 'server') throw new Error('the templates are in a folder');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(templates.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${state}`);
  if (setting) await client.query(`ALTER DATABASE ${name} SET ${setting}`);
  await client.end();
  return { url: templates.url.replace(/[^/]*$/, name) };
}

function templatesWith(state: State) {
  const templates = inject('templates');
  if (state === 'seeded' && templates.seedsProblem) throw new Error(templates.seedsProblem);
  return templates;
}
