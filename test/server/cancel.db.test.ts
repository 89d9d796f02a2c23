import { request } from 'node:http';
import pg from 'pg';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { databasePlace } from '../support/database.ts';

const BODY = JSON.stringify({ query: '{ articles { totalCount } }' });

/** A server on a database whose table Article is locked, so that every query for articles waits. */
async function lockedServer(statementTimeout: number) {
  const { url: address = '' } = await databasePlace();
  const holder = new pg.Client(address);
  await holder.connect();
  await holder.query('begin; lock table "Article" in access exclusive mode');
  const database = await openDatabase({ url: address, statementTimeout });
  const app = createApp({ schema: buildSchema(), database, questions: [], log: () => {} });
  const { url, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
  const waiting = async () => {
    const { rows } = await holder.query(
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'",
    );
    return rows[0].n as number;
  };
  const until = async (n: number) => {
    while ((await waiting()) !== n) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const close = async () => {
    await holder.query('rollback');
    await holder.end();
    await stop(1000);
    await database.close();
  };
  return { url, until, close };
}

test('a statement is cancelled when the client disconnects', async ({ skip }) => {
  if (!('url' in (await databasePlace('empty')))) skip('the embedded database cannot be interrupted');
  const { url, until, close } = await lockedServer(60_000);
  const headers = { 'content-type': 'application/json' };
  const client = request(`${url}/graphql`, { method: 'POST', headers });
  client.on('error', () => {});
  client.end(BODY);
  await until(1);
  client.destroy();
  await until(0);
  await close();
});

test('a statement that takes too long is cancelled, and the client gets a TIMEOUT', async ({ skip }) => {
  if (!('url' in (await databasePlace('empty')))) skip('the embedded database cannot be interrupted');
  const { url, close } = await lockedServer(200);
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: BODY });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect([response.status, errors[0]?.extensions.code]).toEqual([504, 'TIMEOUT']);
  await close();
});
