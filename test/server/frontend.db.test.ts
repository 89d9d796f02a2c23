import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, fetchExchange } from '@urql/core';
import { build, preview } from 'vite';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { createApp } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { ownSeededDatabase, temporaryFolder } from '../support/database.ts';
import { ADDRESS, createProject, filesOfGuide, runCodegen, typeErrors, writeProjectFile } from '../support/guide.ts';
import { raiseRevision } from '../support/revision.ts';

// The guide does not depend on the kind of database, so one is enough.
const embedded = inject('templates').kind === 'embedded';
/** The files that need packages or generated files which this repository lacks. `npm run test:guide` runs them. */
const ELSEWHERE = /^src\/(relay\/|tada)/;

const schema = buildSchema();
let database: Database;
let folder: string;
let files: ReadonlyMap<string, string>;
let open: Listening;
let closed: Listening;

beforeAll(async () => {
  if (!embedded) return;
  database = await ownSeededDatabase();
  folder = await temporaryFolder();
  const all = await filesOfGuide('docs/frontend.md');
  files = new Map([...all].filter(([name]) => !ELSEWHERE.test(name)));
  const options = { schema, database, questions: [], log: () => {} };
  const address = { host: '127.0.0.1', port: 0 };
  open = await listen(createApp(options), address);
  await createProject(folder);
  closed = await listen(createApp({ ...options, trustedOnly: true }), address);
  const write = (name: string) => writeProjectFile(folder, name, (files.get(name) ?? '').replaceAll(ADDRESS, open.url));
  await write('codegen.ts');
  await runCodegen(folder, new Map([...files].filter(([name]) => name.endsWith('.graphql'))));
  await Promise.all([...files.keys()].map(write));
  const ssr = { ssr: true, outDir: 'out', rolldownOptions: { input: 'src/error.ts' } };
  await build({ root: folder, logLevel: 'error', build: ssr });
}, 120_000);

afterAll(() => Promise.all([open?.stop(0), closed?.stop(0)]));

/** A file of the guide, built for Node. */
const load = (name: string) => import(pathToFileURL(join(folder, `out/${name}.js`)).href);

test.runIf(embedded)('the guide has the files that it mentions', () => {
  expect([...files.keys()].sort()).toEqual([
    'codegen.ts',
    'src/apollo.ts',
    'src/client.ts',
    'src/error.ts',
    'src/live.ts',
    'src/main.ts',
    'src/quotes.graphql',
    'src/quotes.ts',
    'src/trusted.ts',
  ]);
});

test.runIf(embedded)('its files are typed: a field that was not selected is an error', async () => {
  expect(await typeErrors(folder)).toBe('');
  const main = (files.get('src/main.ts') ?? '').replace('article.headline', 'article.section');
  await writeProjectFile(folder, 'src/wrong.ts', main);
  onTestFinished(() => writeProjectFile(folder, 'src/wrong.ts', ''));
  expect(await typeErrors(folder)).toContain("Property 'section' does not exist");
});

test.runIf(embedded)('its error messages depend on the codes', async () => {
  const { messageOf } = await load('error');
  const ask = async (url: string, query: string) => {
    const client = new Client({ url: `${url}/graphql`, exchanges: [fetchExchange], preferGetMethod: false });
    return messageOf((await client.query(query, {})).error);
  };
  expect(await ask(open.url, '{ poeple { totalCount } }')).toContain('Did you mean "people"');
  expect(await ask(closed.url, '{ people { totalCount } }')).toContain('only trusted documents');
  expect(await ask('http://127.0.0.1:1', '{ people { totalCount } }')).toBe('The server cannot be reached.');
});

test.runIf(embedded && CHROMIUM)(
  'the page shows quotes, loads more, updates itself, and survives an outage of the server',
  async () => {
    await build({ root: folder, logLevel: 'error', build: { outDir: 'dist' } });
    const site = await preview({
      root: folder,
      logLevel: 'error',
      build: { outDir: 'dist' },
      preview: { port: 0, host: '127.0.0.1' },
    });
    const browser = await openBrowser();
    onTestFinished(async () => {
      await browser.close();
      await site.close();
    });
    const page = await browser.newPage();
    await page.goto(String(site.resolvedUrls?.local[0]));
    const items = page.locator('body > ol > li');
    await expect.poll(() => items.count(), { timeout: 10_000 }).toBe(10);
    expect(await items.first().locator('ul > li').count()).toBeGreaterThan(1);
    // The first event makes it load the list again, and the button is disabled meanwhile.
    await expect.poll(() => page.locator('body > p').textContent(), { timeout: 10_000 }).toMatch(/^Revision/);
    await page.locator('button:enabled').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate("more = document.querySelector('button'); more.click(); more.click()");
    await expect.poll(() => items.count(), { timeout: 10_000 }).toBe(20);
    expect(asked).toHaveLength(1);
    const number = await raiseRevision(database);
    await expect.poll(() => page.locator('body > p').textContent(), { timeout: 10_000 }).toBe(`Revision ${number}`);
    await expect.poll(() => items.count(), { timeout: 10_000 }).toBe(10);
    await page.route(`${open.url}/**`, (route) => route.abort());
    await page.reload();
    const message = () => page.locator('body > p').textContent();
    await expect.poll(message, { timeout: 10_000 }).toMatch(/^The server (is unavailable|cannot be reached)/);
    await page.unroute(`${open.url}/**`);
    await expect.poll(message, { timeout: 10_000 }).toBe(`Revision ${number}`);
    await expect.poll(() => items.count(), { timeout: 10_000 }).toBe(10);
  },
);
