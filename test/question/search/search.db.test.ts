import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { rebuildSearch } from '../../../src/import/search/index-search.ts';
import { sortKey } from '../../../src/text/sort-key.ts';
import { ask, askExecuted } from '../../support/ask.ts';
import { ownSeededDatabase } from '../../support/database.ts';

interface Hit {
  readonly score: number;
  readonly snippet: string;
  readonly node: { readonly __typename: string; readonly id: string; readonly name?: string };
}

interface Hits {
  readonly nodes: readonly Hit[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

const QUESTION = `query ($query: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    totalCount
    nodes { score snippet node { __typename id ... on Actor { name } ... on Proposal { name } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

describe('search', () => {
  let database: Database;
  beforeAll(async () => {
    database = await ownSeededDatabase();
  });

  async function search(query: string, args: Readonly<Record<string, unknown>> = {}): Promise<Hits> {
    return ((await ask(database, QUESTION, { query, ...args })) as { search: Hits }).search;
  }

  async function first(query: string): Promise<string | undefined> {
    return (await search(query, { first: 1 })).nodes[0]?.node.name;
  }

  test.each([
    ['Zelenskyy', 'Volodymyr Zelenskyy'],
    ['Zelensky', 'Volodymyr Zelenskyy'],
    ['Zelenski', 'Volodymyr Zelenskyy'],
    ['zel', 'Volodymyr Zelenskyy'],
    ['Kalas', 'Kaja Kallas'],
    ['kaja kalas', 'Kaja Kallas'],
    ['Witkof', 'Steve Witkoff'],
    ['lokke', 'Lars Lokke Rasmussen'],
    ['Løkke', 'Lars Lokke Rasmussen'],
    ['MERZ', 'Friedrich Merz'],
    ['EU', 'European Union'],
    ['article 5‑like', undefined],
  ])('%s leads to %s first', async (query, name) => {
    expect(await first(query)).toBe(name);
  });

  test.each([
    ['officials say', '004-officials-say'],
    ['platinum standard', '000-platinum-standard'],
    ['washington agrees', '002-washington-agrees'],
    ['territory still key', '003-territory-still-key'],
    ['004-officials-say', '004-officials-say'],
    ['004 officials say', '004-officials-say'],
  ])('%s leads to the article %s first, not to its sources by the slug in their names', async (query, slug) => {
    const { search } = (await ask(
      database,
      `{ search(query: "${query}", first: 1000) { nodes { score node { __typename ... on Article { slug } } } } }`,
    )) as { search: Hits };
    expect(search.nodes[0]?.node).toEqual({ __typename: 'Article', slug });
    const sources = search.nodes.filter(({ node }) => node.__typename === 'Source');
    // Only those that look like what is asked for.
    for (const { score } of sources) expect(score).toBeLessThan(0.2);
  });

  test('a source is found by the description in its article and by its name', async () => {
    const names = async (query: string) =>
      (await search(query, { types: ['SOURCE'] })).nodes.map(({ node }) => node.name);
    expect(await names('a person familiar')).toEqual(['a person familiar with the matter (ArcaMax)']);
    expect((await search('Analysts', { types: ['SOURCE'] })).nodes[0]).toMatchObject({
      score: 1,
      snippet: '<mark>Analysts</mark>',
    });
    await database.query({
      text: `UPDATE "Actor" SET "name" = 'The Kremlinologists', "nameKey" = 'the kremlinologists' WHERE "slug" LIKE '004-officials-say/%analysts%' OR "name" LIKE 'Analysts (%'`,
      values: [],
    });
    await rebuildSearch(database);
    expect(await names('kremlinologists')).toEqual(['The Kremlinologists']);
    expect(await names('kremlinologist')).toEqual(['The Kremlinologists']);
  });

  test('kinds of hyphens and quotation marks do not matter', async () => {
    const ascii = await search('"nato-style" or europe\'s');
    expect(ascii.totalCount).toBeGreaterThan(0);
    expect(await search('“NATO‑style” or Europe’s')).toEqual(ascii);
    expect((await search('article 5‑like')).nodes[0]?.snippet).toMatch(/<mark>5.like<\/mark>/);
  });

  test('the exact name comes first, then beginnings of names, words in names, words in texts', async () => {
    const { nodes } = await search('Ukraine', { first: 1000 });
    expect(nodes[0]).toMatchObject({ score: 1, node: { name: 'Ukraine' } });
    const scores = nodes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const begins = nodes.findIndex(({ snippet }) => !/^<mark>/.test(snippet));
    expect(begins).toBeGreaterThan(1);
    for (const { score, node } of nodes) if (node.__typename === 'Quote') expect(score).toBeLessThan(0.7);
  });

  test('each node is found once, with its best text, which can be an alias', async () => {
    const { nodes, totalCount } = await search('Zelensky', { first: 1000 });
    expect(new Set(nodes.map(({ node }) => node.id)).size).toBe(totalCount);
    expect(nodes[0]?.snippet).toBe('<mark>Zelensky</mark>');
  });

  test('a quote is found by the text and gloss of its wordings; wordings and assertions are found only by type', async () => {
    const kinds = async (types?: string[]) => {
      const { nodes } = await search('security guarantees', { first: 1000, ...(types && { types }) });
      return [...new Set(nodes.map(({ node }) => node.__typename))].sort();
    };
    expect(await kinds()).toEqual(expect.arrayContaining(['Article', 'Proposal', 'Quote']));
    expect(await kinds()).not.toContain('Wording');
    expect(await kinds(['WORDING'])).toEqual(['Wording']);
    expect(await kinds(['PROPOSAL', 'QUOTE'])).toEqual(['Proposal', 'Quote']);
    expect(await kinds(['ASSERTION'])).toContain('Position');
    expect(await kinds(['ORGANISATION'])).toEqual([]);
    expect(await kinds([])).toEqual([]);
  });

  test('words, phrases, or, minus', async () => {
    const count = async (query: string) => (await search(query)).totalCount;
    expect(await count('"security guarantees"')).toBeGreaterThan(0);
    expect(await count('security guarantees')).toBeGreaterThanOrEqual(await count('"security guarantees"'));
    expect(await count('guarantees -security')).toBeLessThan(await count('guarantees'));
    expect(await count('-security')).toBe(0);
    expect(await count('security -security')).toBe(0);
  });

  test('everything in a snippet is escaped except the marks', async () => {
    const text = 'He said <script>alert("Hello")</script> & <b>Zanzibar’s</b> \'plan\' <mark>x</mark>';
    await database.query({
      text: `INSERT INTO "Quote" ("id", "slug", "sortKey", "text", "textKey", "consistent") VALUES ('Quote_html', 'html', 'z', $1, $2, true)`,
      values: [text, sortKey(text)],
    });
    await rebuildSearch(database);
    expect((await search('zanzibar')).nodes[0]?.snippet).toBe(
      'He said &lt;script&gt;alert(&quot;Hello&quot;)&lt;/script&gt; &amp; &lt;<mark>b&gt;Zanzibar’s&lt;/b</mark>&gt; &#39;plan&#39; &lt;mark&gt;x&lt;/mark&gt;',
    );
    for (const query of ['script alert', 'alert("Hello")', 'plan', '<mark>', '<script>alert(1)</script>']) {
      for (const { snippet } of (await search(query)).nodes)
        expect(snippet.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>"']/);
    }
  });

  test('a snippet of a long text is the part around the first word found, in the original spelling', async () => {
    const filler = (n: number) => Array.from({ length: n }, (_, i) => `wörd${i}`).join('  ');
    const text = `${filler(60)} the Kilimanjarö‑style pläce. ${filler(60)}`;
    await database.query({
      text: `INSERT INTO "Quote" ("id", "slug", "sortKey", "text", "textKey", "consistent") VALUES ('Quote_long', 'long', 'z', $1, $2, true)`,
      values: [text, sortKey(text)],
    });
    await rebuildSearch(database);
    const snippet = (await search('KILIMANJARO-style place')).nodes[0]?.snippet ?? '';
    expect(snippet).toMatch(
      /^… wörd\d+ {2}.* the <mark>Kilimanjarö‑style<\/mark> <mark>pläce<\/mark>\. wörd0.* wörd\d+ …$/,
    );
    expect(snippet.replaceAll(/<\/?mark>/g, '').length).toBeLessThan(170);
    const word = 'x'.repeat(400);
    await database.query({
      text: `INSERT INTO "Quote" ("id", "slug", "sortKey", "text", "textKey", "consistent") VALUES ('Quote_word', 'word', 'z', $1, $1, true)`,
      values: [word],
    });
    await rebuildSearch(database);
    expect((await search(word)).nodes[0]?.snippet).toBe(`<mark>${'x'.repeat(160)}</mark>`);
  });

  test('paging returns the whole list', async () => {
    const whole = await search('Ukraine', { first: 1000 });
    expect(whole.nodes).toHaveLength(whole.totalCount);
    const paged: Hit[] = [];
    let after: string | undefined;
    for (;;) {
      const { nodes, pageInfo } = await search('Ukraine', { first: 7, after });
      expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
      paged.push(...nodes);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(whole.nodes);
  });

  test('rejects the cursor of another query or other types', async () => {
    const { pageInfo } = await search('Ukraine', { first: 2 });
    const foreign = /this cursor belongs to another list/;
    await expect(search('Ukrainian', { after: pageInfo.endCursor })).rejects.toThrow(foreign);
    await expect(search('Ukraine', { types: ['QUOTE'], after: pageInfo.endCursor })).rejects.toThrow(foreign);
    expect((await search('UKRAINE', { after: pageInfo.endCursor })).nodes.length).toBeGreaterThan(0);
  });

  test.each(['', ' ', 'a', '-', '%', '"x"', '!?'])('rejects %j as too short, with what is accepted', async (query) => {
    await expect(search(query)).rejects.toThrow(/is too short: write at least two letters/);
    await expect(search(query)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, path: ['search'] });
  });

  test.each([
    ['one long word', 'x'.repeat(1_000)],
    ['many words', 'security guarantees '.repeat(50)],
    ['many alternatives', 'security or '.repeat(80)],
    ['operators', `a & b | c :* <-> ! ( "' \\ % _ -`],
  ])('%s are a query like any other', async (_, query) => {
    expect((await search(query)).totalCount).toBeGreaterThanOrEqual(0);
  });

  test('execution by graphql-js gives the same answer', async () => {
    const question =
      '{ search(query: "merz", types: [ASSERTION, PERSON]) { edges { cursor node { __typename score snippet node { __typename id } } } } }';
    expect(await askExecuted(database, question)).toEqual(await ask(database, question));
  });
});
