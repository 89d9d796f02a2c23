import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { databasePlace, testDatabase } from '../support/database.ts';

const onServer = inject('templates').kind === 'server';

test('an unreachable server is named without its password', async () => {
  const opening = openDatabase({ url: 'postgresql://me:secret@127.0.0.1:1/onrecord' });
  await expect(opening).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringMatching(/127\.0\.0\.1:1\/onrecord cannot be reached \(.*ECONNREFUSED.*DATABASE_URL/),
  });
  await expect(opening).rejects.not.toThrow('secret');
});

test.runIf(onServer)('a database that does not exist is named', async () => {
  await expect(openDatabase({ url: otherDatabase('nowhere') })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('database "nowhere" does not exist'),
  });
});

test.runIf(onServer)('a database with another encoding is rejected', async () => {
  const admin = await testDatabase();
  await admin.query({ text: `CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`, values: [] });
  await expect(openDatabase({ url: otherDatabase('latin') })).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    message: expect.stringContaining('LATIN1'),
  });
});

test.runIf(onServer)(
  'a connection that the server ends is UNAVAILABLE to the reader, and the next one is new',
  async () => {
    const database = await testDatabase();
    const end = `SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE pid = pg_backend_pid()`;
    await expect(database.read({ text: end, values: [] })).rejects.toMatchObject({
      extensions: { code: 'UNAVAILABLE' },
    });
    expect(await database.read({ text: 'SELECT 1::text', values: [] })).toBe('1');
  },
);

test.runIf(onServer)('a connection that breaks in the middle of a statement is UNAVAILABLE to the reader', async () => {
  const { url = '' } = await databasePlace();
  const sockets: Socket[] = [];
  const proxy = createServer((client) => {
    const server = connect(Number(new URL(url).port), '127.0.0.1');
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) sockets.push(socket.on('error', () => {}));
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const through = new URL(url);
  through.port = String(typeof address === 'object' ? address?.port : '');

  const database = await openDatabase({ url: through.href });
  const read = database.read({ text: 'SELECT pg_sleep(20)::text', values: [] });
  await setTimeout(200);
  for (const socket of sockets) socket.destroy();
  await expect(read).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  expect(await database.read({ text: 'SELECT 1::text', values: [] })).toBe('1');
  await database.close();
  proxy.close();
});

function otherDatabase(name: string): string {
  const templates = inject('templates');
  return templates.kind === 'server' ? templates.url.replace(/[^/]*$/, name) : '';
}
