import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database, Statement } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { databasePlace, testDatabase } from '../support/database.ts';

const onServer = inject('templates').kind === 'server';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

test('a database knows its kind', () => {
  expect(database.kind).toBe(inject('templates').kind);
});

describe('read', () => {
  test('returns the text of the single column of the single row', async () => {
    expect(await database.read(sql(`SELECT $1::text || '!'`, 'Grüße'))).toBe('Grüße!');
  });

  test('returns JSON as the database wrote it', async () => {
    expect(await database.read(sql(`SELECT json_build_object('b', 1, 'a', $1::int)`, 2))).toBe('{"b" : 1, "a" : 2}');
  });

  test('returns null for null and for no row', async () => {
    expect(await database.read(sql('SELECT NULL::text'))).toBeNull();
    expect(await database.read(sql('SELECT 1::text WHERE false'))).toBeNull();
  });

  test('accepts lists, including lists of enum values', async () => {
    const statement = sql(
      `SELECT ('OPPOSES' = ANY ($1::"Stance"[]) AND 'b,"' = ANY ($2))::text`,
      ['OPPOSES'],
      ['a', 'b,"'],
    );
    expect(await database.read(statement)).toBe('true');
  });

  test('throws the error of an invalid statement and keeps working', async () => {
    await expect(database.read(sql('SELECT 1/0'))).rejects.toThrow('division by zero');
    expect(await database.read(sql('SELECT 1::text'))).toBe('1');
  });

  test('calls listeners with each statement until they are removed', async () => {
    const heard: Statement[] = [];
    const stop = database.onStatement((statement) => heard.push(statement));
    const statement = sql('SELECT $1::text', 'x');
    await database.read(statement);
    stop();
    await database.read(sql('SELECT 2::text'));
    expect(heard).toEqual([statement]);
  });

  test('does not reach the database if the signal is already aborted', async () => {
    const heard: Statement[] = [];
    const stop = database.onStatement((statement) => heard.push(statement));
    await expect(database.read(sql('SELECT 1::text'), { signal: AbortSignal.abort('gone') })).rejects.toBe('gone');
    stop();
    expect(heard).toEqual([]);
  });

  test.runIf(onServer)('ends a running statement when the signal aborts', async () => {
    const begun = performance.now();
    const read = database.read(sql(`SELECT pg_sleep(20)::text`), { signal: AbortSignal.timeout(200) });
    await expect(read).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - begun).toBeLessThan(5_000);
    const running = sql(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`,
    );
    expect(await database.query(running)).toEqual([{ count: 0 }]);
  });

  test.runIf(onServer)('ends a statement that takes longer than it may', async () => {
    const hurried = await testDatabase({ statementTimeout: 100 });
    await expect(hurried.read(sql('SELECT pg_sleep(20)::text'))).rejects.toMatchObject({
      extensions: { code: 'TIMEOUT' },
    });
    await hurried.write((client) => client.$executeRaw`SELECT pg_sleep(0.3)`);
  });

  test.runIf(!onServer)('drops a waiting statement when the signal aborts', async () => {
    const heard: Statement[] = [];
    const stop = database.onStatement((statement) => heard.push(statement));
    const leave = new AbortController();
    const write = database.write(() => setTimeout(50));
    const read = database.read(sql('SELECT 1::text'), { signal: leave.signal });
    leave.abort('gone');
    await expect(read).rejects.toBe('gone');
    await write;
    expect(await database.read(sql('SELECT 2::text'))).toBe('2');
    stop();
    expect(heard.map((statement) => statement.text)).toEqual(['SELECT 2::text']);
  });
});

test('query returns counts as numbers and dates as text', async () => {
  const statement = sql(
    `SELECT count(*) AS count, date '2025-12-15' AS day, NULL::date AS never FROM (VALUES (1), (2)) AS v`,
  );
  expect(await database.query(statement)).toEqual([{ count: 2, day: '2025-12-15', never: null }]);
});

describe('texts come back as they were stored', () => {
  const TEXTS = [
    ['a byte order mark at the beginning', '\ufeffTunnel'],
    ['two byte order marks', '\ufeff\ufeff'],
    ['a byte order mark at the end', 'Tunnel\ufeff'],
    ['other invisible characters', '\u200b\u2060\u00ad\u202e\ufffe\uffff\u{e0001}'],
    ['unusual line breaks', '\r\n\r\u0085\u2028\u2029\v\f'],
    ['control characters', '\u0001\u001b\u007f\u009f'],
    ['a replacement character and the last code point', '\ufffd\u{10ffff}'],
  ] as const;

  test.each(TEXTS)('%s', async (_, text) => {
    const statement = sql('SELECT $1::text AS "text"', text);
    expect(await database.read(statement)).toBe(text);
    expect(await database.query(statement)).toEqual([{ text }]);
    expect(await database.transaction((session) => session.query(statement))).toEqual([{ text }]);
    expect(await database.write((client) => client.$queryRawUnsafe(statement.text, text))).toEqual([{ text }]);
  });

  test('also after a statement has failed', async () => {
    await expect(database.query(sql('SELECT no'))).rejects.toThrow('"no" does not exist');
    expect(await database.read(sql('SELECT $1::text', '\ufeffTunnel'))).toBe('\ufeffTunnel');
  });
});

describe.each(['write', 'transaction'] as const)('%s', (method) => {
  const insert = async (on: Database, name: string, then: () => Promise<unknown>) =>
    method === 'write'
      ? on.write(async (client) => {
          await client.claimKey.create({ data: { name, description: 'Test.' } });
          return then();
        })
      : on.transaction(async (session) => {
          await session.query(sql(`INSERT INTO "ClaimKey" VALUES ($1, 'Test.')`, name));
          return then();
        });

  test('commits, and returns the result of its work', async () => {
    expect(await insert(database, `kept-${method}`, async () => 'done')).toBe('done');
    expect(await namesLike('kept', method)).toEqual([`kept-${method}`]);
  });

  test('rolls back when its work throws', async () => {
    const failing = insert(database, `lost-${method}`, () => Promise.reject(new Error('stop')));
    await expect(failing).rejects.toThrow('stop');
    expect(await namesLike('lost', method)).toEqual([]);
  });

  test('rolls back and throws when a constraint is violated at the end', async () => {
    const breaking = insert(database, `broken-${method}`, async () => {});
    await breaking;
    const name = `broken-${method}`;
    const slug = `nobody-${method}`;
    const orphan =
      method === 'write'
        ? database.write((client) => client.$executeRaw`INSERT INTO "ActorSlug" VALUES (${slug}, ${name})`)
        : database.transaction((session) => session.query(sql('INSERT INTO "ActorSlug" VALUES ($1, $2)', slug, name)));
    await expect(orphan).rejects.toThrow('ActorSlug_actorId_fkey');
    expect(await database.query(sql('SELECT * FROM "ActorSlug" WHERE slug = $1', slug))).toEqual([]);
  });

  test('runs alone', async () => {
    const order: string[] = [];
    const slow = insert(database, `slow-${method}`, async () => {
      order.push('first begins');
      await setTimeout(100);
      order.push('first ends');
    });
    const others = [
      database.write(async () => void order.push('second')),
      database.transaction(async () => void order.push('third')),
    ];
    await Promise.all([slow, ...others]);
    expect(order.indexOf('first ends')).toBe(order.indexOf('first begins') + 1);
  });

  test('is invisible to reads until it ends', async () => {
    let reading: Promise<unknown> = Promise.resolve();
    await insert(database, `unseen-${method}`, async () => {
      reading = namesLike('unseen', method);
      await setTimeout(50);
    });
    // A server answers from the earlier state; the embedded database makes the read wait.
    expect(await reading).toEqual(onServer ? [] : [`unseen-${method}`]);
  });
});

describe('close', () => {
  test('waits for running work and rejects later work', async () => {
    const place = await databasePlace();
    const closing = await openDatabase(place);
    const write = closing.write(async (client) => {
      await setTimeout(100);
      await client.claimKey.create({ data: { name: 'late', description: 'Test.' } });
    });
    const read = closing.read(sql('SELECT 1::text'));
    await closing.close();
    await expect(closing.read(sql('SELECT 1::text'))).rejects.toMatchObject({ code: 'DATABASE_CLOSED' });
    expect(await read).toBe('1');
    await write;
    const again = await openDatabase(place);
    expect(await again.read(sql('SELECT name FROM "ClaimKey"'))).toBe('late');
    await again.close();
  });

  test('may be called twice', async () => {
    const closing = await testDatabase();
    await Promise.all([closing.close(), closing.close()]);
    await closing.close();
  });
});

function sql(text: string, ...values: unknown[]): Statement {
  return { text, values };
}

async function namesLike(prefix: string, method: string): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    sql('SELECT name FROM "ClaimKey" WHERE name = $1', `${prefix}-${method}`),
  );
  return rows.map((row) => row.name);
}
