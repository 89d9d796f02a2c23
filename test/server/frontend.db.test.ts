import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, fetchExchange } from '@urql/core';
import { build, preview } from 'vite';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { DEFAULT_LIMITS } from '../../src/query/limit/limit.ts';
import { createApp } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { readManifest } from '../../src/server/manifest.ts';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { ownSeededDatabase, temporaryFolder } from '../support/database.ts';
import { ADDRESS, createProject, filesOfGuide, runCodegen, typeErrors, writeProjectFile } from '../support/guide.ts';
import { raiseRevision } from '../support/revision.ts';

// The guide does not depend on the kind of database, so one is enough.
const embedded = inject('templates').kind === 'embedded';
/** The files that send only hashes: they work in trusted mode. */
const BY_HASH = ['src/trusted.ts', 'src/apollo.ts'];

const schema = buildSchema();
let database: Database;
let folder: string;
let files: ReadonlyMap<string, string>;
let total: number;
let open: Listening;
let closed: Listening;

beforeAll(async () => {
  if (!embedded) return;
  database = await ownSeededDatabase();
  total = Number(await database.read({ text: 'select count(*)::text from "Quote"', values: [] }));
  folder = await temporaryFolder();
  files = await filesOfGuide('docs/frontend.md');
  const options = { schema, database, questions: [], log: () => {} };
  const address = { host: '127.0.0.1', port: 0 };
  open = await listen(createApp(options), address);
  await createProject(folder);
  const write = (at: Listening, names: readonly string[]) =>
    Promise.all(
      names.map((name) => writeProjectFile(folder, name, (files.get(name) ?? '').replaceAll(ADDRESS, at.url))),
    );
  await write(open, ['codegen.ts']);
  await runCodegen(folder, new Map([...files].filter(([name]) => name.endsWith('.graphql'))));
  const manifest = join(folder, 'src/gql/persisted-documents.json');
  const documents = await readManifest(manifest, { schema, limits: DEFAULT_LIMITS });
  closed = await listen(createApp({ ...options, documents, trustedOnly: true }), address);
  await write(
    open,
    [...files.keys()].filter((name) => !BY_HASH.includes(name)),
  );
  await write(closed, BY_HASH);
  const ssr = { ssr: true, outDir: 'out', rolldownOptions: { input: [...BY_HASH, 'src/quotes.ts', 'src/error.ts'] } };
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

test.runIf(embedded)('with urql, paging returns each quote exactly once', async () => {
  const { quotePage } = await load('quotes');
  const ids = new Set<string>();
  let next: string | null = null;
  do {
    const page: { quotes: { id: string }[]; next: string | null } = await quotePage(next);
    for (const { id } of page.quotes) ids.add(id);
    next = page.next;
  } while (next !== null);
  expect(ids.size).toBe(total);
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

test.runIf(embedded)('with urql, a trusted document is sent by its hash', async () => {
  const [{ client }, { QuoteListDocument }] = await Promise.all([
    load('trusted'),
    import(join(folder, 'src/gql/graphql.ts')),
  ]);
  const { data, error } = await client.query(QuoteListDocument, { first: 3 });
  expect(error).toBeUndefined();
  expect(data.quotes).toMatchObject({ __typename: 'QuoteConnection', totalCount: total });
  expect(data.quotes.edges).toHaveLength(3);
});

test.runIf(embedded)('with Apollo Client, the list grows page by page, with the hash of its document', async () => {
  const { client, list, more } = await load('apollo');
  const shown = () => list.getCurrentResult().data?.quotes?.edges?.length;
  const subscription = list.subscribe(() => {});
  await expect.poll(shown).toBe(10);
  expect(await more()).toBe(true);
  await expect.poll(shown).toBe(20);
  while (await more());
  await expect.poll(shown).toBe(total);
  subscription.unsubscribe();
  client.stop();
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
