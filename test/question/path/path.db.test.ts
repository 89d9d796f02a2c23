import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { answer } from '../../../src/query/run.ts';
import { MAX_ROWS_READ } from '../../../src/question/path/select-paths.ts';
import { TIE_KINDS } from '../../../src/question/tie/shared-ties.ts';
import { type Dataset, randomDataset } from '../../differential/dataset.ts';
import { load } from '../../differential/load.ts';
import { ask, compiled } from '../../support/ask.ts';
import { ownSeededDatabase, testDatabase } from '../../support/database.ts';
import { HOUR, runs } from '../../support/runs.ts';
import { crowd, inOrder, type Tie, tiesOf } from '../../support/tie.ts';

const FIELDS = 'number length steps { number kind from { id } to { id } article { id } event { id } proposal { id } }';

async function paths(database: Database, args: string, fields = FIELDS): Promise<readonly unknown[]> {
  return ((await ask(database, `{ paths(${args}) { ${fields} } }`)) as { paths: unknown[] }).paths;
}

const between = (from: string, to: string) => `from: { slug: "${from}" }, to: { slug: "${to}" }`;

describe('paths between two actors', () => {
  let database: Database;
  beforeAll(async () => {
    database = await ownSeededDatabase();
  });

  test('have steps with the evidence of each', async () => {
    const args = `${between('donald-trump', 'vladimir-putin')}, via: [MET]`;
    const fields = 'length steps { from { name } to { name } event { slug } article { slug } proposal { slug } }';
    const [first] = await paths(database, args, fields);
    expect(first).toMatchObject({
      steps: expect.arrayContaining([
        expect.objectContaining({ event: { slug: 'moscow-talks' }, article: { slug: '003-territory-still-key' } }),
      ]),
    });
    expect(await paths(database, `${args}, maxLength: 1`, 'length')).toEqual([]);
  });

  test('a former slug and an id name the same actor', async () => {
    const { id, slug } = ((await ask(database, '{ person(slug: "donald-trump") { id slug } }')) as Ref).person;
    await database.query({ text: `INSERT INTO "ActorSlug" VALUES ('the-donald', $1)`, values: [id] });
    const to = 'to: { slug: "jared-kushner" }';
    const expected = await paths(database, `from: { slug: "${slug}" }, ${to}`);
    expect(expected).toHaveLength(5);
    expect(await paths(database, `from: { id: "${id}" }, ${to}`)).toEqual(expected);
    expect(await paths(database, `from: { slug: "the-donald" }, ${to}`)).toEqual(expected);
    expect(await paths(database, `from: { id: "${id}" }, to: { slug: "the-donald" }`)).toEqual([]);
  });

  test('no kinds, or first: 0, find no path', async () => {
    expect(await paths(database, `${between('donald-trump', 'jared-kushner')}, via: []`)).toEqual([]);
    expect(await paths(database, `${between('donald-trump', 'jared-kushner')}, first: 0`)).toEqual([]);
  });

  test.each([
    [`${between('donald-trump', 'nobody')}`, 'NOT_FOUND', /^to: no actor has the slug "nobody"/],
    [`from: { id: "Article_1" }, to: { slug: "x" }`, 'NOT_FOUND', /^from: no actor has the id "Article_1"/],
    [
      `${between('donald-trump', 'x')}, maxLength: 7`,
      'BAD_USER_INPUT',
      /maxLength: 7 is out of range: accepted are 1 to 6/,
    ],
    [`${between('donald-trump', 'x')}, maxLength: 0`, 'BAD_USER_INPUT', /maxLength: 0 is out of range/],
    [
      `${between('donald-trump', 'x')}, first: 101`,
      'BAD_USER_INPUT',
      /first: 101 is out of range: accepted are 0 to 100/,
    ],
  ])('rejects %s as %s', async (args, code, message) => {
    await expect(paths(database, args)).rejects.toThrow(message);
    await expect(paths(database, args)).rejects.toMatchObject({
      extensions: { code },
      path: ['paths'],
      locations: [{ line: 1, column: 3 }],
    });
  });

  test('a search that reads too much is rejected with the limit', async () => {
    const limited = async (args: string, budget: number) => {
      const operation = compiled(`{ found: paths(${args}) { length } }`);
      const values = operation.statement.values.map((value) => (value === MAX_ROWS_READ ? budget : value));
      return answer(database, { ...operation, statement: { ...operation.statement, values } });
    };
    const args = `${between('donald-trump', 'jared-kushner')}, first: 50`;
    await expect(limited(args, 300)).rejects.toMatchObject({
      extensions: { code: 'COST_EXCEEDED' },
      path: ['found'],
      message: expect.stringMatching(/more than the 300 rows that it may read: first: \d+ passes/),
    });
    await expect(limited(args, 1)).rejects.toThrow(/more than the 1 rows that it may read: ask for fewer kinds/);
    expect(await limited(args, 1_000_000)).toContain('length');
  });
});

interface Ref {
  readonly person: { readonly id: string; readonly slug: string };
}

describe('paths between many actors', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
    await load(database, crowd(1_500));
  });

  test('are in order, without reading all paths of the same length', async () => {
    const found = await paths(database, `${between('person-01400', 'person-00003')}, first: 6`);
    const ways = (found as { steps: { to: { id: string } }[] }[]).map(({ steps }) => steps.map(({ to }) => to.id));
    expect(ways).toEqual([
      ['Person_00003'],
      ...['00000', '00001', '00002', '00004', '00005'].map((n) => [`Person_${n}`, 'Person_00003']),
    ]);
  });
});

describe('paths of a random dataset', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
  });

  test('are the same as those of a plain search, in the same order', { timeout: HOUR }, async () => {
    const limits = fc.record({
      maxLength: fc.integer({ min: 1, max: 6 }),
      first: fc.constantFrom(1, 2, 5, 100),
      via: fc.option(fc.subarray([...TIE_KINDS]), { nil: undefined }),
      ends: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 3, maxLength: 3 }),
    });
    const property = fc.asyncProperty(randomDataset, limits, async (dataset, { maxLength, first, via, ends }) => {
      const actors = dataset.Actor ?? [];
      fc.pre(actors.length > 1);
      await load(database, dataset);
      for (const [one, other] of ends) {
        const [from, to] = [one, other].map((n) => String(actors[n % actors.length]?.id));
        const kinds = via ? `, via: [${via}]` : '';
        const args = `from: { id: "${from}" }, to: { id: "${to}" }, maxLength: ${maxLength}, first: ${first}${kinds}`;
        const expected = plainPaths(dataset, { from, to, maxLength, first, via: via ?? TIE_KINDS });
        expect(await paths(database, args), args).toEqual(expected);
      }
    });
    await fc.assert(property, { numRuns: runs(17, 5_000) });
  });
});

interface Search {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly maxLength: number;
  readonly first: number;
  readonly via: readonly string[];
}

/** All ways without a cycle, the shorter first, as many as wanted. */
function plainPaths(dataset: Dataset, { from = '', to = '', maxLength, first, via }: Search): unknown[] {
  const ties = tiesOf(dataset).filter(({ kind }) => via.includes(kind));
  const actors = inOrder(dataset, 'Actor');
  const order = (x: Tie, y: Tie) => actors(x.b, y.b) || kindOrder(x.kind) - kindOrder(y.kind);
  const steps = unique(ties).sort(order);
  let found: (readonly Tie[])[] = [];
  let open: (readonly Tie[])[] = from === to ? [] : [[]];
  for (let length = 1; length <= maxLength && found.length < first; length++) {
    const longer = open.flatMap((path) => {
      const visited = [from, ...path.map(({ b }) => b)];
      return steps.filter(({ a, b }) => a === visited.at(-1) && !visited.includes(b)).map((tie) => [...path, tie]);
    });
    found = [...found, ...longer.filter((path) => path.at(-1)?.b === to)];
    open = longer.filter((path) => path.at(-1)?.b !== to);
  }
  return found.slice(0, first).map((path, place) => ({
    number: place + 1,
    length: path.length,
    steps: path.map((step, i) => ({
      number: i + 1,
      kind: step.kind,
      from: { id: step.a },
      to: { id: step.b },
      ...evidence(dataset, ties, step),
    })),
  }));
}

function kindOrder(kind: string): number {
  return [...TIE_KINDS].map(String).indexOf(kind);
}

/** One tie for each kind between two actors. */
function unique(ties: readonly Tie[]): Tie[] {
  return [...new Map(ties.map((tie) => [`${tie.kind} ${tie.a} ${tie.b}`, tie])).values()];
}

/** The first event or proposal at which the two meet, then the first article that documents both ends of that. */
function evidence(dataset: Dataset, ties: readonly Tie[], { kind, a, b }: Tie): object {
  const own = ties.filter((tie) => tie.kind === kind && tie.a === a && tie.b === b);
  const subject = kind === 'MET' ? 'event' : kind.includes('SIDE') ? 'proposal' : undefined;
  const table = subject === 'event' ? 'Event' : 'Proposal';
  const contexts = subject ? own.map(({ context }) => context).sort(inOrder(dataset, table)) : [];
  const articles = own
    .filter(({ context, articles: [x, y] }) => x === y && (!subject || context === contexts[0]))
    .map(({ articles: [x] }) => x)
    .sort(inOrder(dataset, 'Article'));
  const first = (ids: readonly string[]) => (ids[0] === undefined ? null : { id: ids[0] });
  return {
    article: first(articles),
    event: subject === 'event' ? first(contexts) : null,
    proposal: subject === 'proposal' ? first(contexts) : null,
  };
}
