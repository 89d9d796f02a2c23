import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answer } from '../../../src/query/run.ts';
import { MAX_PAIR_ENDS } from '../../../src/question/pair/count-pairs.ts';
import { type Dataset, randomDataset } from '../../differential/dataset.ts';
import { load } from '../../differential/load.ts';
import { ask, compiled } from '../../support/ask.ts';
import { ownSeededDatabase, testDatabase } from '../../support/database.ts';
import { HOUR, runs } from '../../support/runs.ts';
import { crowd, inOrder, type Tie, tiesOf } from '../../support/tie.ts';

const KINDS = ['MENTIONED_TOGETHER', 'MET', 'SAME_SIDE', 'OPPOSITE_SIDES'];

interface Pairs {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function pairs(database: Database, args: string, fields = 'a { slug } b { slug } count'): Promise<Pairs> {
  const query = `{ pairs(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`;
  return ((await ask(database, query)) as { pairs: Pairs }).pairs;
}

describe('pairs of actors', () => {
  let database: Database;
  beforeAll(async () => {
    database = await ownSeededDatabase();
  });

  test('count what the two have in common, with the evidence as full lists', async () => {
    const where = 'where: { slug: { in: ["jared-kushner", "steve-witkoff", "donald-trump"] } }';
    const fields =
      'a { name } b { name } count events(orderBy: [{ name: DESC }], first: 1) { totalCount nodes { slug } } articles { totalCount } proposals { totalCount } assertions(where: { participation: { actor: { slug: { eq: "steve-witkoff" } } } }, first: 1) { totalCount nodes { article { slug } ... on Participation { role event { slug } } } }';
    const { nodes, totalCount } = await pairs(database, `kind: MET, ${where}, having: { count: { gte: 2 } }`, fields);
    expect(totalCount).toBe(1);
    expect(nodes).toEqual([
      {
        a: { name: 'Jared Kushner' },
        b: { name: 'Steve Witkoff' },
        count: 2,
        events: { totalCount: 2, nodes: [{ slug: 'moscow-talks' }] },
        articles: { totalCount: 3 },
        proposals: { totalCount: 0 },
        assertions: {
          totalCount: 4,
          nodes: [{ article: { slug: '000-platinum-standard' }, role: 'PARTICIPANT', event: { slug: 'berlin-talks' } }],
        },
      },
    ]);
  });

  test('where filters both actors', async () => {
    const { nodes } = await pairs(database, 'kind: MENTIONED_TOGETHER, where: { person: {} }', 'a { id } b { id }');
    expect(nodes.flatMap(({ a, b }) => [a, b]).every((end) => /^Person_/.test((end as { id: string }).id))).toBe(true);
    const alone = 'kind: MENTIONED_TOGETHER, where: { slug: { eq: "donald-trump" } }';
    expect(await pairs(database, alone)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('with one actor have it as a, and where filters b', async () => {
    const args = 'kind: MET, with: { slug: "volodymyr-zelenskyy" }, where: { organisation: {} }';
    const { nodes } = await pairs(database, args, 'a { slug } b { id } count');
    expect(nodes.length).toBeGreaterThan(1);
    expect(new Set(nodes.map(({ a }) => (a as { slug: string }).slug))).toEqual(new Set(['volodymyr-zelenskyy']));
    expect(nodes.every(({ b }) => /^Organisation_/.test((b as { id: string }).id))).toBe(true);
  });

  test('with an actor by its id or by a former slug are the same', async () => {
    const { actor } = (await ask(database, '{ actor(slug: "donald-trump") { id } }')) as { actor: { id: string } };
    const bySlug = await pairs(database, 'kind: MET, with: { slug: "donald-trump" }');
    expect(bySlug.totalCount).toBeGreaterThan(0);
    expect(await pairs(database, `kind: MET, with: { id: "${actor.id}" }`)).toMatchObject({ nodes: bySlug.nodes });
    await database.query({ text: `INSERT INTO "ActorSlug" VALUES ('the-donald', $1)`, values: [actor.id] });
    expect(await pairs(database, 'kind: MET, with: { slug: "the-donald" }')).toMatchObject({ nodes: bySlug.nodes });
  });

  test.each(['slug: "nobody"', 'id: "Article_1"'])('with { %s }, an unknown actor, are NOT_FOUND', async (ref) => {
    const [name] = ref.split(':');
    await expect(ask(database, `{ who: pairs(kind: MET, with: { ${ref} }) { totalCount } }`)).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
      path: ['who'],
      message: expect.stringMatching(new RegExp(`^with: no actor has the ${name} "(nobody|Article_1)"`)),
    });
  });

  test.each([
    'where: { person: {} }, orderBy: { count: DESC }',
    'where: { person: {} }, orderBy: { count: ASC }',
    'where: { person: {} }, orderBy: { name: ASC }',
    'where: { person: {} }, orderBy: { name: DESC }',
    'with: { slug: "donald-trump" }, orderBy: { count: DESC }',
    'with: { slug: "donald-trump" }, orderBy: { name: DESC }',
  ])('paging with %s returns the whole list', async (which) => {
    const args = `kind: MENTIONED_TOGETHER, ${which}`;
    const whole = await pairs(database, `${args}, first: 1000`);
    expect(whole.nodes).toHaveLength(whole.totalCount);
    const paged: unknown[] = [];
    for (let after = ''; ; ) {
      const { nodes, pageInfo } = await pairs(database, `${args}, first: 37${after}`);
      paged.push(...nodes);
      after = `, after: "${pageInfo.endCursor}"`;
      if (!pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(whole.nodes);
  });

  test.each([
    ['kind: MET, first: 1001', /first: 1001 is out of range/],
    ['kind: MET, having: { count: null }', /having\.count is null/],
    ['kind: MET, having: { count: { gte: null } }', /having\.count\.gte is null/],
    ['kind: MET, after: "nonsense"', /"nonsense" is not a cursor/],
  ])('rejects %s with what is accepted', async (args, message) => {
    await expect(pairs(database, args)).rejects.toThrow(message);
    await expect(pairs(database, args)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('are counted once for all root fields with the same pairs', async () => {
    const met = 'kind: MET, with: { slug: "donald-trump" }';
    const fields = [
      `all: pairs(${met}, first: 100) { totalCount nodes { count b { slug } } }`,
      `often: pairs(${met}, having: { count: { gte: 2 } }, orderBy: { name: DESC }) { nodes { count b { slug } } }`,
      'others: pairs(kind: SAME_SIDE, with: { slug: "donald-trump" }) { totalCount }',
      `people: pairs(${met}, where: { person: {} }, first: 2) { nodes { b { slug } } }`,
    ];
    const together = `{ ${fields.join(' ')} }`;
    const alone = await Promise.all(fields.map((field) => ask(database, `{ ${field} }`)));
    expect(await ask(database, together)).toEqual(Object.assign({}, ...alone));
    expect(compiled(together).statement.text.split('as materialized (with one')).toHaveLength(1 + 3);
    const nul = 'query ($slug: String!) { pairs(kind: MET, with: { slug: $slug }) { totalCount } }';
    expect(() => compiled(nul, { variables: { slug: 'a\u0000' } })).toThrow(/U\+0000/);
  });

  test('rejects the cursor of another kind, order or filter', async () => {
    const { pageInfo } = await pairs(database, 'kind: MET, first: 1');
    for (const args of [
      'kind: SAME_SIDE',
      'kind: MET, orderBy: { name: ASC }',
      'kind: MET, where: { person: {} }',
      'kind: MET, with: { slug: "donald-trump" }',
    ])
      await expect(pairs(database, `${args}, after: "${pageInfo.endCursor}"`)).rejects.toThrow(
        /belongs to another list/,
      );
  });
});

describe('pairs of many actors', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
    await load(database, crowd(2_100));
  });

  test('are rejected when there are too many, with a way to narrow them', async () => {
    const question = '{ who: pairs(kind: MENTIONED_TOGETHER) { totalCount } }';
    await expect(ask(database, question)).rejects.toMatchObject({
      extensions: { code: 'COST_EXCEEDED' },
      path: ['who'],
      message: expect.stringMatching(/make 2203950 pairs.*the limit is 2000000: use a narrower `where`/),
    });
  });

  test('are counted with a narrower where', async () => {
    const args = 'kind: MENTIONED_TOGETHER, where: { slug: { endsWith: "7" } }, first: 1';
    expect((await pairs(database, args)).totalCount).toBe((210 * 209) / 2);
  });

  test('are counted with one of them', async () => {
    const args = 'kind: MENTIONED_TOGETHER, with: { slug: "person-00007" }, first: 1';
    expect((await pairs(database, args)).totalCount).toBe(2_099);
  });

  test('with one of them read no more than the limit, which where lowers', async () => {
    // The same statement with a limit that this crowd passes.
    const limited = (where: string) => {
      const args = `kind: MENTIONED_TOGETHER, with: { slug: "person-00007" }, ${where}`;
      const { statement, ...operation } = compiled(`{ pairs(${args}) { totalCount } }`);
      const values = statement.values.map((value) =>
        typeof value === 'number' && value >= MAX_PAIR_ENDS ? value - MAX_PAIR_ENDS + 2_000 : value,
      );
      return answer(database, { ...operation, statement: { ...statement, values } });
    };
    await expect(limited('')).rejects.toMatchObject({
      extensions: { code: 'COST_EXCEEDED' },
      message: expect.stringMatching(/more than 500000 mentions together.*use a narrower `where`/),
    });
    expect(JSON.parse(await limited('where: { slug: { endsWith: "7" } }'))).toEqual({ pairs: { totalCount: 209 } });
  });
});

describe('pairs of a random dataset', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });

  test('are the same as those of plain loops', { timeout: HOUR }, async () => {
    const property = fc.asyncProperty(randomDataset, async (dataset) => {
      await load(database, dataset);
      const fields =
        'a { id } b { id } count articles { nodes { id } } assertions { nodes { id } } events { nodes { id } } proposals { nodes { id } }';
      for (const kind of KINDS) {
        const { nodes } = await pairs(database, `kind: ${kind}, orderBy: { name: ASC }`, fields);
        expect(nodes).toEqual(plainPairs(dataset, kind));
        for (const one of (dataset.Actor ?? []).slice(0, 3)) {
          const args = `kind: ${kind}, with: { id: "${one.id}" }, orderBy: { name: ASC }`;
          expect((await pairs(database, args, fields)).nodes).toEqual(plainPairs(dataset, kind, one.id));
        }
      }
    });
    await fc.assert(property, { numRuns: runs(17, 3_000) });
  });
});

/** Every pair, the first in the order of actors as `a`; or those of one actor, which then is `a`. */
function plainPairs(dataset: Dataset, kind: string, one?: unknown): unknown[] {
  const actors = inOrder(dataset, 'Actor');
  const isFirst = ({ a, b }: Tie) => (one === undefined ? actors(a, b) < 0 : a === one);
  const ties = tiesOf(dataset).filter((tie) => tie.kind === kind && isFirst(tie));
  const keys = [...new Set(ties.map(({ a, b }) => JSON.stringify([a, b])))].map((key) => JSON.parse(key) as string[]);
  const nodes = (table: string, ids: readonly string[]) => ({
    nodes: [...new Set(ids)].sort(inOrder(dataset, table)).map((id) => ({ id })),
  });
  return keys
    .sort(([a = '', b = ''], [c = '', d = '']) => actors(a, c) || actors(b, d))
    .map(([a, b]) => {
      const own = ties.filter((tie) => tie.a === a && tie.b === b);
      const contexts = own.map(({ context }) => context);
      return {
        a: { id: a },
        b: { id: b },
        count: new Set(contexts).size,
        articles: nodes(
          'Article',
          own.flatMap(({ articles }) => articles),
        ),
        assertions: nodes(
          'Assertion',
          own.flatMap(({ assertions }) => assertions),
        ),
        events: nodes('Event', kind === 'MET' ? contexts : []),
        proposals: nodes('Proposal', kind.endsWith('_SIDE') || kind.endsWith('_SIDES') ? contexts : []),
      };
    });
}
