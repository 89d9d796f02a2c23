import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serving } from '../support/command-line.ts';
import { knowledgePlace } from '../support/knowledge-place.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (!CHROMIUM) console.warn('SKIPPED: the page for questions is not tested, for there is no Chromium on this machine.');

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
/** No name leads anywhere: the page has to do with what this server gives it. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

let server: Serving;
let browser: Browser;

beforeAll(async () => {
  if (!CHROMIUM) return;
  const place = await knowledgePlace({
    'people.yaml': 'ada-berg: { name: Ada Berg }\n',
    'questions/a.graphql': '# Who is known?\nquery WhoIsKnown {\n  people {\n    nodes {\n      name\n    }\n  }\n}\n',
    'questions/b.graphql': '# How many?\nquery HowMany {\n  people {\n    totalCount\n  }\n}\n',
  });
  server = await serving(place);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: [...ARGS, OFFLINE] });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.child.kill('SIGTERM');
});

test.skipIf(!CHROMIUM)('GraphiQL works without internet, offers the questions as tabs and answers one', async () => {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  const requested: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url);
  expect(page.url()).toBe(`${server.url}/graphql`);
  const tabs = page.getByRole('tab');
  await page.getByText('WhoIsKnown').first().waitFor();
  expect(await tabs.allTextContents()).toEqual([
    expect.stringMatching(/^WhoIsKnown/),
    expect.stringMatching(/^HowMany/),
  ]);
  await page.getByRole('button', { name: /execute query/i }).click();
  await page.locator('.graphiql-response').getByText('Ada Berg').waitFor();
  const outside = requested.filter((url) => !url.startsWith(server.url) && !/^(data|blob):/.test(url));
  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
});
