// Requests a page of every kind from a running server, for the rows with the most connections, and prints for each: the
// status, the time until the whole page has arrived, and its size, compressed and not. Each page is requested several
// times and the fastest is printed, since other programs may use the same machine.
//
//   npm run bench:pages -- http://127.0.0.1:4000
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

const ROUNDS = 4;
const url = process.argv[2];
if (!url) {
  console.error('Usage: npm run bench:pages -- URL (for example http://127.0.0.1:4000)');
  process.exit(2);
}

/** The rows of each kind with the most connections. */
const MOST = `{
  articles(orderBy: [{ assertions: { count: DESC } }], first: 1) { nodes { slug headline } }
  people(orderBy: [{ mentions: { count: DESC } }], first: 2) { nodes { slug name } }
  speakers: people(orderBy: [{ quotes: { count: DESC } }], first: 1) { nodes { slug } }
  organisations(orderBy: [{ mentions: { count: DESC } }], first: 1) { nodes { slug } }
  sources(orderBy: [{ asserted: { count: DESC } }], first: 1) { nodes { slug } }
  outlets(orderBy: [{ articles: { count: DESC } }], first: 1) { nodes { slug } }
  proposals(orderBy: [{ positions: { count: DESC } }], first: 1) { nodes { slug } }
  quotes(orderBy: [{ wordings: { count: DESC } }], first: 1) { nodes { slug } }
  events(orderBy: [{ participations: { count: DESC } }], first: 1) { nodes { slug } }
  disagreements(orderBy: [{ assertions: { count: DESC } }], first: 1) { nodes { slug } }
}`;

/** One response: its status, headers and raw bytes, and the milliseconds until the last of them. */
function get(path, headers) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { headers }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({
        status: response.statusCode,
        headers: response.headers,
        body: Buffer.concat(parts),
        time: performance.now() - start,
      });
    })
      .on('error', reject)
      .end();
  });
}

async function ask(query) {
  const { body } = await get(`/graphql?${new URLSearchParams({ query })}`, { accept: 'application/json' });
  const { data, errors } = JSON.parse(body.toString());
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** The URL of the next page of a list. */
function nextOf(html) {
  const [, address] = /href="([^"]*[?&;]after=[^"]*)"/.exec(html) ?? [];
  return address?.replaceAll('&amp;', '&');
}

/** Requests a page as a browser does. */
async function measure(path) {
  const { status, headers, body, time } = await get(path, { accept: 'text/html', 'accept-encoding': 'gzip' });
  const whole = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return { path, status, time, compressed: body.length, whole: whole.length, html: whole.toString() };
}

async function pathsOf() {
  const most = await ask(MOST);
  const slug = (name, i = 0) => encodeURIComponent(most[name].nodes[i]?.slug ?? 'none');
  const [actor, other] = [slug('people'), slug('people', 1)];
  const name = most.people.nodes[0]?.name ?? 'none';
  const word = most.articles.nodes[0]?.headline.match(/\p{L}{5,}/u)?.[0] ?? 'none';
  const q = (query) => `/search?${new URLSearchParams({ q: query })}`;
  return [
    '/',
    `/article/${slug('articles')}`,
    `/person/${actor}`,
    `/person/${slug('speakers')}`,
    `/organisation/${slug('organisations')}`,
    `/source/${slug('sources')}`,
    `/outlet/${slug('outlets')}`,
    `/proposal/${slug('proposals')}`,
    `/quote/${slug('quotes')}`,
    `/event/${slug('events')}`,
    `/disagreement/${slug('disagreements')}`,
    ...[
      'articles',
      'people',
      'organisations',
      'sources',
      'outlets',
      'proposals',
      'quotes',
      'events',
      'disagreements',
    ].map((list) => `/${list}`),
    `/quotes?speaker=${slug('speakers')}`,
    `/articles?contains=${encodeURIComponent(word)}`,
    q(name),
    q(word),
    q(name.slice(0, 2)),
    q('zzzzzzzz'),
    '/stances',
    '/stances?disputed=on',
    '/timeline',
    `/timeline?actor=${actor}`,
    '/quotations',
    '/quotations?by=article',
    '/connections',
    `/connections?actor=${actor}`,
    `/connections?from=${actor}&to=${other}`,
  ];
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const paths = [];
for (const path of new Set(await pathsOf())) {
  paths.push(path);
  // The second page of a list costs more than the first if the database has to skip rows.
  const next = /^\/(articles|quotes|sources|timeline|stances)$/.test(path) && nextOf((await measure(path)).html);
  if (next) paths.push(next);
}
console.log('| page | status | time | compressed | uncompressed |\n| --- | --- | --- | --- | --- |');
for (const path of paths) {
  let best = await measure(path);
  for (let i = 1; i < ROUNDS; i++) {
    const again = await measure(path);
    if (again.time < best.time) best = again;
  }
  const shown = path.replace(/after=[^&]*/, 'after=…');
  const cells = [
    `\`${shown}\``,
    best.status,
    `${Math.round(best.time)} ms`,
    kilobytes(best.compressed),
    kilobytes(best.whole),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
