import { request } from 'node:http';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { createApp } from '../../src/server/app.ts';
import { listen } from '../../src/server/listen.ts';
import { testDatabase } from '../support/database.ts';

/** Sends a body over real HTTP, with or without a Content-Length header. */
async function send(url: string, body: string, announced: boolean): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(announced && { 'content-length': Buffer.byteLength(body) }),
    };
    const client = request(`${url}/graphql`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    client.on('error', reject);
    for (let i = 0; i < body.length; i += 50_000) client.write(body.slice(i, i + 50_000));
    client.end();
  });
}

test('a body that is too long is rejected, with or without a Content-Length; shorter ones are read', async () => {
  const database = await testDatabase();
  const app = createApp({ schema: buildSchema(), database, questions: [], log: () => {} });
  const { url, stop } = await listen(app, { host: '127.0.0.1', port: 0 });
  const query = '{ articles { totalCount } }';
  const long = JSON.stringify({ query, variables: { padding: 'x'.repeat(1_100_000) } });
  for (const announced of [true, false]) {
    const rejected = await send(url, long, announced);
    expect([rejected.status, JSON.parse(rejected.text).errors[0].extensions.code]).toEqual([413, 'COST_EXCEEDED']);
    const answered = await send(url, JSON.stringify({ query }), announced);
    expect([answered.status, answered.text]).toEqual([200, '{"data":{"articles" : {"totalCount" : 0}}}']);
  }
  await stop(1000);
});
