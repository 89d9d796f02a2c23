import { expect, test } from 'vitest';
import { ask } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

interface Node {
  readonly __typename: string;
  readonly name?: string;
  readonly headline?: string;
  readonly canonicalSpeaker?: { readonly name: string } | null;
  readonly wordings?: { readonly nodes: readonly { readonly text: string | null; readonly said: Day | null }[] };
  readonly side?: string;
  readonly actor?: { readonly name: string };
  readonly proposal?: { readonly name: string };
  readonly amount?: string | null;
  readonly when?: Day | null;
}

interface Day {
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface Page {
  readonly searchedFor: string | null;
  readonly totalCount: number;
  readonly nodes: readonly { readonly node: Node; readonly snippet: string }[];
}

/** A page of the web UI. */
const QUESTION = `query ($query: String!) {
  search(query: $query, first: 20) {
    searchedFor
    totalCount
    nodes {
      snippet
      node {
        __typename
        ... on Actor { name }
        ... on Event { name when { earliest latest } }
        ... on Article { headline }
        ... on Quote { canonicalSpeaker { name } wordings { nodes { text said { earliest latest } } } }
        ... on Position { side actor { name } proposal { name } }
        ... on Claim { amount }
      }
    }
  }
}`;

async function search(query: string): Promise<Page> {
  return ((await ask(await seededDatabase(), QUESTION, { query })) as { search: Page }).search;
}

async function found(query: string): Promise<readonly Node[]> {
  return (await search(query)).nodes.map(({ node }) => node);
}

test.each([
  ['merz far-reaching', 'Friedrich Merz', /far-reaching/],
  ['umerov real progress', 'Rustem Umerov', /real progress/],
  ['kallas eurobonds', 'Kaja Kallas', null],
  ['far-reaching Merz', 'Friedrich Merz', /far-reaching/],
  ['Каллас troops capabilities', 'Kaja Kallas', /real troops/],
  ['tsahkna billion', 'Margus Tsahkna', /billion/],
])('%s: the quote of %s first', async (query, speaker, words) => {
  const [first] = await found(query);
  expect(first).toMatchObject({ __typename: 'Quote', canonicalSpeaker: { name: speaker } });
  if (words) expect(first?.wordings?.nodes.map(({ text }) => text).join()).toMatch(words);
});

test.each([
  ['zelensky', 'Volodymyr Zelenskyy'],
  ['zelenskyy', 'Volodymyr Zelenskyy'],
  ['Зеленський', 'Volodymyr Zelenskyy'],
  ['Zelenskiy', 'Volodymyr Zelenskyy'],
  ['Зеленский', 'Volodymyr Zelenskyy'],
  ['Ζελένσκι', 'Volodymyr Zelenskyy'],
  ['Selenskyj', 'Volodymyr Zelenskyy'],
  ['Мерц', 'Friedrich Merz'],
  ['Κάλλας', 'Kaja Kallas'],
  ['umerow', 'Rustem Umerov'],
  ['lokke', 'Lars Lokke Rasmussen'],
])('%s: %s first, then quotes of that person', async (query, name) => {
  const [first, ...others] = await found(query);
  expect(first).toMatchObject({ __typename: 'Person', name });
  const quotes = others.filter(({ __typename }) => __typename === 'Quote');
  expect(quotes.length).toBeGreaterThan(0);
  for (const { canonicalSpeaker } of quotes) expect(canonicalSpeaker?.name).toBe(name);
});

test.each([
  ['prévot', 'Maxime Prevot'],
  ['Tsakhna', 'Margus Tsahkna'],
  ['chancellor merz', 'Friedrich Merz'],
  ['president Zelensky', 'Volodymyr Zelenskyy'],
  ['german chancellor', 'Friedrich Merz'],
])('%s: %s first', async (query, name) => {
  expect((await found(query))[0]).toMatchObject({ __typename: 'Person', name });
});

test.each(['15 December', 'December 15', '15th December', '15 Dec 2025', '2025-12-15', '15.12.2025', '12/15/2025'])(
  '%s: what happened and was said that day',
  async (query) => {
    const nodes = await found(query);
    expect(nodes).toHaveLength(20);
    expect(new Set(nodes.map(({ __typename }) => __typename))).toEqual(new Set(['Event', 'Quote']));
    for (const { when, wordings } of nodes) {
      const days = when ? [when] : (wordings?.nodes.map((wording) => wording.said) ?? []);
      expect(days.some((day) => covers(day, '2025-12-15'))).toBe(true);
    }
  },
);

function covers(day: Day | null, date: string): boolean {
  return (day?.earliest ?? '9') <= date && date <= (day?.latest ?? '0');
}

test('Monday: what happened and was said on a Monday', async () => {
  const nodes = await found('Monday');
  expect(new Set(nodes.map(({ __typename }) => __typename))).toEqual(new Set(['Event', 'Quote']));
  for (const { when, wordings } of nodes) {
    const days = when ? [when] : (wordings?.nodes.map((wording) => wording.said) ?? []);
    expect(days.some((day) => covers(day, '2025-12-15') || covers(day, '2025-12-08'))).toBe(true);
  }
  expect((await found('kallas monday'))[0]).toMatchObject({ canonicalSpeaker: { name: 'Kaja Kallas' } });
});

test.each(['who opposes frozen assets', 'against reparations', 'opponents of the loan'])(
  '%s: the positions against, with proposal and actor',
  async (query) => {
    const positions = (await found(query)).filter(({ __typename }) => __typename === 'Position');
    const loan = { proposal: { name: 'Reparations loan from frozen Russian assets' } };
    const against = ['Belgium', 'Bulgaria', 'Italy', 'Malta'].map((name) => ({
      side: 'AGAINST',
      actor: { name },
      ...loan,
    }));
    expect(positions.slice(0, 4)).toMatchObject(against);
    expect(positions[4]).toMatchObject({ actor: { name: 'Hungary' }, ...loan });
  },
);

test.each(['hungary loan', 'Hungary reparations', 'loan slovakia'])('%s: the position', async (query) => {
  const loan = { __typename: 'Position', proposal: { name: 'Reparations loan from frozen Russian assets' } };
  expect((await found(query))[0]).toMatchObject(loan);
});

test.each(['€210', '210 billion', '€210bn', '210 Milliarden', '210 billion euros', '210,000,000,000'])(
  '%s: the claims with that amount',
  async (query) => {
    expect((await found(query))[0]).toMatchObject({ __typename: 'Claim', amount: '210000000000' });
  },
);

test.each([
  ['far reaching agreement', /far-reaching and substantial agreement/],
  ['"real troops, real capabilities"', /real troops, real capabilities/],
  ['"legal and material"', /legal and material/],
])('%s: the quote', async (query, words) => {
  const [first] = await found(query);
  expect(first?.__typename).toBe('Quote');
  expect(first?.wordings?.nodes.map(({ text }) => text).join()).toMatch(words);
});

test('platinum: the quote, and the headline that echoes it', async () => {
  const nodes = await found('platinum');
  expect(nodes).toContainEqual(expect.objectContaining({ headline: expect.stringMatching(/platinum standard/) }));
  const quote = nodes.find(({ __typename }) => __typename === 'Quote');
  expect(quote?.wordings?.nodes.map(({ text }) => text)).toContain('platinum standard');
});

test.each([
  ['Ptktycmrbq', 'зеленський', 'Volodymyr Zelenskyy'],
  ['Яудутылн', 'zelensky', 'Volodymyr Zelenskyy'],
  ['צקרז', 'merz', 'Friedrich Merz'],
  ['Καλλασ', null, 'Kaja Kallas'],
  ['Rfkkfc', 'каллас', 'Kaja Kallas'],
  ['Tsakhna', 'tsahkna', 'Margus Tsahkna'],
  ['wittkopf', 'witkoff', 'Steve Witkoff'],
  ['rasmusssn loke', 'rasmussen lokke', 'Lars Lokke Rasmussen'],
  ['fridrich merts', 'friedrich merz', 'Friedrich Merz'],
  ['Трамп', 'trump', 'Donald Trump'],
  ['Дональд Трамп', 'donald trump', 'Donald Trump'],
  ['Расмуссенн Лукке', 'rasmussen lokke', 'Lars Lokke Rasmussen'],
])('%s: searched for %s instead', async (query, instead, name) => {
  const { searchedFor, nodes } = await search(query);
  expect(searchedFor).toBe(instead);
  expect(nodes[0]?.node).toMatchObject({ name });
});

test.each([
  ['laon', 'loan'],
  ['frozn asets', 'frozen assets'],
  ['secuirty guarantes', 'security guarantees'],
  ['Eurobnds', 'eurobonds'],
  ['platnum standrd', 'platinum standard'],
])('%s: searched for %s instead, with the same first hit', async (query, instead) => {
  const { searchedFor, nodes } = await search(query);
  expect(searchedFor).toBe(instead);
  expect(nodes[0]).toEqual((await search(instead)).nodes[0]);
});

test('a query that nothing resembles finds nothing, and nothing else was searched', async () => {
  expect(await search('qqqqzzzz wwwwxxxx')).toEqual({ searchedFor: null, totalCount: 0, nodes: [] });
});

test.each(["hungary's loan", 'Hungary’s loan'])('%s: a possessive finds the name', async (query) => {
  const [first] = (await search('hungary loan')).nodes;
  expect((await search(query)).nodes[0]?.node).toEqual(first?.node ?? 'a position');
});
