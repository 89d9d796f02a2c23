import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openBrowser, openPage } from '../support/browser.ts';
import { askServer, type Serving, serving, servingSeeds } from '../support/command-line.ts';
import { datasetPlace } from '../support/dataset-place.ts';

/** An address of each kind of page, and of each picture. */
const PAGES = [
  '/',
  '/article/000-platinum-standard',
  '/person/volodymyr-zelenskyy',
  '/organisation/united-states',
  '/source/000-platinum-standard-us-officials',
  '/outlet/arcamax',
  '/proposal/reparations-loan',
  '/quote/not-on-the-table-forever',
  '/event/berlin-talks',
  '/disagreement/who-monitors-the-ceasefire',
  '/articles',
  '/people',
  '/organisations',
  '/sources',
  '/outlets',
  '/proposals',
  '/quotes',
  '/events',
  '/disagreements',
  '/search?q=zelenski',
  '/stances',
  '/timeline',
  '/connections?actor=volodymyr-zelenskyy',
  '/connections?from=kaja-kallas&to=steve-witkoff',
  '/quotations',
];

/** The address of the first table that a page links to; it contains the hash of a query. */
async function tableOf(address: string): Promise<string> {
  const html = await (await fetch(`${server.url}${address}`, { headers: { accept: 'text/html' } })).text();
  const [, link = ''] = /href="(\/table\?[^"]*)"/.exec(html) ?? [];
  return link.replaceAll('&amp;', '&');
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at levels A and AA, and best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const WIDE_LIGHT = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const;
const PHONE_DARK = { viewport: { width: 390, height: 800 }, colorScheme: 'dark' } as const;

let server: Serving;
let browser: Browser;

beforeAll(async () => {
  if (!CHROMIUM) return;
  server = await servingSeeds();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.child.kill('SIGTERM');
});

/** The visible text. */
const textOf = (html: { innerText(): Promise<string> }) => html.innerText();

/** What pages read in a wide window with scripts, by their paths. */
const shown = new Map<string, string>();

describe.skipIf(!CHROMIUM)('a page of the web UI', () => {
  test('has no errors, accessibility violations or overflow, wide and light or on a phone and dark', async () => {
    const { page, problems } = await openPage(browser, server.url, WIDE_LIGHT);
    const found: string[] = [];
    const titles = new Set<string>();
    const paths = [...PAGES, await tableOf('/stances')];
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'load' });
      shown.set(path, await textOf(page.locator('main')));
      titles.add(await page.title());
      if ((await page.locator('h1').count()) !== 1) found.push(`${path} must have exactly one h1`);
      // The debugger is not bound by the Content-Security-Policy.
      await page.evaluate(AXE);
      // Resized, because loading it again would take as long as the checks.
      for (const { viewport, colorScheme } of [WIDE_LIGHT, PHONE_DARK]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        const at = `${path} (${viewport.width}, ${colorScheme})`;
        const width = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (width !== 0) found.push(`${at} is ${width} pixels too wide`);
        const violations: { id: string; impact: string; nodes: { html: string }[] }[] = await page.evaluate(
          `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
        );
        for (const { id, impact, nodes } of violations) {
          if (impact === 'serious' || impact === 'critical') found.push(`${at} ${id}: ${nodes[0]?.html}`);
        }
      }
      await page.setViewportSize(WIDE_LIGHT.viewport);
      await page.emulateMedia({ colorScheme: WIDE_LIGHT.colorScheme });
    }
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
    expect(titles.size).toBe(paths.length);
    await page.context().close();
  });

  test('reads the same with scripts off', async () => {
    const [on, off] = await Promise.all([
      openPage(browser, server.url, WIDE_LIGHT),
      openPage(browser, server.url, { ...WIDE_LIGHT, javaScriptEnabled: false }),
    ]);
    for (const path of [...PAGES, await tableOf('/timeline')]) {
      // The first test has opened most pages already.
      if (!shown.has(path)) {
        await on.page.goto(path, { waitUntil: 'load' });
        shown.set(path, await textOf(on.page.locator('main')));
      }
      await off.page.goto(path);
      const plain = await textOf(off.page.locator('main'));
      expect(plain.length, path).toBeGreaterThan(60);
      expect(plain, path).toBe(shown.get(path));
    }
    await Promise.all([on.page.context().close(), off.page.context().close()]);
  });
});

/** Queries the API. */
const answer = (query: string) => askServer(server.url, query);

interface Labelled {
  readonly name: string;
  readonly printedAs?: string;
  readonly article?: { readonly shortName: string };
}

/** The name of an actor; for an unnamed source its printed words and its article. */
const labelOf = ({ name, printedAs, article }: Labelled) => (article ? `${printedAs} (${article.shortName})` : name);

describe.skipIf(!CHROMIUM)('a picture', () => {
  test('of positions shows what the API returns, and the evidence of a cell', async () => {
    const { page, problems } = await openPage(browser, server.url, WIDE_LIGHT);
    await page.goto('/stances');
    const { positions } = await answer(
      '{ positions { groups(by: [ACTOR, PROPOSAL], first: 1000) { nodes { actor { name ... on Source { printedAs article { shortName } } } proposal { name } } } } }',
    );
    const cells = page.locator('.matrix a.cell');
    const shown = (await cells.locator('.hidden').allTextContents()).map((text) => text.split(': ')[0]);
    const wanted = positions.groups.nodes.map(
      ({ actor, proposal }: { actor: Labelled; proposal: { name: string } }) => `${labelOf(actor)}, ${proposal.name}`,
    );
    expect(shown.toSorted()).toEqual(wanted.toSorted());
    const cell = cells.filter({ hasText: 'Belgium, Reparations loan' });
    await cell.click();
    const evidence = page.getByRole('dialog', { name: /Belgium on Reparations loan/ });
    await evidence.locator('.popover-item').first().waitFor();
    expect(await evidence.innerText()).toMatch(/opposes[\s\S]*paragraph 4\d; according to the article itself/);
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });
    expect(await cell.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('of wordings shows every word from the API as kept, left out or changed', async () => {
    const { page } = await openPage(browser, server.url, WIDE_LIGHT);
    await page.goto('/quote/not-on-the-table-forever');
    const { quote } = await answer(
      '{ quote(slug: "not-on-the-table-forever") { wordings { nodes { text gloss article { headline } } } } }',
    );
    const text = await page.locator('main').innerText();
    for (const { text: words, gloss, article } of quote.wordings.nodes) {
      expect(text).toContain(article.headline);
      expect(text).toContain(words ?? gloss);
    }
    expect(await page.locator('main del').allTextContents()).toContain('would not be on the table ');
    await page.context().close();
  });

  test('of wordings yields the article’s own words when it is copied, and a button copies them', async () => {
    const { page, problems } = await openPage(browser, server.url, WIDE_LIGHT);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/quote/not-on-the-table-forever');
    const { quote } = await answer(
      '{ quote(slug: "not-on-the-table-forever") { wordings(where: { rendering: { eq: QUOTED } }) { nodes { text } } } }',
    );
    const comparison = page.locator('.comparison').first();
    expect(await comparison.textContent()).toContain('would not be on the table forever.');
    await comparison.selectText();
    expect((await page.evaluate<string>('getSelection().toString()')).trim()).toBe('forever.');
    const buttons = page.locator('.wordings button.copy');
    const copied: unknown[] = [];
    for (let i = 0; i < (await buttons.count()); i += 1) {
      await buttons.nth(i).click();
      await page.locator('.wordings button.copy').nth(i).and(page.getByLabel('Copied')).waitFor();
      copied.push(await page.evaluate('navigator.clipboard.readText()'));
    }
    const texts = quote.wordings.nodes.map(({ text }: { text: string }) => text);
    expect(copied.toSorted()).toEqual(texts.toSorted());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('of time, ties and quotations works without scripts', async () => {
    const { page } = await openPage(browser, server.url, { ...WIDE_LIGHT, javaScriptEnabled: false });
    await page.goto('/timeline');
    await page.getByLabel('Actor').fill('Kaja Kallas');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('actor')).toBe('kaja-kallas');
    expect(await page.locator('main').innerText()).toContain('Russian negotiation tactics');
    await page.goto('/connections');
    await page.locator('input[name=from]').fill('kaja-kallas');
    await page.locator('input[name=to]').fill('steve-witkoff');
    await page.locator('input[name=to]').press('Enter');
    const { paths } = await answer(
      '{ paths(from: { slug: "kaja-kallas" }, to: { slug: "steve-witkoff" }, first: 1) { steps { to { name } } } }',
    );
    for (const { to } of paths[0].steps) expect(await page.locator('main').innerText()).toContain(to.name);
    const between = page.getByRole('region', { name: 'Connect two' });
    const file = await fetch(
      new URL((await between.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '', server.url),
    );
    expect(await file.text()).toMatch(new RegExp(`^number,steps\\.number,[\\s\\S]*,${paths[0].steps.at(-1).to.name},`));
    await page.goto('/quotations');
    const { wordings } = await answer(
      '{ wordings(where: { rendering: { eq: QUOTED } }) { groups(by: [SPEAKER], orderBy: [{ count: DESC }], first: 1) { nodes { count speaker { name } } } } }',
    );
    const [{ count, speaker }] = wordings.groups.nodes;
    expect(await page.getByRole('row').filter({ hasText: speaker.name }).first().innerText()).toContain(String(count));
    await page.context().close();
  });
});

test.skipIf(!CHROMIUM)('everything is unfolded on paper', async () => {
  const { page } = await openPage(browser, server.url, WIDE_LIGHT);
  await page.goto('/proposal/reparations-loan');
  const place = page
    .getByRole('region', { name: 'Against' })
    .getByText(/^Characters \d+–\d+/)
    .first();
  expect(await place.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await place.isVisible()).toBe(true);
  await page.context().close();
});

test.skipIf(!CHROMIUM)('suggestions appear while typing and can be chosen with the keyboard', async () => {
  const { page, problems } = await openPage(browser, server.url, PHONE_DARK);
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search' });
  await box.pressSequentially('zelenski');
  await page.getByRole('option', { name: /^person Volodymyr Zelenskyy/ }).waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
  await page.waitForURL('**/person/volodymyr-zelenskyy');
  expect(problems).toEqual([]);
  await page.context().close();
});

test.skipIf(!CHROMIUM)('every page links to its query in GraphiQL', async () => {
  const { page, problems } = await openPage(browser, server.url, WIDE_LIGHT);
  await page.goto('/disagreement/who-monitors-the-ceasefire');
  await page.getByRole('link', { name: 'Open the query of this page' }).click();
  await page.waitForURL('**/graphql?*');
  await page.locator('.graphiql-query-editor').getByText('DisagreementPage').first().waitFor();
  const answered = page.waitForResponse(
    (response) => response.request().postDataJSON()?.variables?.slug === 'who-monitors-the-ceasefire',
  );
  await page.getByRole('button', { name: /execute query/i }).click();
  const { data } = await (await answered).json();
  expect(data.disagreement.topic).toMatch(/^Who would monitor a ceasefire/);
  await page.locator('.graphiql-response').getByText('"data"').first().waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
});

test.skipIf(!CHROMIUM)('an open page updates itself, and reports when the server cannot be reached', async () => {
  const people = (name: string) => `ada-berg: { name: ${name} }\n`;
  const place = await datasetPlace({ 'people.yaml': people('Ada Berg') }, 'migrated');
  const first = await serving(place, ['--watch']);
  const { page } = await openPage(browser, first.url);
  await page.goto('/person/ada-berg');
  const status = page.locator('.notice');
  // The first revision arrives when the stream is open.
  await page.waitForResponse(/text%2Fevent-stream|documentId/, { timeout: 10_000 }).catch(() => {});
  const { page: asking } = await openPage(browser, first.url);
  const asked = asking.waitForResponse(/documentId/);
  await asking.goto('/connections?actor=Bea+Cole');
  await asking.getByText('No person, organisation or source called “Bea Cole” found').waitFor();
  await asked;
  await writeFile(join(place.cwd, 'mine', 'people.yaml'), `${people('Ada Bergh')}bea-cole: { name: Bea Cole }\n`);
  await page.getByRole('heading', { name: 'Ada Bergh' }).waitFor();
  // The name now exists, so the page redirects to its slug.
  await asking.waitForURL('**/connections?actor=bea-cole');
  await asking.getByRole('link', { name: 'Bea Cole' }).first().waitFor();
  await asking.context().close();
  expect(await status.innerText()).toContain('updated to data version 2');
  first.child.kill('SIGTERM');
  await first.finished;
  await status.getByText('cannot be reached').waitFor();
  await page.getByRole('link', { name: 'Proposals', exact: true }).click();
  await status.getByText('the link was not followed').waitFor();
  expect(new URL(page.url()).pathname).toBe('/person/ada-berg');
  // A proxy may answer in the meantime; after that a browser does not reconnect by itself.
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.listen(Number(new URL(first.url).port), '127.0.0.1');
  await page.waitForResponse((response) => response.status() === 502);
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  const again = await serving({ ...place, env: { ...place.env, PORT: new URL(first.url).port } });
  await status.getByText('cannot be reached').waitFor({ state: 'detached' });
  await page.context().setOffline(true);
  await status.getByText('cannot be reached').waitFor();
  await page.context().setOffline(false);
  await status.getByText('cannot be reached').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Proposals', exact: true }).click();
  await page.waitForURL('**/proposals');
  again.child.kill('SIGTERM');
  await page.context().close();
});

test.skipIf(!CHROMIUM)('a page whose stream a busy server rejects shows no error, and updates later', async () => {
  const people = (name: string) => `ada-berg: { name: ${name} }\n`;
  const place = await datasetPlace({ 'people.yaml': people('Ada Berg') }, 'migrated');
  const own = { ...place, env: { ...place.env, ONRECORD_MAX_STREAMS: '1' } };
  const busy = await serving(own, ['--watch']);
  const isStream = (status: number) => (response: Response) =>
    response.url().includes('documentId') && response.status() === status;
  const { page: first } = await openPage(browser, busy.url);
  await Promise.all([first.waitForResponse(isStream(200)), first.goto('/person/ada-berg')]);
  const { page: second } = await openPage(browser, busy.url);
  await Promise.all([second.waitForResponse(isStream(503)), second.goto('/person/ada-berg')]);
  await second.waitForResponse((response) => response.url().endsWith('/health'));
  expect(await second.locator('.notice').innerText()).toBe('');
  await first.context().close();
  await second.waitForResponse(isStream(200));
  await writeFile(join(place.cwd, 'mine', 'people.yaml'), people('Ada Bergh'));
  await second.getByRole('heading', { name: 'Ada Bergh' }).waitFor();
  busy.child.kill('SIGTERM');
  await second.context().close();
});

test.skipIf(!CHROMIUM)(
  'three clicks from the home page show who opposes the reparations loan, in which article, and according to whom',
  async () => {
    const { page } = await openPage(browser, server.url, WIDE_LIGHT);
    await page.goto('/');
    await page.getByRole('link', { name: 'Proposals', exact: true }).first().click();
    await page
      .getByRole('link', { name: /reparations loan/i })
      .first()
      .click();
    const opponent = page.getByRole('region', { name: 'Against' }).getByRole('article').first();
    await opponent.getByText('Source passage').first().click();
    expect(await opponent.innerText()).toMatch(
      /^Belgium[\s\S]*opposes[\s\S]*paragraph 4\d; according to the article itself[\s\S]*Characters \d+–\d+/,
    );
    await page.context().close();
  },
);
