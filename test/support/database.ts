import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type OpenOptions, openDatabase } from '../../src/db/open.ts';
import type { State } from './template.ts';

const cleanings: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const clean of cleanings.splice(0).reverse()) await clean();
});

/** A database of its own with all tables and no rows, of the kind that the project is for; closed after the file's tests. */
export function testDatabase(options: OpenOptions = {}): Promise<Database> {
  return open('migrated', options);
}

/** Like `testDatabase`, with the knowledge of seeds/. */
export function seededDatabase(options: OpenOptions = {}): Promise<Database> {
  return open('seeded', options);
}

/** Like `testDatabase`, without tables. */
export function emptyDatabase(options: OpenOptions = {}): Promise<Database> {
  return open('empty', options);
}

/** Where a fresh database is, for a test that opens it itself (perhaps more than once). */
export async function databasePlace(state: State = 'migrated'): Promise<OpenOptions> {
  const templates = inject('templates');
  if (state === 'seeded' && templates.seedsProblem) throw new Error(templates.seedsProblem);
  if (templates.kind === 'embedded') {
    const folder = await temporaryFolder();
    await cp(join(templates.folder, state), folder, { recursive: true });
    return { folder };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(templates.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${state}`);
  await client.end();
  return { url: templates.url.replace(/[^/]*$/, name) };
}

/** A new folder, removed after the file's tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'));
  cleanings.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function open(state: State, options: OpenOptions): Promise<Database> {
  const database = await openDatabase({ ...(await databasePlace(state)), ...options });
  cleanings.push(() => database.close());
  return database;
}
