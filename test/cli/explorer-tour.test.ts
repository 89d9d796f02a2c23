import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KINDS, type Kind, kinds } from '../../src/explorer/kind.ts';
import { CHROMIUM, openBrowser, openPage } from '../support/browser.ts';
import { askServer, type Serving, servingSeeds } from '../support/command-line.ts';

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

/** Queries the API. */
const answer = (query: string) => askServer(server.url, query);

/** The field that names a thing of each kind. */
const NAME_FIELDS: Readonly<Record<Kind, string>> = {
  article: 'headline',
  outlet: 'name',
  person: 'name',
  organisation: 'name',
  source: 'printedAs',
  proposal: 'name',
  quote: 'text',
  event: 'name',
  disagreement: 'topic',
};

const read = (page: Page) => page.locator('main').innerText();

describe.skipIf(!CHROMIUM)('from the home page links lead', () => {
  test.each(kinds)('over the list to a page of each kind: %s', async (kind) => {
    const { list } = KINDS[kind];
    const name = NAME_FIELDS[kind];
    const { page, problems } = await openPage(browser, server.url);
    await page.goto('/');
    const { [list]: all } = await answer(`{ ${list} { totalCount } }`);
    await page
      .getByRole('link', { name: new RegExp(`^${all.totalCount} `) })
      .and(page.locator(`main a[href="/${list}"]`))
      .click();
    await page.waitForURL(`**/${list}`);
    expect(await page.locator('.total').innerText()).toContain(String(all.totalCount));
    const first = page.locator('table.list tbody th a').first();
    const address = String(await first.getAttribute('href'));
    await first.click();
    await page.waitForURL(`**${address}`);
    const [slug] = address.split('/').at(-1)?.split('#') ?? [];
    const { [kind]: one } = await answer(`{ ${kind}(slug: "${slug}") { ${name} } }`);
    // A long topic is split into two paragraphs.
    expect(await read(page)).toContain(one[name].slice(0, 60));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('to the timeline, which has every dated entry of the API', async () => {
    const { page, problems } = await openPage(browser, server.url);
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Timeline' }).click();
    await page.waitForURL('**/timeline');
    const { timeline } = await answer(`{ timeline(first: 100) { totalCount nodes { when { basis } node {
      ... on Event { name } ... on Quote { slug } ... on Article { shortName }
      ... on ProposalStatus { verb article { shortName } } } } } }`);
    const { totalCount, nodes } = timeline;
    expect(nodes).toHaveLength(totalCount);
    const shown = page.locator('ol.timeline');
    const text = await shown.innerText();
    const links = await shown.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const { node } of nodes) {
      if (node.slug)
        expect(
          links.some((link) => link?.startsWith(`/quote/${node.slug}#`)),
          node.slug,
        ).toBe(true);
      else expect(text).toContain(node.name ?? node.shortName ?? node.article.shortName);
    }
    const drawn = await shown.locator('rect.derived').count();
    expect(drawn).toBeGreaterThan(0);
    expect(await shown.locator('svg.bar').count()).toBe(await shown.locator('li.entry').count());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('to the graph of an actor, with its strongest ties from the API', async () => {
    const { page, problems } = await openPage(browser, server.url);
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Connections' }).click();
    await page.getByRole('link', { name: 'Volodymyr Zelenskyy' }).click();
    await page.waitForURL('**/connections?actor=volodymyr-zelenskyy');
    const graph = page.getByRole('group', { name: /^Ties of Volodymyr Zelenskyy/ });
    const { pairs } = await answer(
      '{ pairs(kind: MET, with: { slug: "volodymyr-zelenskyy" }) { totalCount nodes { b { slug name } count } } }',
    );
    expect(pairs.totalCount).toBeGreaterThan(3);
    for (const { b, count } of pairs.nodes) {
      const tie = graph.locator(`a[href="#tie-${b.slug}"]`);
      expect(await tie.locator('.tie-counts').textContent(), b.name).toMatch(new RegExp(`^met ${count}\\b`));
    }
    await graph.locator('a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**#tie-*');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('to a disagreement, with a column for each account in the API', async () => {
    const { page, problems } = await openPage(browser, server.url);
    await page.goto('/');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Who offers Ukraine the guarantees/ })
      .click();
    await page.waitForURL('**/disagreement/*');
    const slug = new URL(page.url()).pathname.split('/').at(-1);
    const { disagreement } = await answer(
      `{ disagreement(slug: "${slug}") { accounts { totalCount nodes { says assertions { nodes { gloss article { headline } } } } } } }`,
    );
    expect(disagreement.accounts.totalCount).toBeGreaterThan(1);
    const columns = page.locator('.accounts > li');
    expect(await columns.count()).toBe(disagreement.accounts.totalCount);
    for (const [i, { says, assertions }] of disagreement.accounts.nodes.entries()) {
      const text = await columns.nth(i).innerText();
      expect(text).toContain(says ?? 'Account ');
      for (const { gloss, article } of assertions.nodes) {
        expect(text).toContain(article.headline);
        expect(text).toContain(gloss);
      }
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('to the quotations, with the counts of the API by speaker and outlet', async () => {
    const { page, problems } = await openPage(browser, server.url);
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Quotations' }).click();
    await page.waitForURL('**/quotations');
    const { wordings } = await answer(
      '{ wordings(where: { rendering: { eq: QUOTED } }) { groups(by: [SPEAKER, OUTLET], first: 200) { nodes { count speaker { slug } outlet { name } } } } }',
    );
    const heads = await page.locator('thead').locator('th, td').allInnerTexts();
    for (const { count, speaker, outlet } of wordings.groups.nodes) {
      if (!speaker) continue;
      const row = page.getByRole('row').filter({ has: page.locator(`th a[href$="/${speaker.slug}"]`) });
      const cell = row.locator('th, td').nth(heads.indexOf(outlet?.name ?? 'Articles that name no outlet'));
      expect(await cell.innerText(), `${speaker.slug} in ${outlet?.name}`).toMatch(new RegExp(`^${count}\\b`));
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
