import { beforeAll, expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { KINDS } from '../../src/explorer/kind.ts';
import { type App, createApp } from '../../src/server/app.ts';
import type { Assets } from '../../src/server/asset.ts';
import { seededDatabase } from '../support/database.ts';

const assets: Assets = { folder: '', addressOf: (source) => `/assets/${source}`, has: () => false };
const logged: unknown[] = [];
let database: Database;
let app: App;

beforeAll(async () => {
  database = await seededDatabase();
  app = createApp({ schema: buildSchema(), database, questions: [], assets, log: (error) => void logged.push(error) });
});

const get = (address: string, accept = 'text/html') =>
  app.fetch(`http://localhost${address}`, { headers: { accept }, redirect: 'manual' });

/** The HTML of a page; fails unless the status is 200. */
async function page(address: string): Promise<string> {
  const response = await get(address);
  expect(`${address} ${response.status}`).toBe(`${address} 200`);
  return response.text();
}

/** The text of a page, without scripts and tags. */
const textOf = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]*>/g, ' ');

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

const linksOf = (html: string) => all(html, /<a\b[^>]*\bhref="([^"]*)"/g).map(unescaped);

/** Mistakes in the HTML of a page. */
function mistakesOf(html: string): string[] {
  const text = textOf(html);
  const ids = all(html, /\sid="([^"]*)"/g);
  const headings = all(html, /<h([1-6])\b/g).map(Number);
  const anchors = linksOf(html).flatMap((link) => (link.startsWith('#') ? [link.slice(1)] : []));
  return [
    ...all(text, /(\b(?:undefined|null|NaN)\b|\[object)/g).map((word) => `reads ${word}`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `duplicate id ${id}`),
    ...anchors.filter((id) => !ids.includes(id)).map((id) => `no element for #${id}`),
    ...headings.flatMap((level, i) => (level > (headings[i - 1] ?? 0) + 1 ? [`h${level} out of order`] : [])),
    ...(headings.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
    ...(/<title>[^<]+<\/title>/.test(html) ? [] : ['no title']),
    ...(/\sstyle=|<style|\son\w+=/.test(html) ? ['inline style or script'] : []),
  ];
}

/** Addresses of pages and tables; other query parameters are covered by the tests of lists. */
const isPage = (link: string) =>
  link.startsWith('/table?') || (link.startsWith('/') && !/[?#]|^\/(graphql|download)|\.jsonld$/.test(link));

// Both databases give the same answers (`question.db.test.ts`), so crawling the 300 pages once is enough.
test.runIf(inject('templates').kind === 'server')(
  'every page reachable from the home page is free of mistakes and broken links',
  async () => {
    const found = new Set(['/']);
    const mistakes: string[] = [];
    for (const address of found) {
      const response = await get(address);
      if (response.status === 301) {
        found.add(response.headers.get('location') ?? '');
        continue;
      }
      if (response.status !== 200) {
        mistakes.push(`${address}: ${response.status}`);
        continue;
      }
      const html = await response.text();
      mistakes.push(...mistakesOf(html).map((mistake) => `${address}: ${mistake}`));
      for (const link of linksOf(html)) if (isPage(link)) found.add(link);
    }
    expect(mistakes).toEqual([]);
    expect(logged).toEqual([]);
    const slugs = await everySlug();
    expect(slugs.length).toBeGreaterThan(200);
    expect(slugs.filter((address) => !found.has(address))).toEqual([]);
  },
  300_000,
);

const LISTS = Object.values(KINDS).map(({ list }) => list);

/** The addresses of all things with a page, from the API. */
async function everySlug(): Promise<string[]> {
  const query = `{ ${LISTS.map((list) => `${list} { nodes { slug } }`).join(' ')} }`;
  const response = await get(`/graphql?${new URLSearchParams({ query })}`, 'application/json');
  const { data } = await response.json();
  return Object.entries(KINDS).flatMap(([kind, { list }]) =>
    data[list].nodes.map(({ slug }: { slug: string }) => `/${kind}/${slug}`),
  );
}

/** The links in the first column of a list. */
const rowsOf = (html: string) => all(html, /<th scope="row">[\s\S]*?href="([^"#]*)/g);

test.each(LISTS)('the list of %s can be sorted, filtered and downloaded', async (list) => {
  const html = await page(`/${list}`);
  const links = linksOf(html).filter((link) => link.startsWith(`/${list}?`));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect([link, mistakesOf(await page(link))]).toEqual([link, []]);
  for (const format of ['csv', 'ndjson']) {
    const file = await get(linksOf(html).find((link) => link.includes(`format=${format}`)) ?? '', '*/*');
    expect([file.status, (await file.text()).split('\n').length > 1]).toEqual([200, true]);
  }
});

test('paging through a list returns every row exactly once, and the same pages backwards', async () => {
  const paged: string[] = [];
  const pages: string[][] = [];
  let address: string | undefined = '/quotes';
  let last = '';
  while (address) {
    last = await page(address);
    pages.push(rowsOf(last));
    paged.push(...rowsOf(last));
    address = unescaped(/rel="next" href="([^"]*)"/.exec(last)?.[1] ?? '');
  }
  expect(pages.length).toBeGreaterThan(1);
  expect(paged.toSorted()).toEqual((await everySlug()).filter((slug) => slug.startsWith('/quote/')).toSorted());
  const back = unescaped(/rel="prev" href="([^"]*)"/.exec(last)?.[1] ?? '');
  expect(rowsOf(await page(back))).toEqual(pages.at(-2));
});

test('an empty list suggests a search', async () => {
  const html = await page('/people?contains=zzzz');
  expect(textOf(html)).toContain('0 people found');
  expect(linksOf(html)).toEqual(expect.arrayContaining(['/people', '/search?q=zzzz']));
});

test('a person is found by another spelling, in the list and in the search', async () => {
  expect(rowsOf(await page('/people?contains=zelensky'))).toEqual(['/person/volodymyr-zelenskyy']);
  const html = await page('/search?q=Kalas&kind=person');
  expect(linksOf(html)).toContain('/person/kaja-kallas');
});

test('a search marks what it found; without results or with one letter it gives advice', async () => {
  expect(await page('/search?q=frozen+assets')).toContain('<mark>frozen</mark>');
  expect(textOf(await page('/search?q=qqqqq'))).toContain('No results found');
  expect(textOf(await page('/search?q=a'))).toContain('Type at least two letters');
  expect(textOf(await page('/search'))).toContain('in the field above');
  for (const query of ['"', '<b>x</b>', "' or 1=1 --", '%00', '-loan'])
    await page(`/search?${new URLSearchParams({ q: query })}`);
});

test('the API answers the queries and downloads that pages link to', async () => {
  for (const address of [
    '/article/000-platinum-standard',
    '/person/kaja-kallas',
    '/event/berlin-talks',
    '/outlet/reuters',
  ]) {
    const [state = '{}'] = all(await page(address), /<script type="application\/json"[^>]*>([^<]*)</g);
    const { links } = JSON.parse(state);
    for (const [name, { graphiql, csv }] of Object.entries<{ graphiql: string; csv: string }>(links)) {
      const query = await get(graphiql, 'application/json');
      expect([address, name, query.status]).toEqual([address, name, 200]);
      // Node accepts 16 kB of headers, including the URL.
      expect(graphiql.length).toBeLessThan(12_000);
      if (name !== 'page') {
        const file = await get(csv, '*/*');
        await file.body?.cancel();
        expect([address, name, file.status]).toEqual([address, name, 200]);
      }
    }
  }
});

test('a table has the same rows as its file, with links to the pages of names', async () => {
  for (const address of [
    '/stances',
    '/timeline',
    '/connections?actor=kaja-kallas',
    '/connections?from=kaja-kallas&to=steve-witkoff',
    '/disagreement/who-monitors-the-ceasefire',
    '/people?contains=zelensky',
    '/quote/not-on-the-table-forever',
  ]) {
    const tables = linksOf(await page(address)).filter((link) => link.startsWith('/table?'));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const html = await page(table);
      expect([table, mistakesOf(html)]).toEqual([table, []]);
      const file = await get(`${table.replace('/table', '/download')}&format=csv`, '*/*');
      const records = linesIn(await file.text()) - 1;
      const lines = all(html.split('<tbody>')[1] ?? '', /<(tr)>/g).length;
      expect([table, lines]).toEqual([table, Math.min(records, 100)]);
      expect(textOf(html)).toContain(lines < 100 ? `All ${lines} row` : 'Download the file for all of them');
    }
  }
  const [link = ''] = linksOf(await page('/stances')).filter((one) => one.startsWith('/table?'));
  const html = await page(link);
  expect(linksOf(html)).toEqual(
    expect.arrayContaining(['/proposal/reparations-loan', '/article/000-platinum-standard', '/search?q=Belgium']),
  );
  expect((await app.fetch(`http://localhost${link}`)).headers.get('content-type')).toContain('text/html');
});

/** Counts the records of a CSV file; line breaks in quoted values do not count. */
const linesIn = (csv: string) => csv.replaceAll(/"[^"]*"/g, '').split('\r\n').length - 1;

test('a table of an unknown query or with invalid variables says what is wrong', async () => {
  const [link = ''] = linksOf(await page('/people')).filter((one) => one.startsWith('/table?'));
  const documentId = new URLSearchParams(link.slice('/table?'.length)).get('documentId') ?? '';
  const [state = '{}'] = all(await page('/person/kaja-kallas'), /<script type="application\/json"[^>]*>([^<]*)</g);
  const ofPage: string = JSON.parse(state).links.page.table;
  for (const [status, address, text] of [
    [404, '/table', 'This table does not exist'],
    [404, '/table?documentId=constructor', 'This table does not exist'],
    [400, `/table?documentId=${documentId}&variables={`, 'must be a JSON object'],
    [400, `/table?documentId=${documentId}&variables=[1]`, 'must be a JSON object'],
    [400, `/table?documentId=${documentId}&variables={"orderBy":"<b>"}`, 'This table cannot be shown'],
    [400, ofPage, 'more than one list'],
  ] as const) {
    const response = await get(address);
    const html = await response.text();
    expect([address, response.status, mistakesOf(html)]).toEqual([address, status, []]);
    expect(textOf(html)).toContain(text);
    expect(html).not.toContain('<b>');
  }
  const none = { conditions: [{ name: { eq: 'Nobody Such' } }] };
  const empty = `/table?${new URLSearchParams({ documentId, variables: JSON.stringify(none) })}`;
  expect(textOf(await page(empty))).toContain('This list is empty');
});

test('unknown and invalid addresses get an error page with suggestions', async () => {
  for (const address of ['/nowhere', '/article/none', '/person/none', '/organisation/none', '/source/none']) {
    const response = await get(address);
    expect([address, response.status]).toEqual([address, 404]);
    expect(mistakesOf(await response.text())).toEqual([]);
  }
  for (const address of ['/people?after=nonsense', `/people?contains=${'x'.repeat(5_000)}`]) {
    const response = await get(address);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(linksOf(html)).toContain('/people');
    expect(textOf(html)).not.toMatch(/cursor|edges|cost/i);
  }
  for (const [address, link] of [
    ['/person/european-union', '/organisation/european-union'],
    ['/person/zelensky', '/person/volodymyr-zelenskyy'],
    ['/article/platinum', '/article/000-platinum-standard'],
  ] as const) {
    const elsewhere = await get(address);
    expect([address, elsewhere.status]).toEqual([address, 404]);
    expect(linksOf(await elsewhere.text())).toContain(link);
  }
});

test.each([
  ['an alias', '/connections?actor=Zelensky', '/connections?actor=volodymyr-zelenskyy'],
  ['a name in any case', '/timeline?actor=kaja+KALLAS&from=2025-12-14', 'actor=kaja-kallas&from=2025-12-14'],
  ['one name of several', '/connections?from=kaja-kallas&to=Merz', 'from=kaja-kallas&to=friedrich-merz'],
  ['several names', '/connections?from=Trump&to=Zelensky&firmer=on', 'donald-trump&to=volodymyr-zelenskyy&firmer=on'],
  ['an end without the other', '/connections?from=Merz', '/connections?from=friedrich-merz'],
  ['a part of a headline', '/timeline?article=platinum', '/timeline?article=000-platinum-standard'],
  ['the same on another page', '/stances?article=platinum&side=FOR', 'article=000-platinum-standard&side=FOR'],
  ['the filter of a list', '/quotes?speaker=Zelensky&order=-words', 'speaker=volodymyr-zelenskyy&order=-words'],
  ['an outlet', '/articles?outlet=Reuter', '/articles?outlet=reuters'],
])('a name in an address redirects to its slug: %s', async (_, address, location) => {
  const response = await get(address);
  expect([response.status, response.headers.get('location')]).toEqual([302, expect.stringContaining(location)]);
  await page(response.headers.get('location') ?? '');
});

test('a field shows the name for a slug; each suggested name redirects; a shared name is suggested by its slug', async () => {
  for (const address of ['/timeline?actor=volodymyr-zelenskyy', '/connections?actor=volodymyr-zelenskyy']) {
    const html = await page(address);
    expect(html).toMatch(/<input name="actor"[^>]* value="Volodymyr Zelenskyy"/);
    const offered = all(html.split('</datalist>')[0] ?? '', /<option value="([^"]*)"/g);
    expect(offered).toContain('Kaja Kallas');
    expect(offered).toContain('000-platinum-standard-us-officials');
  }
  const html = await page('/timeline');
  const lists = html
    .split('<datalist')
    .slice(1)
    .map((part) => part.split('</datalist>')[0] ?? '');
  expect(lists).toHaveLength(3);
  for (const [i, name] of ['actor', 'proposal', 'article'].entries()) {
    for (const value of all(lists[i] ?? '', /<option value="([^"]*)"><\/option>/g).slice(0, 12)) {
      const response = await get(`/timeline?${new URLSearchParams({ [name]: unescaped(value) })}`);
      expect([value, response.status]).toEqual([value, 302]);
    }
  }
});

/** The 404 page for an unknown name in an address, with its links to the same page. */
async function unknownAt(address: string) {
  const response = await get(address);
  const html = await response.text();
  expect([address, response.status, mistakesOf(html)]).toEqual([address, 404, []]);
  const links = linksOf(html).filter((link) => link.startsWith(`${address.replace(/\?.*/, '')}?`));
  return { html, text: textOf(html).replaceAll(/\s+/g, ' '), links };
}

test('an ambiguous name gets a link for each candidate, which keeps the other parameters', async () => {
  const { html, text, links } = await unknownAt('/timeline?proposal=loan&from=2025-12-14');
  expect(text).toMatch(/“loan” matches \d+ entries. Which one do you mean\?/);
  expect(links).toContain('/timeline?proposal=reparations-loan&from=2025-12-14');
  for (const link of links) await page(link);
  expect(html).toMatch(/name="proposal"[^>]* value="loan"/);
  expect(html).toMatch(/name="from" value="2025-12-14"/);
  const sources = await unknownAt('/connections?actor=US+officials');
  // Those printed as "U.S. officials" too.
  expect(sources.links.filter((link) => link.endsWith('-us-officials'))).toHaveLength(4);
});

test('the search page says what was searched for instead, and shows the article of a position', async () => {
  const corrected = textOf(await page('/search?q=frozn+asets')).replaceAll(/\s+/g, ' ');
  expect(corrected).toMatch(/Nothing found for frozn asets ?\. Searched for frozen assets instead/);
  const html = await page('/search?q=against+reparations&kind=position');
  expect(textOf(html)).not.toContain('instead');
  expect(textOf(html).replaceAll(/\s+/g, ' ')).toMatch(
    /position Belgium: opposes Reparations loan from frozen Russian assets/,
  );
  expect(linksOf(html).some((link) => link.startsWith('/article/'))).toBe(true);
});

test('an unknown name is reported next to the rest of the page', async () => {
  const { html, text } = await unknownAt('/connections?actor=kaja-kallas&from=Nobody+Such&to=vladimir-putin');
  expect(text).toContain('No person, organisation or source called “Nobody Such” found');
  expect(html).toMatch(/name="from"[^>]* value="Nobody Such"/);
  expect(html).toMatch(/name="to"[^>]* value="Vladimir Putin"/);
  expect(linksOf(html)).toContain('/person/kaja-kallas');
  expect((await unknownAt('/timeline?proposal=nonesuch&article=nonesuch')).text).toMatch(
    /No proposal called “nonesuch” found.*No article called “nonesuch” found/,
  );
  expect((await unknownAt('/timeline?actor=x')).text).toContain('No person, organisation or source called “x” found');
  const similar = await unknownAt('/quotes?speaker=Kallos');
  expect(similar.text).toContain('No person, organisation or source called “Kallos” found. Did you mean: Kaja Kallas');
  expect(similar.links).toContain('/quotes?speaker=kaja-kallas');
});

test('clients that accept anything get existing pages as HTML, and other errors as JSON', async () => {
  const typeOf = async (address: string, headers: Record<string, string>) => {
    const response = await app.fetch(`http://localhost${address}`, { headers });
    await response.body?.cancel();
    return `${response.status} ${response.headers.get('content-type')?.split(';')[0]}`;
  };
  for (const headers of [{ accept: '*/*' }, { accept: 'text/*' }, { accept: 'image/png, */*;q=0.8' }, {}]) {
    expect(await typeOf('/person/kaja-kallas', headers)).toBe('200 text/html');
    expect(await typeOf('/person/nobody', headers)).toBe('404 text/html');
    expect(await typeOf('/nothing/here', headers)).toBe('404 application/json');
  }
  expect(await typeOf('/person/kaja-kallas', { accept: 'application/ld+json' })).toBe('200 application/ld+json');
  expect(await typeOf('/people', { accept: 'application/json, text/plain, */*' })).toBe('404 application/json');
});

test('a known slug needs no further query; names are looked up only if the answer is empty', async () => {
  const asked: string[] = [];
  const stop = database.onStatement(({ text }) => asked.push(text));
  await page('/timeline?actor=kaja-kallas');
  const known = asked.length;
  asked.splice(0);
  expect(textOf(await page('/timeline?actor=kaja-kallas&from=2030-01-01'))).toContain('No dated entries match');
  expect([known, asked.length]).toEqual([1, 2]);
  stop();
});

test('a trailing slash redirects to the page, and never to another site', async () => {
  for (const [address, location] of [
    ['/people/?order=name', '/people?order=name'],
    ['/article/000-platinum-standard/', '/article/000-platinum-standard'],
  ] as const) {
    const response = await get(address);
    expect([response.status, response.headers.get('location')]).toEqual([301, location]);
  }
  expect((await get('//example.org/')).status).toBe(404);
});

test('a quote says at the top if articles name different speakers', async () => {
  expect(textOf(await page('/quote/not-on-the-table-forever')).replaceAll(/\s+/g, ' ')).toMatch(
    /Attributed to US officials by 3 of 4 articles/,
  );
  const list = textOf(await page('/quotes?contains=on+the+table+forever'));
  expect(list).toContain('no speaker named');
  expect(list).toContain('US officials');
});

test('a list counts direct quotations, and marks a date as an update', async () => {
  const rows = (await page('/articles')).split('<tr>');
  const rowOf = (slug: string) => rows.find((row) => row.includes(`/article/${slug}"`)) ?? '';
  expect(rowOf('004-officials-say')).toMatch(/data-label="Quotations"><div>0</);
  expect(textOf(rowOf('000-platinum-standard'))).toContain('updated');
  expect(textOf(await page('/'))).toContain('updated 16 December 2025');
});

test('a server of trusted documents has its pages and files, but no GraphiQL', async () => {
  const closed = createApp({
    schema: buildSchema(),
    database,
    questions: [],
    assets,
    trustedOnly: true,
    log: (error) => void logged.push(error),
  });
  const html = (address: string) => closed.fetch(`http://localhost${address}`, { headers: { accept: 'text/html' } });
  const people = await html('/people');
  expect(people.status).toBe(200);
  const links = linksOf(await people.text());
  const [file = ''] = links.filter((link) => link.startsWith('/download'));
  const csv = await closed.fetch(`http://localhost${file}`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(await csv.text()).toContain('Kaja Kallas');
  const pages = await Promise.all(['/stances', '/person/kaja-kallas', '/nowhere'].map(html));
  for (const other of pages) links.push(...linksOf(await other.text()));
  expect(links.filter((link) => link.startsWith('/graphql'))).toEqual([]);
  for (const path of ['/graphql', '/graphql/']) {
    const graphiql = await html(`${path}?query={people{nodes{name}}}`);
    expect(graphiql.status).toBe(403);
    expect(textOf(await graphiql.text())).toContain('answers only the queries of its own pages');
  }
});
