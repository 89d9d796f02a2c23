import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { ownSeededDatabase } from '../support/database.ts';

const logged: unknown[] = [];
let database: Database;
let app: App;
beforeAll(async () => {
  database = await ownSeededDatabase();
  app = createApp({ schema: buildSchema(), database, questions: [], log: (error) => void logged.push(error) });
});

const get = (path: string, accept = '*/*', method = 'GET') =>
  app.fetch(`http://localhost${path}`, { method, headers: { accept } });

test('an article and a person are JSON-LD for clients that accept it, and for all with the suffix', async () => {
  for (const [path, type] of [
    ['/article/004-officials-say', 'NewsArticle'],
    ['/person/kaja-kallas', 'Person'],
  ]) {
    const accepted = await get(path ?? '', 'text/html;q=0.5, application/ld+json');
    expect([accepted.status, accepted.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
    const document = await accepted.json();
    expect(document['@type']).toBe(type);
    expect(await (await get(`${path}.jsonld`)).json()).toEqual(document);
  }
});

test('without the suffix, a client that does not accept JSON-LD gets 404', async () => {
  expect((await get('/person/kaja-kallas', 'text/html')).status).toBe(404);
});

test.each(['kaja-kalas', 'Kaja%20Kallas'])('an unknown slug is 404 as JSON, with a suggestion: %s', async (slug) => {
  const response = await get(`/person/${slug}.jsonld`);
  expect(response.status).toBe(404);
  const [error] = (await response.json()).errors;
  expect(error.extensions.code).toBe('NOT_FOUND');
  expect(error.message).toContain('did you mean /person/kaja-kallas.jsonld?');
});

test.each([
  ['NUL', '%00'],
  ['invalid UTF-8', '%E0%A4%A'],
  ['dots', '..'],
  ['very long', 'a'.repeat(5000)],
  ['SQL', "' or 1=1"],
])('an odd slug is rejected without an internal error: %s', async (_, slug) => {
  const { status } = await get(`/article/${slug}.jsonld`);
  expect([400, 404]).toContain(status);
  expect(logged).toEqual([]);
});

test('a slug that was merged into another redirects to that one', async () => {
  await database.transaction((session) =>
    session.script(
      `INSERT INTO "ActorSlug" ("slug", "actorId") SELECT 'kaja-the-first', "id" FROM "Actor" WHERE "slug" = 'kaja-kallas'`,
    ),
  );
  const ending = await get('/person/kaja-the-first.jsonld');
  expect([ending.status, ending.headers.get('location')]).toEqual([301, '/person/kaja-kallas.jsonld']);
  const accepted = await get('/person/kaja-the-first', 'application/ld+json');
  expect(accepted.headers.get('location')).toBe('/person/kaja-kallas');
});
