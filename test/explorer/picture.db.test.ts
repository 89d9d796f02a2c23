import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { renderPage } from '../../src/explorer/render.tsx';
import { createApp } from '../../src/server/app.ts';
import { seededDatabase } from '../support/database.ts';

const ORIGIN = 'http://localhost';

let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  app = createApp({ schema: buildSchema(), database: await seededDatabase(), questions: [], log: () => {} });
});

async function page(address: string): Promise<{ status: number; html: string }> {
  const rendered = await renderPage(new URL(address, ORIGIN), {
    script: '/script.js',
    style: '/style.css',
    trustedOnly: false,
    ask: async (documentId, variables) => {
      const response = await app.fetch(`${ORIGIN}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ documentId, variables }),
      });
      return response.json();
    },
  });
  return { status: rendered.status, html: 'html' in rendered ? rendered.html : '' };
}

test.each([
  ['/stances', 'Belgium, Reparations loan from frozen Russian assets: opposes'],
  ['/stances?kind=PERSON&side=FOR&disputed=on', 'Kestutis Budrys'],
  ['/stances?article=001-nato-style-guarantees&side=FOR&kind=SOURCE', 'No positions match'],
  ['/proposal/reparations-loan', 'Actors expected to oppose'],
  ['/proposal/us-security-guarantees', 'Status by article'],
  ['/quote/far-reaching-agreement', '<del>'],
  ['/disagreement/sum-of-the-asset-plan', '210 billion euros'],
  ['/timeline', 'Without a date'],
  ['/timeline?actor=friedrich-merz&from=2025-12-15&to=2025-12-16', 'Dinner of European leaders'],
  ['/timeline?from=yesterday', 'Ignored invalid values: “yesterday”'],
  ['/stances?kind=nonsense', 'Ignored invalid values: “nonsense”'],
  ['/connections', 'Connect two'],
  ['/connections?actor=donald-trump', 'Met at 1 event'],
  ['/connections?from=donald-trump&to=donald-trump', 'Both are the same'],
  ['/connections?from=donald-trump', 'Choose a second actor'],
  ['/connections?from=alexus-grynkewich&to=vladimir-putin', 'A path of 2 steps'],
  ['/quotations', 'Articles that name no outlet'],
  ['/quotations?by=article', 'No speaker named'],
  ['/quotations?by=nonsense', 'Ignored invalid values: “nonsense”'],
  ['/events?kind=nonsense', 'Ignored invalid values: “nonsense”'],
  ['/events?order=-nonsense', 'Ignored invalid values: “-nonsense”'],
  ['/search?q=kallas&kind=nonsense', 'Ignored invalid values: “nonsense”'],
])('%s shows what it is about', async (address, text) => {
  const { status, html } = await page(address);
  expect(status).toBe(200);
  expect(html).toContain(text);
});

test('a date on the timeline has the words and the speaker of the articles that give it, and no others', async () => {
  const { html } = await page('/timeline');
  const days = html.split('<h2>').map((part) => part.split('<div id="')[0] ?? '');
  const monday = days.filter((day) => day.startsWith('15 December 2025')).join();
  const lines = monday.split('<p>').map((line) => line.replace(/<[^>]*>/g, ''));
  expect(lines.filter((line) => line.includes('would not be on the table forever'))).toEqual([]);
  expect(lines.find((line) => line.includes('“forever.”'))).toMatch(/^said US officials: “forever.”.*, in \p{L}/u);
  expect(html).not.toMatch(/<div>(?=<p class="note">|<\/div>)/);
});

test('the ties of an actor have evidence, and are in a table too', async () => {
  const { html } = await page('/connections?actor=russia');
  const [evidence = '', table = ''] = html.split('Show as a table');
  const zelenskyy =
    evidence
      .split('id="tie-volodymyr-zelenskyy"')[1]
      ?.split('</li>')[0]
      ?.replace(/<[^>]*>/g, '') ?? '';
  expect(zelenskyy).toContain('On opposite sides of 2 proposals:');
  expect(zelenskyy).toMatch(/opposes\s+Ukrainian withdrawal from the Donbas/);
  expect(zelenskyy).not.toContain('and others');
  const row = table.split('<tr>').find((line) => line.includes('/person/volodymyr-zelenskyy"')) ?? '';
  expect([...row.matchAll(/<td[^>]*>(\d*)</g)].map(([, count]) => count)).toEqual(['', '', '2', '5']);
});

test('a cell of the table of ties is empty only without any tie', async () => {
  const { html } = await page('/connections?actor=vladimir-putin');
  const [, table = ''] = html.split('Show as a table');
  const shown = table.split('<tr>').flatMap((line) => {
    const [, slug] = /href="\/(?:person|organisation|source)\/([^"]*)"/.exec(line) ?? [];
    return slug ? [[slug, Number(/(\d*)<\/td><\/tr>/.exec(line)?.[1])] as const] : [];
  });
  const query = '{ pairs(kind: MENTIONED_TOGETHER, with: { slug: "vladimir-putin" }) { nodes { b { slug } count } } }';
  const response = await app.fetch(`${ORIGIN}/graphql?${new URLSearchParams({ query })}`);
  const { data } = await response.json();
  const counts = new Map(
    data.pairs.nodes.map(({ b, count }: { b: { slug: string }; count: number }) => [b.slug, count]),
  );
  // More than the twelve strongest of this kind.
  expect(shown.filter(([, count]) => count > 0).length).toBeGreaterThan(12);
  expect(shown).toEqual(shown.map(([slug]) => [slug, counts.get(slug) ?? 0]));
});

test('every picture has its data as a file', async () => {
  const addresses = ['/stances', '/proposal/reparations-loan', '/quote/far-reaching-agreement', '/timeline'];
  addresses.push('/disagreement/sum-of-the-asset-plan', '/connections?actor=donald-trump', '/quotations');
  for (const address of addresses) {
    const { html } = await page(address);
    const links = [...html.matchAll(/href="(\/download\?[^"]*format=(?:csv|ndjson))"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const response = await app.fetch(ORIGIN + link.replaceAll('&amp;', '&'));
      expect(response.status).toBe(200);
      expect((await response.text()).trim().split('\n').length).toBeGreaterThan(1);
    }
  }
});

test('a cell of the matrix links to its evidence on the page of the proposal', async () => {
  const { html } = await page('/stances');
  const [, href = ''] = /href="([^"]*)"><span class="hidden">Belgium, Reparations loan/.exec(html) ?? [];
  const [address = '', id] = href.split('#');
  const { html: proposal } = await page(address);
  const evidence = proposal.split(`id="${id}"`)[1]?.split('</div>')[0];
  expect(evidence).toContain('opposes');
  expect(evidence).toContain('/article/000-platinum-standard');
  expect(evidence).toContain('the article itself');
});
