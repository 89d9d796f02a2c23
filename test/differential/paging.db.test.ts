import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, schema as wholeSchema } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { Operation } from '../support/random-operation.ts';
import { HOUR, runs } from '../support/runs.ts';
import { type Dataset, randomDataset } from './dataset.ts';
import { entitySchema } from './entity-schema.ts';
import { Evaluator } from './evaluator.ts';
import { datasetValues, Loaded } from './loaded.ts';
import { Cursors } from './page.ts';
import { isOfGroups, randomPaging } from './random-paging.ts';
import { without } from './smaller-dataset.ts';

const schema = entitySchema(wholeSchema);

interface Page {
  /** Of a list. */
  readonly edges?: readonly { readonly cursor: string; readonly node: unknown }[];
  /** Of groups, which have no edges. */
  readonly nodes?: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor?: string };
  readonly totalCount: number;
}

/** The rows on a page of a list or of groups. */
function nodesOf(page: Page | undefined): readonly unknown[] | undefined {
  return page?.edges?.map(({ node }) => node) ?? page?.nodes;
}

describe('paging through a list', () => {
  const operations = randomPaging({ schema, pool: datasetValues() });
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
  const evaluator = new Evaluator(schema);
  let database: Database;
  let loaded: Loaded;
  beforeAll(async () => {
    database = await testDatabase();
    loaded = new Loaded(database);
  });

  async function pageOf({ query, variables }: Operation, paging: object): Promise<Page | undefined> {
    return pageIn(await ask(database, query, { ...variables, ...paging }));
  }

  /** All nodes according to the evaluator; undefined if the row whose list is paged through does not exist. */
  function expectedNodes({ query, variables }: Operation): readonly unknown[] | undefined {
    const all = new Operation(query, { ...variables, first: 1_000 });
    return nodesOf(pageIn(evaluator.answer(loaded.world, all, new Cursors())));
  }

  /** The nodes of all pages in the order of the list; `before` is called before each page. */
  async function pagedThrough(
    operation: Operation,
    { sizes, back, before }: { sizes: readonly number[]; back: boolean; before?: () => Promise<void> },
  ): Promise<unknown[]> {
    const nodes: unknown[] = [];
    let cursor: string | undefined;
    for (let number = 0; number < 200; number++) {
      await before?.();
      const size = sizes[number % sizes.length];
      const page = await pageOf(operation, back ? { last: size, before: cursor } : { first: size, after: cursor });
      const found = nodesOf(page) ?? [];
      expect(found.length).toBeLessThanOrEqual(size ?? 0);
      if (back) nodes.unshift(...found);
      else nodes.push(...found);
      if (!(back ? page?.pageInfo.hasPreviousPage : page?.pageInfo.hasNextPage)) return nodes;
      expect(found.length, 'every page before the last has rows').toBeGreaterThan(0);
      cursor = page?.edges ? page.edges.at(back ? 0 : -1)?.cursor : page?.pageInfo.endCursor;
    }
    throw new Error('more than 200 pages');
  }

  test('returns the whole list, forwards and backwards', { timeout: 24 * HOUR }, async () => {
    const property = fc.asyncProperty(operations, sizes, randomDataset, async (operation, sizes, dataset) => {
      fc.pre(!isFullText(operation));
      await loaded.use(dataset);
      await unlessRejected(operation, async () => {
        const expected = expectedNodes(operation);
        if (!expected) return;
        expect(await pagedThrough(operation, { sizes, back: false }), 'forwards').toEqual(expected);
        if (!isOfGroups(operation))
          expect(await pagedThrough(operation, { sizes, back: true }), 'backwards').toEqual(expected);
        expect(await pageOf(operation, { first: 1_000 })).toMatchObject({
          totalCount: expected.length,
          pageInfo: { hasNextPage: false, hasPreviousPage: false },
        });
      });
    });
    await fc.assert(property, { numRuns: runs(40, 10_000) });
  });

  test('misses and repeats no row while others are added and removed', { timeout: 24 * HOUR }, async () => {
    const seeds = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    const property = fc.asyncProperty(
      operations,
      sizes,
      randomDataset,
      seeds,
      async (operation, sizes, dataset, seeds) => {
        fc.pre(isOfRowsAlone(operation));
        await loaded.use(dataset);
        const all = idsOf(expectedNodes(operation) ?? []);
        fc.pre(all.length > 2);
        for (const back of [false, true]) {
          const states = statesOf(dataset, all, seeds);
          const kept = all.filter((id) => states.every((state) => hasRow(state, id)));
          let turn = 0;
          const before = () => loaded.use(states[turn++ % states.length] ?? dataset);
          await unlessRejected(operation, async () => {
            const seen = idsOf(await pagedThrough(operation, { sizes, back, before }));
            expect(seen, 'in the order of the list, without duplicates').toEqual(all.filter((id) => seen.includes(id)));
            expect(seen).toEqual(expect.arrayContaining(kept));
          });
        }
      },
    );
    await fc.assert(property, { numRuns: runs(14, 2_000) });
  });
});

/** The only page in an answer, at any depth. */
function pageIn(answer: unknown): Page | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('page' in answer) return answer.page as Page;
  return Object.values(answer).map(pageIn).find(Boolean);
}

function idsOf(nodes: readonly unknown[]): string[] {
  return nodes.map((node) => String((node as { id: unknown }).id));
}

/** A few states of a dataset: each lacks some of the rows `ids` and the rows that depend on them. */
function statesOf(dataset: Dataset, ids: readonly string[], seeds: readonly number[]): readonly Dataset[] {
  return [...seeds.keys()].slice(0, 4).map((number) => {
    const gone = ids.filter((_id, i) => (seeds[(number * 3 + i) % seeds.length] ?? 0) % 3 === 0);
    return without(dataset, gone);
  });
}

function hasRow(dataset: Dataset, id: string): boolean {
  return Object.values(dataset).some((rows) => rows.some((row) => row.id === id));
}

/** Full text stems English words, which the evaluator does not: it has its own tests. */
function isFullText({ query, variables }: Operation): boolean {
  return /\b(?:matches|relevance)\b/.test(query + JSON.stringify(variables));
}

/** Whether a row's position in the list depends only on it and the rows that it refers to, which are removed with it. */
function isOfRowsAlone(operation: Operation): boolean {
  const others = /\b(some|every|none|count|nodes)\b/;
  return (
    !isFullText(operation) &&
    !isOfGroups(operation) &&
    !others.test(operation.query + JSON.stringify(operation.variables))
  );
}

/** A shrunk operation may be invalid: then it is rejected, which is not a failure. */
async function unlessRejected({ shrunk }: Operation, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof GraphQLError && error.extensions.code;
    if (code === 'COST_EXCEEDED' || (shrunk && code === 'BAD_USER_INPUT')) return;
    throw error;
  }
}
