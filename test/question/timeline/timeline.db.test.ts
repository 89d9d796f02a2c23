import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask, askExecuted } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

interface Entry {
  readonly when: { readonly earliest: string | null; readonly latest: string | null };
  readonly node: { readonly __typename: string; readonly id: string };
}

interface Timeline {
  readonly nodes: readonly Entry[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const ENTRIES =
  'totalCount nodes { when { earliest latest } node { __typename id } } pageInfo { hasNextPage endCursor }';

describe('the timeline', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  async function timeline(args = 'first: 1000'): Promise<Timeline> {
    return ((await ask(database, `{ timeline(${args}) { ${ENTRIES} } }`)) as { timeline: Timeline }).timeline;
  }

  async function ids(query: string): Promise<string[]> {
    const answer = (await ask(database, `{ list: ${query} { nodes { id } } }`)) as {
      list: { nodes: { id: string }[] };
    };
    return answer.list.nodes.map(({ id }) => id).sort();
  }

  const entriesOf = async (where: string, type: string) => {
    const { nodes } = await timeline(`first: 1000, where: ${where}`);
    return [...new Set(nodes.filter(({ node }) => node.__typename === type).map(({ node }) => node.id))].sort();
  };

  test('is in chronological order, by the earliest day, then by the latest', async () => {
    const { nodes, totalCount } = await timeline();
    expect(nodes).toHaveLength(totalCount);
    const days = nodes.map(({ when: { earliest, latest } }) => `${earliest ?? latest} ${latest ?? earliest}`);
    expect(days).toEqual([...days].sort());
    expect(days).not.toContain('null null');
    expect(new Set(nodes.map(({ node }) => node.__typename))).toEqual(
      new Set(['Event', 'Quote', 'ProposalStatus', 'Article']),
    );
  });

  test('has all nodes with a date, and each quote once for each date', async () => {
    const dated = '{ OR: [{ earliest: { isNull: false } }, { latest: { isNull: false } }] }';
    expect(dated).toBeTruthy();
    const either = (field: string) =>
      `{ OR: [{ ${field}: { earliest: { isNull: false } } }, { ${field}: { latest: { isNull: false } } }] }`;
    expect(await entriesOf('{}', 'Event')).toEqual(await ids(`events(first: 1000, where: ${either('when')})`));
    expect(await entriesOf('{}', 'Quote')).toEqual(
      await ids(`quotes(first: 1000, where: { wordings: { some: ${either('said')} } })`),
    );
    expect(await entriesOf('{}', 'Article')).toEqual(
      await ids(`articles(first: 1000, where: { OR: [${either('published')}, ${either('updated')}] })`),
    );
    const { nodes } = await timeline();
    const keys = nodes.map(({ when, node }) => `${node.id} ${when.earliest ?? when.latest} ${when.latest}`);
    expect(keys.filter((key) => key.startsWith('Quote'))).toHaveLength(
      new Set(keys.filter((key) => key.startsWith('Quote'))).size,
    );
  });

  test('a status of a proposal has its own date, else the date of its article', async () => {
    const answer = await ask(
      database,
      `{ timeline(first: 1000) { nodes { when { earliest text } node { ... on ProposalStatus { own: when { earliest text } article { published { earliest text } updated { earliest text } } } } } } }`,
    );
    const { nodes } = (
      answer as { timeline: { nodes: { when: unknown; node: { own?: unknown; article?: Record<string, unknown> } }[] } }
    ).timeline;
    const states = nodes.filter(({ node }) => node.article);
    expect(states.length).toBeGreaterThan(0);
    expect(states.some(({ node }) => node.own)).toBe(true);
    for (const { when, node } of states)
      expect(when).toEqual(node.own ?? node.article?.published ?? node.article?.updated);
  });

  test('article, actor and proposal filter every kind of entry', async () => {
    const merz = '{ actor: { slug: { eq: "friedrich-merz" } } }';
    const isMerz = '{ slug: { eq: "friedrich-merz" } }';
    expect(await entriesOf(merz, 'Event')).toEqual(
      await ids(`events(where: { when: { isNull: false }, participations: { some: { actor: ${isMerz} } } })`),
    );
    expect(await entriesOf(merz, 'Quote')).toEqual(
      await ids(`quotes(where: { wordings: { some: { speaker: ${isMerz}, said: { latest: { isNull: false } } } } })`),
    );
    const loan = '{ slug: { eq: "reparations-loan" } }';
    expect(await entriesOf(`{ proposal: ${loan} }`, 'ProposalStatus')).toEqual(
      await ids(
        `proposalStatuses(where: { proposal: ${loan}, OR: [{ when: { isNull: false } }, { article: { OR: [{ published: { isNull: false } }, { updated: { isNull: false } }] } }] })`,
      ),
    );
    expect(await entriesOf('{ article: { slug: { eq: "000-platinum-standard" } } }', 'Article')).toEqual(
      await ids('articles(where: { slug: { eq: "000-platinum-standard" } })'),
    );
    expect((await timeline('where: { actor: { slug: { eq: "nobody" } } }')).totalCount).toBe(0);
  });

  test('when filters by the date of the entry', async () => {
    const { nodes } = await timeline(
      'where: { when: { earliest: { gte: "2025-12-16" }, latest: { lte: "2025-12-17" } } }',
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const { when } of nodes) {
      expect(when.earliest && when.earliest >= '2025-12-16').toBe(true);
      expect(when.latest && when.latest <= '2025-12-17').toBe(true);
    }
    const all = (await timeline()).totalCount;
    const without = (await timeline('where: { when: { earliest: { isNull: true } } }')).totalCount;
    const withIt = (await timeline('where: { when: { earliest: { isNull: false } } }')).totalCount;
    expect(without + withIt).toBe(all);
  });

  test('paging returns the whole list', async () => {
    const whole = await timeline();
    const paged: Entry[] = [];
    let after = '';
    for (;;) {
      const { nodes, pageInfo } = await timeline(`first: 7${after}`);
      paged.push(...nodes);
      after = `, after: "${pageInfo.endCursor}"`;
      if (!pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(whole.nodes);
  });

  test('execution by graphql-js gives the same answer', async () => {
    const question = `{ timeline(first: 30) { edges { cursor node { __typename when { __typename earliest text basis } node { __typename id } } } } }`;
    expect(await askExecuted(database, question)).toEqual(await ask(database, question));
  });

  test.each([
    ['where: { actor: { name: { eq: null } } }', /where\.actor\.name\.eq is null/],
    ['where: { proposal: null }', /where\.proposal is null/],
    ['where: { when: null }', /where\.when is null/],
    ['after: "nonsense"', /is not a cursor/],
  ])('rejects %s', async (args, message) => {
    await expect(timeline(args)).rejects.toThrow(message);
  });

  test('rejects the cursor of another filter', async () => {
    const { pageInfo } = await timeline('first: 2');
    await expect(timeline(`after: "${pageInfo.endCursor}", where: { actor: {} }`)).rejects.toThrow(
      /this cursor belongs to another list/,
    );
  });
});
