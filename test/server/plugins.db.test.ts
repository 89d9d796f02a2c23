import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { type App, appWith } from '../../src/server/app.ts';
import type { AppOptions } from '../../src/server/app-options.ts';
import { pluginsOf } from '../../src/server/plugins.ts';
import { seededDatabase } from '../support/database.ts';

const schema = buildSchema();
const assets = { folder: '', addressOf: (source: string) => `/assets/${source}`, has: () => false };
let options: AppOptions;

beforeAll(async () => {
  const database = await seededDatabase();
  options = { schema, database, assets, questions: [], trustedOnly: true, log: () => {} };
});

/** The server with its plugins in another order: `moved` directly after `after`. */
function appMoving(moved?: string, after?: string, more: Partial<AppOptions> = {}): App {
  return appWith(options, (ask) => {
    const all = Object.entries(pluginsOf({ ...options, trustedOnly: false, ...more }, ask));
    const kept = all.filter(([name]) => name !== moved);
    const at = kept.findIndex(([name]) => name === after) + 1;
    return [...kept.slice(0, at), ...all.filter(([name]) => name === moved), ...kept.slice(at)].map(
      ([, plugin]) => plugin,
    );
  });
}

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly accept?: string;
  readonly body?: string;
  readonly trustedOnly?: boolean;
}

/** The features of an answer that reveal which plugin gave it. */
async function answerOf({ path, accept = '*/*', trustedOnly = false, ...init }: Sent, order: readonly string[] = []) {
  const [moved, after] = order;
  const app = appMoving(moved, after, { trustedOnly });
  const headers = { accept, ...(init.body && { 'content-type': 'application/json' }) };
  const response = await app.fetch(`http://localhost${path}`, { headers, ...init });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';', 1)[0] ?? null,
    hasTag: response.headers.has('etag'),
    title: /<title>(.*?)<\/title>/.exec(text)?.[1] ?? null,
    empty: text === '',
  };
}

const HTML = 'text/html';
const PEOPLE = 'query=%7Bpeople(first:1)%7Bnodes%7Bname%7D%7D%7D';

test.each<[before: string, after: string, sent: Sent, expected: object]>([
  ['cors', 'method', { path: '/health', method: 'OPTIONS' }, { status: 204 }],
  ['method', 'health', { path: '/health', method: 'POST' }, { status: 405 }],
  ['method', 'schemaFile', { path: '/schema.graphql', method: 'POST' }, { status: 405 }],
  ['method', 'asset', { path: '/assets/none.js', method: 'POST' }, { status: 405 }],
  ['method', 'route', { path: '/people', method: 'POST' }, { status: 405 }],
  ['head', 'health', { path: '/health', method: 'HEAD' }, { status: 200, empty: true }],
  ['head', 'downloadLink', { path: `/download?${PEOPLE}`, method: 'HEAD' }, { status: 200 }],
  ['head', 'schemaFile', { path: '/schema.graphql', method: 'HEAD' }, { empty: true }],
  ['head', 'linkedData', { path: '/person/kaja-kallas.jsonld', method: 'HEAD' }, { empty: true }],
  ['head', 'asset', { path: '/assets/none.js', method: 'HEAD' }, { empty: true }],
  ['head', 'route', { path: '/people', method: 'HEAD' }, { status: 200, type: HTML }],
  ['health', 'explorer', { path: '/health', accept: HTML }, { type: 'application/json' }],
  ['downloadLink', 'explorer', { path: `/download?${PEOPLE}`, accept: HTML }, { type: 'text/csv' }],
  ['schemaFile', 'explorer', { path: '/schema.graphql', accept: HTML }, { type: 'text/plain' }],
  ['linkedData', 'explorer', { path: '/person/kaja-kallas.jsonld', accept: HTML }, { type: 'application/ld+json' }],
  ['asset', 'explorer', { path: '/assets/none.js', accept: HTML }, { type: 'application/json' }],
  [
    'explorer',
    'graphiql',
    { path: '/graphql', accept: HTML, trustedOnly: true },
    { title: 'GraphiQL is disabled · Onrecord' },
  ],
  ['health', 'route', { path: '/health' }, { status: 200 }],
  ['downloadLink', 'route', { path: `/download?${PEOPLE}` }, { status: 200 }],
  ['schemaFile', 'route', { path: '/schema.graphql' }, { status: 200 }],
  ['linkedData', 'route', { path: '/person/kaja-kallas.jsonld' }, { status: 200 }],
  ['explorer', 'route', { path: '/people' }, { status: 200, type: HTML }],
  ['graphiql', 'route', { path: '/graphql?variables=%7B', accept: HTML }, { status: 200, type: HTML }],
  ['route', 'body', { path: '/nowhere', method: 'POST', body: 'x'.repeat(1_100_000) }, { status: 404 }],
  ['queryString', 'route', { path: '/nowhere?q=%F8' }, { status: 400 }],
  ['cache', 'passThrough', { path: `/graphql?${PEOPLE}` }, { status: 200, hasTag: true }],
  ['download', 'passThrough', { path: `/graphql?${PEOPLE}`, accept: 'text/csv' }, { type: 'text/csv' }],
])('%s must run before %s', async (before, after, sent, expected) => {
  expect(await answerOf(sent)).toMatchObject(expected);
  expect(await answerOf(sent, [before, after])).not.toMatchObject(expected);
});
