import { beforeAll, expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
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

/** The HTML of a page that must be there. */
async function page(address: string): Promise<string> {
  const response = await get(address);
  expect(`${address} ${response.status}`).toBe(`${address} 200`);
  return response.text();
}

/** What a reader reads: without the script's state and the markup. */
const textOf = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]*>/g, ' ');

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

const linksOf = (html: string) => all(html, /<a\b[^>]*\bhref="([^"]*)"/g).map(unescaped);

/** What is wrong with a page by itself. */
function mistakesOf(html: string): string[] {
  const text = textOf(html);
  const ids = all(html, /\sid="([^"]*)"/g);
  const headings = all(html, /<h([1-6])\b/g).map(Number);
  const anchors = linksOf(html).flatMap((link) => (link.startsWith('#') ? [link.slice(1)] : []));
  return [
    ...all(text, /(\b(?:undefined|null|NaN)\b|\[object)/g).map((word) => `reads ${word}`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice the id ${id}`),
    ...anchors.filter((id) => !ids.includes(id)).map((id) => `nothing is at #${id}`),
    ...headings.flatMap((level, i) => (level > (headings[i - 1] ?? 0) + 1 ? [`h${level} out of order`] : [])),
    ...(headings.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
    ...(/<title>[^<]+<\/title>/.test(html) ? [] : ['no title']),
    ...(/\sstyle=|<style|\son\w+=/.test(html) ? ['style or script within the page'] : []),
  ];
}

/** Addresses of pages and tables; what else stands behind a question mark is tried where lists are. */
const isPage = (link: string) =>
  link.startsWith('/table?') || (link.startsWith('/') && !/[?#]|^\/(graphql|download)|\.jsonld$/.test(link));

// Both databases answer the same questions (`question.db.test.ts`): one walk over some 300 pages is enough.
test.runIf(inject('templates').kind === 'server')(
  'every page that can be reached from the home page reads well, and leads nowhere in vain',
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

const KINDS = {
  articles: 'article',
  people: 'person',
  organisations: 'organisation',
  sources: 'source',
  outlets: 'outlet',
  proposals: 'proposal',
  quotes: 'quote',
  events: 'event',
  disagreements: 'disagreement',
};
const LISTS = Object.keys(KINDS);

/** The address of everything that has a page, by the API. */
async function everySlug(): Promise<string[]> {
  const query = `{ ${LISTS.map((list) => `${list} { nodes { slug } }`).join(' ')} }`;
  const response = await get(`/graphql?${new URLSearchParams({ query })}`, 'application/json');
  const { data } = await response.json();
  return Object.entries(KINDS).flatMap(([list, kind]) =>
    data[list].nodes.map(({ slug }: { slug: string }) => `/${kind}/${slug}`),
  );
}

/** Rows of a list's page: what its first column leads to. */
const rowsOf = (html: string) => all(html, /<th scope="row">[\s\S]*?href="([^"]*)"/g);

test.each(LISTS)(
  'the list of %s can be ordered by each column that offers it, narrowed by each chip, and had as files',
  async (list) => {
    const html = await page(`/${list}`);
    const links = linksOf(html).filter((link) => link.startsWith(`/${list}?`));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect([link, mistakesOf(await page(link))]).toEqual([link, []]);
    for (const format of ['csv', 'ndjson']) {
      const file = await get(linksOf(html).find((link) => link.includes(`format=${format}`)) ?? '', '*/*');
      expect([file.status, (await file.text()).split('\n').length > 1]).toEqual([200, true]);
    }
  },
);

test('page by page a list has every row once, and the way back leads over the same', async () => {
  const walked: string[] = [];
  const pages: string[][] = [];
  let address: string | undefined = '/quotes';
  let last = '';
  while (address) {
    last = await page(address);
    pages.push(rowsOf(last));
    walked.push(...rowsOf(last));
    address = unescaped(/rel="next" href="([^"]*)"/.exec(last)?.[1] ?? '');
  }
  expect(pages.length).toBeGreaterThan(1);
  expect(walked.toSorted()).toEqual((await everySlug()).filter((slug) => slug.startsWith('/quote/')).toSorted());
  const back = unescaped(/rel="prev" href="([^"]*)"/.exec(last)?.[1] ?? '');
  expect(rowsOf(await page(back))).toEqual(pages.at(-2));
});

test('a list that nothing is left of says so, and leads on', async () => {
  const html = await page('/people?contains=zzzz');
  expect(textOf(html)).toContain('0 people found');
  expect(linksOf(html)).toEqual(expect.arrayContaining(['/people', '/search?q=zzzz']));
});

test('a person is found by another spelling, in the list and in the search', async () => {
  expect(rowsOf(await page('/people?contains=zelensky'))).toEqual(['/person/volodymyr-zelenskyy']);
  const html = await page('/search?q=Kalas&kind=person');
  expect(linksOf(html)).toContain('/person/kaja-kallas');
});

test('a search says what it found and marks it; one for nothing leads on; one letter is not looked for', async () => {
  expect(await page('/search?q=frozen+assets')).toContain('<mark>frozen</mark>');
  expect(textOf(await page('/search?q=qqqqq'))).toContain('Nothing has');
  expect(textOf(await page('/search?q=a'))).toContain('One letter is too little');
  expect(textOf(await page('/search'))).toContain('Write into the field');
  for (const query of ['"', '<b>x</b>', "' or 1=1 --", '%00', '-loan'])
    await page(`/search?${new URLSearchParams({ q: query })}`);
});

test('what one page offers as files and questions, the API answers', async () => {
  for (const address of [
    '/article/000-platinum-standard',
    '/person/kaja-kallas',
    '/event/berlin-talks',
    '/outlet/reuters',
  ]) {
    const [state = '{}'] = all(await page(address), /<script type="application\/json"[^>]*>([^<]*)</g);
    const { links } = JSON.parse(state);
    for (const [name, { ask, csv }] of Object.entries<{ ask: string; csv: string }>(links)) {
      const question = await get(ask, 'application/json');
      expect([address, name, question.status]).toEqual([address, name, 200]);
      // Node takes 16 kB of headers, the address among them.
      expect(ask.length).toBeLessThan(12_000);
      if (name !== 'page') {
        const file = await get(csv, '*/*');
        await file.body?.cancel();
        expect([address, name, file.status]).toEqual([address, name, 200]);
      }
    }
  }
});

test('what a page gives as a file stands in a table too: the same rows, with names that lead to their pages', async () => {
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
      expect(textOf(html)).toContain(lines < 100 ? 'All that the files have' : 'the files have all of them');
    }
  }
  const [link = ''] = linksOf(await page('/stances')).filter((one) => one.startsWith('/table?'));
  const html = await page(link);
  expect(linksOf(html)).toEqual(
    expect.arrayContaining(['/proposal/reparations-loan', '/article/000-platinum-standard', '/search?q=Belgium']),
  );
  expect((await app.fetch(`http://localhost${link}`)).headers.get('content-type')).toContain('text/html');
});

/** Records of a CSV: line breaks between quotation marks end none. */
const linesIn = (csv: string) => csv.replaceAll(/"[^"]*"/g, '').split('\r\n').length - 1;

test('a table of no list of the pages, or of values that are none, says what is wrong', async () => {
  const [link = ''] = linksOf(await page('/people')).filter((one) => one.startsWith('/table?'));
  const documentId = new URLSearchParams(link.slice('/table?'.length)).get('documentId') ?? '';
  const [state = '{}'] = all(await page('/person/kaja-kallas'), /<script type="application\/json"[^>]*>([^<]*)</g);
  const ofPage: string = JSON.parse(state).links.page.table;
  for (const [status, address, text] of [
    [404, '/table', 'No page here has this list'],
    [404, '/table?documentId=constructor', 'No page here has this list'],
    [400, `/table?documentId=${documentId}&variables={`, 'no object in JSON'],
    [400, `/table?documentId=${documentId}&variables=[1]`, 'no object in JSON'],
    [400, `/table?documentId=${documentId}&variables={"orderBy":"<b>"}`, 'This list cannot be had so'],
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
  expect(textOf(await page(empty))).toContain('Nothing is in this list');
});

test('an address that nothing is at, or that cannot be, is told so in a page', async () => {
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
  ['a name, whatever its case', '/timeline?actor=kaja+KALLAS&from=2025-12-14', 'actor=kaja-kallas&from=2025-12-14'],
  ['one name of several', '/connections?from=kaja-kallas&to=Merz', 'from=kaja-kallas&to=friedrich-merz'],
  ['several names', '/connections?from=Trump&to=Zelensky&firmer=on', 'donald-trump&to=volodymyr-zelenskyy&firmer=on'],
  ['an end without the other', '/connections?from=Merz', '/connections?from=friedrich-merz'],
  ['a part of a headline', '/timeline?article=platinum', '/timeline?article=000-platinum-standard'],
  ['the same on another page', '/stances?article=platinum&side=FOR', 'article=000-platinum-standard&side=FOR'],
  ['the filter of a list', '/quotes?speaker=Zelensky&order=-words', 'speaker=volodymyr-zelenskyy&order=-words'],
  ['an outlet', '/articles?outlet=Reuter', '/articles?outlet=reuters'],
])('what is called so leads to the address with its slug: %s', async (_, address, location) => {
  const response = await get(address);
  expect([response.status, response.headers.get('location')]).toEqual([302, expect.stringContaining(location)]);
  await page(response.headers.get('location') ?? '');
});

test('a field has the name of what its slug stands for; each name that it offers leads there, and a slug stands where a name may be shared', async () => {
  for (const address of ['/timeline?actor=volodymyr-zelenskyy', '/connections?actor=volodymyr-zelenskyy']) {
    const html = await page(address);
    expect(html).toMatch(/<input name="actor" value="Volodymyr Zelenskyy"/);
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

/** The page that an address with a name that nobody has leads to, with its links to the same page. */
async function unknownAt(address: string) {
  const response = await get(address);
  const html = await response.text();
  expect([address, response.status, mistakesOf(html)]).toEqual([address, 404, []]);
  const links = linksOf(html).filter((link) => link.startsWith(`${address.replace(/\?.*/, '')}?`));
  return { html, text: textOf(html).replaceAll(/\s+/g, ' '), links };
}

test('where several fit a name, the page offers each as a link that fills the field, and keeps the others', async () => {
  const { html, text, links } = await unknownAt('/timeline?proposal=loan&from=2025-12-14');
  expect(text).toContain('fit “loan”. Which do you mean?');
  expect(links).toContain('/timeline?proposal=reparations-loan&from=2025-12-14');
  for (const link of links) await page(link);
  expect(html).toMatch(/name="proposal" value="loan"/);
  expect(html).toMatch(/name="from" value="2025-12-14"/);
  const sources = await unknownAt('/connections?actor=US+officials');
  expect(sources.links.filter((link) => link.endsWith('-us-officials'))).toHaveLength(3);
});

test('where a name is that of nobody, the page says so among what it shows else', async () => {
  const { html, text } = await unknownAt('/connections?actor=kaja-kallas&from=Nobody+Such&to=vladimir-putin');
  expect(text).toContain('Nobody here is called “Nobody Such”');
  expect(html).toMatch(/name="from" value="Nobody Such"/);
  expect(html).toMatch(/name="to" value="Vladimir Putin"/);
  expect(linksOf(html)).toContain('/person/kaja-kallas');
  expect((await unknownAt('/timeline?proposal=nonesuch&article=nonesuch')).text).toMatch(
    /No proposal here is called “nonesuch”.*No article here is called “nonesuch”/,
  );
  expect((await unknownAt('/timeline?actor=x')).text).toContain('Nobody here is called “x”');
  const similar = await unknownAt('/quotes?speaker=Kalas');
  expect(similar.text).toContain('Nobody here is called “Kalas”. Perhaps you mean: Kaja Kallas');
  expect(similar.links).toContain('/quotes?speaker=kaja-kallas');
});

test('programs that take anything get a page where there is one, and an error in JSON where nothing is', async () => {
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

test('a name that is known costs no further question; it is only looked for where nothing is found', async () => {
  const asked: string[] = [];
  const stop = database.onStatement(({ text }) => asked.push(text));
  await page('/timeline?actor=kaja-kallas');
  const known = asked.length;
  asked.splice(0);
  expect(textOf(await page('/timeline?actor=kaja-kallas&from=2030-01-01'))).toContain('Nothing with a date');
  expect([known, asked.length]).toEqual([1, 2]);
  stop();
});

test('an address with a slash too many leads to its page, and never to another site', async () => {
  for (const [address, location] of [
    ['/people/?order=name', '/people?order=name'],
    ['/article/000-platinum-standard/', '/article/000-platinum-standard'],
  ] as const) {
    const response = await get(address);
    expect([response.status, response.headers.get('location')]).toEqual([301, location]);
  }
  expect((await get('//example.org/')).status).toBe(404);
});

test('where articles name different speakers, a quote says so at its head', async () => {
  expect(textOf(await page('/quote/not-on-the-table-forever')).replaceAll(/\s+/g, ' ')).toMatch(
    /The fullest wording names nobody ?; 3 of 4 articles name US officials/,
  );
  expect(textOf(await page('/quotes?contains=on+the+table+forever'))).toContain('named by others');
});

test('a list counts what stands between quotation marks, and says which date is an update', async () => {
  const rows = (await page('/articles')).split('<tr>');
  const rowOf = (slug: string) => rows.find((row) => row.includes(`/article/${slug}"`)) ?? '';
  expect(rowOf('004-officials-say')).toMatch(/data-label="Quotations"><div>0</);
  expect(textOf(rowOf('000-platinum-standard'))).toContain('updated');
  expect(textOf(await page('/'))).toContain('updated 16 December 2025');
});

test('a server of trusted documents shows its pages and gives their files, and says where it takes no questions', async () => {
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
    const questions = await html(`${path}?query={people{nodes{name}}}`);
    expect(questions.status).toBe(403);
    expect(textOf(await questions.text())).toContain('answers the questions of its own pages');
  }
});
