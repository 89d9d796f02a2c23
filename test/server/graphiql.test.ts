import { createYoga } from 'graphql-yoga';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { useGraphiql } from '../../src/server/use-graphiql.ts';

const questions = [{ group: 'tag', title: 'Is </script> <!-- shown?', query: '{ people { totalCount } }' }];
const assets = { folder: '', addressOf: (source: string) => `/assets/${source}`, has: () => false };
const app = createYoga({
  schema: buildSchema(),
  graphiql: false,
  logging: false,
  plugins: [useGraphiql({ assets, questions, mayExplain: false })],
});

const get = (address: string, headers: Record<string, string> = { accept: 'text/html,*/*;q=0.8' }) =>
  app.fetch(`http://localhost${address}`, { headers });

test('a browser gets GraphiQL for any query in the address; other clients get the answer', async () => {
  for (const address of ['/graphql', '/graphql/', '/graphql?query={revision{number}}&variables={no'])
    expect(await (await get(address)).text()).toContain('<title>Onrecord · GraphiQL</title>');
  const { headers } = await get('/graphql?query={__typename}', { accept: 'application/json' });
  expect(headers.get('content-type')).toContain('application/json');
});

test('GraphiQL has no inline script and loads only from this server', async () => {
  const response = await get('/graphql');
  const policy = response.headers.get('content-security-policy')?.split('; ');
  expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]));
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const scripts = (await response.text()).match(/<script.*?>/g);
  expect(scripts).toEqual([
    '<script type="module" src="/assets/graphiql/main.tsx">',
    '<script type="application/json" id="setting">',
  ]);
});

test('the library is embedded in the page, with any characters', async () => {
  const [, setting = ''] = /id="setting">(.*?)<\/script>/s.exec(await (await get('/graphql')).text()) ?? [];
  expect(JSON.parse(setting)).toEqual({ questions, mayExplain: false });
  expect(setting).not.toContain('<');
});

test('the page is compressed if the client accepts it', async () => {
  const plain = await get('/graphql');
  const packed = await get('/graphql', { accept: 'text/html', 'accept-encoding': 'deflate, gzip' });
  expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip']);
});
