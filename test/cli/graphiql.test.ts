import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CHROMIUM, openBrowser } from '../support/browser.ts';
import { type Serving, serving } from '../support/command-line.ts';
import { datasetPlace } from '../support/dataset-place.ts';

const WHO = '# Who is known?\nquery WhoIsKnown {\n  people {\n    nodes {\n      name\n    }\n  }\n}\n';
const MANY = '# How many are there?\nquery HowMany {\n  people {\n    totalCount\n  }\n}\n';
const BY_SLUG = 'query BySlug($slug: String!) { person(slug: $slug) { name } }';
const BY_SLUG_IN_LINES = 'query BySlug($slug: String!) {\n  person(slug: $slug) {\n    name\n  }\n}';

let server: Serving;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Problems while a test runs: requests to other servers, script errors, violations of the Content-Security-Policy. */
const wrong: string[] = [];

beforeAll(async () => {
  if (!CHROMIUM) return;
  const files = {
    'people.yaml': 'ada-berg: { name: Ada Berg }\nbo-lind: { name: Bo Lind }\n',
    'questions/who.graphql': WHO,
    'questions/count/many.graphql': MANY,
  };
  const place = await datasetPlace(files, 'migrated');
  server = await serving(place);
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // Not by a route, which would turn the browser's cache off: no other name resolves (see openBrowser).
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) wrong.push(url);
  });
  await context.exposeFunction('breached', (text: string) => wrong.push(text));
  await context.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => breached(e.violatedDirective + ': ' + e.blockedURI))",
  );
}, 120_000);

beforeEach(async () => {
  if (!CHROMIUM) return;
  page = await context.newPage();
  page.on('pageerror', ({ message }) => wrong.push(message));
});

afterEach(async () => {
  if (!CHROMIUM) return;
  await page.evaluate(() => localStorage.clear());
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
  expect(wrong.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  server?.child.kill('SIGTERM');
});

async function open(question: Readonly<Record<string, string>> = {}): Promise<void> {
  const parameters = new URLSearchParams(question).toString();
  await page.goto(`${server.url}/graphql${parameters && `?${parameters}`}`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

/** Accessibility rules that a part of the page violates, according to axe. */
async function barriers(selector: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run('${selector}').then(({ violations }) => violations.map(({ id }) => id))`);
}

/** The scrollable size of the document; equals the window unless something overflows. */
const sizeOf = '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const run = () => button(/execute query/i).click();
const answered = (text: string) => page.locator('.graphiql-response').getByText(text).waitFor();
const tabs = () => page.locator('[id^=graphiql-session-tab]').allTextContents();

test.skipIf(!CHROMIUM)('a question is found by its words and run', async () => {
  await open();
  expect(await page.title()).toBe('Onrecord · GraphiQL');
  expect(await tabs()).toEqual(['WhoIsKnown']);
  await run();
  await answered('Ada Berg');
  expect(await page.getByRole('region', { name: /First questions|Count/ }).count()).toBe(2);
  await page.getByLabel('Search titles, queries and answers').fill('MANY people');
  await page.getByRole('status').getByText('1 of 2 questions').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await answered('totalCount');
  await page.getByRole('tab', { name: 'HowMany', selected: true }).waitFor();
  expect(await barriers('.questions')).toEqual([]);
  expect(await tabs()).toEqual(['WhoIsKnown', 'HowMany']);
  await page.getByLabel('Search titles, queries and answers').fill('áda BERG');
  await page.getByRole('status').getByText('1 of 2 questions').waitFor();
  await button('Run: Who is known?').waitFor();
});

test.skipIf(!CHROMIUM)('an address opens its query in a new tab, and tabs survive a reload', async () => {
  await open();
  await page.waitForURL(/WhoIsKnown/);
  await open({ query: BY_SLUG, variables: '{"slug":"bo-lind"}' });
  expect(await tabs()).toEqual(['WhoIsKnown', 'BySlug']);
  await run();
  await answered('Bo Lind');
  await button('Copy link').click();
  await page.getByRole('status').getByText('clipboard').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(Object.fromEntries(link.searchParams)).toEqual({ query: BY_SLUG_IN_LINES, variables: '{"slug":"bo-lind"}' });
  await page.getByRole('tab', { name: 'WhoIsKnown' }).click();
  await page.waitForURL(/WhoIsKnown/);
  await page.reload();
  await page.getByRole('tab', { name: 'WhoIsKnown', selected: true }).waitFor();
  expect(await tabs()).toEqual(['WhoIsKnown', 'BySlug']);
});

test.skipIf(!CHROMIUM)('a long query is minified in the address and formatted again', async () => {
  const names = Array.from({ length: 220 }, (_, index) => `a${index}: people { totalCount }`).join(' ');
  const long = `query Long { ${names} }`;
  await open({ query: long });
  await page.waitForURL(({ search }) => /^\?query=query\+Long%7Ba0%3A/.test(search));
  await button('Copy link').click();
  await page.getByRole('status').getByText('clipboard').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(8_100);
  const lines = await page.locator('.graphiql-query-editor .view-line').allTextContents();
  expect(lines[1]?.replaceAll('\u00a0', ' ')).toBe('  a0: people {');
  await page.goto(link);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  expect(await tabs()).toEqual(['Long']);
  await page.waitForURL(link);
});

test.skipIf(!CHROMIUM)('the address names one of several operations', async () => {
  await open({
    query: 'query One { people { totalCount } } query Two { people { nodes { name } } }',
    operationName: 'Two',
  });
  await page.getByRole('tab', { name: 'Two' }).waitFor();
  await page.waitForURL(/operationName=Two/);
});

test.skipIf(!CHROMIUM)('Explain shows the SQL, the plan and the measured times', async () => {
  await open({ query: BY_SLUG, variables: '{"slug":"bo-lind"}' });
  await button(/^Explain/).click();
  const panel = page.locator('.explain');
  await panel.getByText('rows at most').waitFor();
  expect(await panel.locator('pre').textContent()).toMatch(/^select\n +json_build_object\(\n +'person',/);
  expect(await panel.getByText('"bo-lind"').count()).toBe(1);
  expect(await barriers('.explain')).toEqual([]);
  await button('Measure').click();
  await panel.getByText(/\d ms for planning/).waitFor();
  await panel
    .getByText(/; 1 row in [\d.]+ ms/)
    .first()
    .waitFor();
});

test.skipIf(!CHROMIUM)('Download CSV saves the same file as /download, or shows an error', async () => {
  await open({ query: WHO });
  const [download] = await Promise.all([page.waitForEvent('download'), button('Download CSV').click()]);
  const link = await fetch(`${server.url}/download?${new URLSearchParams({ query: WHO })}`);
  expect(await readFile(await download.path())).toEqual(Buffer.from(await link.arrayBuffer()));
  expect(download.suggestedFilename()).toBe('WhoIsKnown.csv');
  await button('How many are there?').first().click();
  await button('Download CSV').click();
  await page.getByRole('alert').getByText('Download failed: people').waitFor();
});

test.skipIf(!CHROMIUM)('errors of the server, and a server that cannot be reached, are shown in words', async () => {
  await open({ query: '{ people(first: 100000) { nodes { name } } }', variables: '{ no JSON' });
  await page.locator('.graphiql-editor-tool').getByText('no JSON').waitFor();
  await run();
  await answered('Request not sent.');
  await page.locator('.graphiql-editor-tool .view-line').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await run();
  await answered('is out of range');
  await page.route('**/graphql', (route) => route.abort());
  await run();
  await answered('The server does not answer.');
});

test.skipIf(!CHROMIUM)('a subscription shows answers until it is stopped', async () => {
  await open({ query: 'subscription { revision { number } }' });
  await run();
  await answered('"number"');
  await button(/stop query/i).click();
  await button(/execute query/i).waitFor();
});

test.skipIf(!CHROMIUM)('the panels of GraphiQL load from this server', async () => {
  await open();
  for (const name of ['Query Builder', 'History', 'Documentation Explorer']) await button(`Show ${name}`).click();
  await page.locator('.graphiql-plugin').getByText('A GraphQL schema provides a root type').waitFor();
});

test.skipIf(!CHROMIUM)('on a phone a panel covers the editors until a question is chosen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open();
  await button('Show Questions').click();
  await page.locator('.graphiql-sessions').waitFor({ state: 'hidden' });
  await button('Run: Who is known?').click();
  await answered('Ada Berg');
  expect(await page.evaluate(sizeOf)).toEqual([390, 844]);
});

test.skipIf(!CHROMIUM)('a long query scrolls in the editor, not in the page', async () => {
  await open({ query: `${'# line\n'.repeat(200)}${MANY}` });
  expect(await page.evaluate(sizeOf)).toEqual([1500, 900]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(sizeOf)).toEqual([390, 800]);
});

test.skipIf(!CHROMIUM)('without EXPLAIN on the server, there is no button and no panel for it', async () => {
  await page.route(/\/graphql$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('"mayExplain":true', '"mayExplain":false') });
  });
  await open();
  expect(await button('Download CSV').count()).toBe(1);
  expect(await button(/Explain/).count()).toBe(0);
});
