import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { createApp } from '../../src/server/app.ts';
import type { Assets } from '../../src/server/asset.ts';
import { testDatabase } from '../support/database.ts';

const assets: Assets = { folder: '', addressOf: (source) => `/assets/${source}`, has: () => false };

let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  app = createApp({ schema: buildSchema(), database: await testDatabase(), questions: [], assets, log: () => {} });
});

test.each([
  ['/', 'articles'],
  ['/articles', 'articles'],
  ['/stances', 'positions'],
  ['/timeline', 'dated entries'],
  ['/connections', 'people or organisations'],
  ['/quotations', 'quotations'],
])('with an empty database, %s says how to add data and shows no empty table', async (address, many) => {
  const response = await app.fetch(`http://localhost${address}`, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain(`There are no ${many} yet. An editor adds them with an article`);
  expect(html).not.toContain('<table');
});
