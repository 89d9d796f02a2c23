import { renderToString } from 'preact-render-to-string';
import { beforeAll, expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { Quoted, SaidBy } from '../../src/explorer/part/words.tsx';
import { type App, createApp } from '../../src/server/app.ts';
import type { Assets } from '../../src/server/asset.ts';
import { type ArticleWords, compareWithArticles, readArticleWords } from '../support/article-words.ts';
import { ask } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

const assets: Assets = { folder: '', addressOf: (source) => `/assets/${source}`, has: () => false };

let database: Database;
let app: App;
let words: ArticleWords;

beforeAll(async () => {
  database = await seededDatabase();
  app = createApp({ schema: buildSchema(), database, questions: [], assets, log: () => {} });
  words = await readArticleWords(database);
});

const get = (address: string) =>
  app.fetch(`http://localhost${address}`, { headers: { accept: 'text/html' }, redirect: 'manual' });

const linksOf = (html: string) =>
  [...html.matchAll(/<a\b[^>]*\bhref="([^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** Every page, the later pages of lists, and the answers of the search and the timeline. */
const isPage = (link: string) =>
  (link.startsWith('/') && !/^\/(graphql|download|table)|\.jsonld$|\?/.test(link)) || /[?&](after|speaker)=/.test(link);

const SEARCHES = ['frozen assets', 'security guarantees', 'forever', 'Article Five', 'mission', 'robust', 'loan'];

// One database is enough, since both give the same answers (`library.db.test.ts`).
test.runIf(inject('templates').kind === 'server')(
  'every page prints next to an article that article’s words, speakers and dates',
  async () => {
    const found = new Set(['/', ...SEARCHES.map((q) => `/search?${new URLSearchParams({ q })}`)]);
    const total: Record<string, number> = {};
    const differences: string[] = [];
    for (const address of found) {
      const response = await get(address);
      const html = await response.text();
      if (response.status === 301) found.add(response.headers.get('location') ?? '');
      else expect([address, response.status]).toEqual([address, 200]);
      const comparison = compareWithArticles(html, words);
      for (const [part, count] of Object.entries(comparison.compared)) total[part] = (total[part] ?? 0) + count;
      differences.push(...comparison.differences.map((difference) => `${address}: ${difference}`));
      for (const link of linksOf(html)) if (isPage(link)) found.add(link);
    }
    console.info(`${found.size} pages compared with the articles: ${JSON.stringify(total)}`);
    expect(differences).toEqual([]);
    for (const part of ['words', 'speaker', 'said']) expect(total[part]).toBeGreaterThan(400);
  },
  300_000,
);

interface Card {
  readonly article: { readonly slug: string; readonly headline: string };
  readonly quote: { readonly slug: string; readonly text: string; readonly canonicalSpeaker: Speaker | null };
  readonly wordings: { readonly nodes: readonly { readonly id: string; readonly text: string | null }[] };
}

interface Speaker {
  readonly slug: string;
  readonly name: string;
  readonly actorType: 'PERSON' | 'ORGANISATION' | 'SOURCE';
}

/** The assertions whose quote another article prints more fully. */
async function cards(): Promise<readonly Card[]> {
  const { assertions } = (await ask(
    database,
    `{ assertions(where: { quote: { isNull: false } }, first: 1000) { nodes {
      article { slug headline }
      quote { slug text canonicalSpeaker { slug name actorType } }
      wordings: ownWordings { nodes { id text } }
    } } }`,
  )) as { readonly assertions: { readonly nodes: readonly Card[] } };
  return assertions.nodes.filter(({ quote, wordings }) => wordings.nodes.every(({ text }) => text !== quote.text));
}

const body = (html: string) => `<body>${html}`;

test('the comparison finds the words of another article next to the name of an article', async () => {
  const all = await cards();
  expect(all.length).toBeGreaterThanOrEqual(9);
  for (const { article, quote, wordings } of all) {
    const unmarked = `<cite>${article.headline}</cite> <a href="/quote/${quote.slug}">“${quote.text}”</a>`;
    expect(compareWithArticles(body(unmarked), words).differences).toEqual([
      `“${quote.text}” does not say which article prints it`,
    ]);
    const [own] = wordings.nodes;
    const marked = renderToString(Quoted({ words: quote.text, of: [{ id: own?.id ?? '', article }] }));
    expect(compareWithArticles(body(marked), words).differences).toHaveLength(1);
  }
});

test('the comparison finds a speaker, a date or a printed word of another article', async () => {
  const [card] = (await cards()).filter(({ quote }) => quote.slug === 'not-on-the-table-forever');
  const own = [...words.wordings.values()].find(({ article, earliest }) => article.startsWith('000') && earliest);
  expect(card).toBeDefined();
  const of = { id: own?.id ?? '', article: { slug: own?.article ?? '' } };
  const speaker = { actorType: 'PERSON', slug: 'friedrich-merz', name: 'Nobody Such' } as const;
  const said = renderToString(SaidBy({ of: [{ ...of, speaker, attributedAs: null }] }));
  const at = (part: string, text: string) =>
    `<span data-part="${part}" data-article="${of.article.slug}" data-wording="${of.id}">${text}</span>`;
  for (const html of [said, at('said', '1 May 2001'), at('gloss', 'x'), at('date', '1 May 2001'), at('printed', 'xyz')])
    expect([html, compareWithArticles(body(html), words).differences.length]).toEqual([html, 1]);
});
