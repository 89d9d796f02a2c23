import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { type OpenOptions, openDatabase } from '../../src/db/open.ts';
import { databasePlace, temporaryFolder } from '../support/database.ts';

const NOBODY = 65_534;
const open: Database[] = [];

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

describe.runIf(inject('templates').kind === 'embedded')('the embedded database', () => {
  test('a new folder becomes a database that keeps its data', async () => {
    const folder = join(await temporaryFolder(), 'deeper', 'data');
    const first = await opened(folder);
    await first.query({ text: 'CREATE TABLE kept AS SELECT 1 AS one', values: [] });
    await first.close();
    const second = await opened(folder);
    expect(await second.query({ text: 'SELECT * FROM kept', values: [] })).toEqual([{ one: 1 }]);
  });

  test('a new database can start with all tables, and keeps what is written to it', async () => {
    const folder = join(await temporaryFolder(), 'data');
    for (const place of [folder, 'memory']) {
      const database = await opened(place, { prepared: true });
      expect(await database.query({ text: 'SELECT count(*) AS n FROM "Person"', values: [] })).toEqual([{ n: 0 }]);
      expect(await migrate(database)).toEqual([]);
      await database.query({ text: 'CREATE TABLE kept AS SELECT 1 AS one', values: [] });
      await database.close();
    }
    const again = await opened(folder, { prepared: true });
    expect(await again.query({ text: 'SELECT * FROM kept', values: [] })).toEqual([{ one: 1 }]);
  });

  test('a database in memory keeps nothing and has the extensions', async () => {
    const database = await opened('memory');
    await database.query({ text: 'CREATE EXTENSION pg_trgm', values: [] });
    await database.query({ text: 'CREATE EXTENSION unaccent', values: [] });
    expect(await database.read({ text: `SELECT unaccent('Løkke')`, values: [] })).toBe('Lokke');
  });

  test('an engine that breaks down fails one statement: the folder is reopened with all its data', async () => {
    const folder = await existing();
    const database = await opened(folder);
    await database.query({ text: 'CREATE TABLE kept AS SELECT 1 AS one', values: [] });
    await breakDown(database);
    expect(await database.query({ text: 'SELECT * FROM kept', values: [] })).toEqual([{ one: 1 }]);
    expect(await database.read(ONE)).toBe('1');
    await breakDown(database);
    await database.write((client) => client.$executeRawUnsafe('INSERT INTO kept VALUES (2)'));
    await database.close();
    const again = await opened(folder);
    expect(await again.read({ text: 'SELECT sum(one)::text FROM kept', values: [] })).toBe('3');
  });

  test('an engine in memory that breaks down fails every later statement', async () => {
    const database = await opened('memory', { prepared: true });
    await breakDown(database);
    for (const ask of [() => database.read(ONE), () => database.query(ONE)]) {
      await expect(ask()).rejects.toMatchObject({
        code: 'DATABASE_BROKEN',
        message: expect.stringContaining('so its data is lost: restart the program'),
      });
    }
  });

  test('an invalid statement does not break the engine', async () => {
    const database = await opened('memory', { prepared: true });
    await database.query({ text: 'CREATE TABLE kept AS SELECT 1 AS one', values: [] });
    await expect(database.read({ text: 'SELECT no', values: [] })).rejects.toThrow('"no" does not exist');
    const wrong = database.transaction(({ script }) => script('DROP TABLE kept; SELECT no'));
    await expect(wrong).rejects.toThrow('"no" does not exist');
    expect(await database.read({ text: 'SELECT one::text FROM kept', values: [] })).toBe('1');
  });

  test('a folder can be opened only once, and again after it was closed', async () => {
    const folder = await existing();
    const first = await opened(folder);
    await expect(openDatabase({ folder })).rejects.toMatchObject({
      code: 'DATABASE_LOCKED',
      message: expect.stringContaining(`${folder} is in use by process ${process.pid}`),
    });
    await first.close();
    await opened(folder);
  });

  test('the lock of an earlier version is respected, and taken over when its process has died', async () => {
    const folder = await existing();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const exited = new Promise((resolve) => void other.once('exit', resolve));
    try {
      await writeFile(join(folder, 'lock'), await ownerLine(other.pid ?? 0));
      await expect(openDatabase({ folder })).rejects.toMatchObject({
        code: 'DATABASE_LOCKED',
        message: expect.stringContaining(`process ${other.pid}`),
      });
    } finally {
      other.kill('SIGKILL');
      await exited;
    }
    await opened(folder);
    expect((await readdir(folder)).filter((entry) => entry === 'lock')).toEqual([]);
  });

  test.runIf(process.platform === 'linux')(
    'a lock is taken over when another process has reused its process id',
    async () => {
      const folder = await existing();
      await writeFile(join(folder, 'lock'), `${process.ppid} 1`);
      await opened(folder);
    },
  );

  test('a folder with other files in it is rejected and left alone', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'letter.txt'), 'Dear');
    await expect(openDatabase({ folder })).rejects.toMatchObject({
      code: 'DATABASE_FOREIGN',
      message: expect.stringContaining('letter.txt'),
    });
    expect(await readdir(folder)).toEqual(['letter.txt']);
  });

  test('a file instead of a folder is rejected', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    for (const folder of [file, join(file, 'data')]) {
      await expect(openDatabase({ folder })).rejects.toMatchObject({
        code: 'DATABASE_NO_FOLDER',
        message: expect.stringContaining(`cannot be in ${folder}: it is a file`),
      });
    }
  });

  test('a database that was not created completely is created again', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'postgres', 'base'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '18');
    const database = await opened(folder, { prepared: true });
    expect(await database.read({ text: 'SELECT 1::text', values: [] })).toBe('1');
  });

  test('damaged files are reported with a way out, and the folder is unlocked', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'postgres'));
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '12');
    await writeFile(join(folder, 'created'), '');
    await expect(openDatabase({ folder })).rejects.toMatchObject({
      code: 'DATABASE_UNREADABLE',
      message: expect.stringContaining('delete the folder'),
    });
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' });
  });

  test('a read-only folder is rejected', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o555);
    // Root may write everywhere, so another user tries.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(NOBODY);
    try {
      await expect(openDatabase({ folder })).rejects.toMatchObject({
        code: 'DATABASE_READ_ONLY',
        message: expect.stringContaining(folder),
      });
    } finally {
      if (root) process.seteuid?.(0);
    }
  });
});

const ONE = { text: 'SELECT 1::text', values: [] };

/** Calls a recursive function until the WebAssembly stack overflows, which PostgreSQL does not catch. */
async function breakDown(database: Database): Promise<void> {
  await database.query({
    text: 'CREATE OR REPLACE FUNCTION down(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN down(n + 1); END $$',
    values: [],
  });
  const broken = database.read({ text: 'SELECT down(1)::text', values: [] });
  await expect(broken).rejects.toMatchObject({ code: 'DATABASE_BROKEN' });
}

async function existing(): Promise<string> {
  const { folder = '' } = await databasePlace('empty');
  return folder;
}

async function opened(folder: string, options: OpenOptions = {}): Promise<Database> {
  const database = await openDatabase({ folder, ...options });
  open.push(database);
  return database;
}

/** The content of a process's lock file: its id and its start time. */
async function ownerLine(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  return `${pid} ${start}`;
}
