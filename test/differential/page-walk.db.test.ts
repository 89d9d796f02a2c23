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
import { isOfGroups, randomWalk } from './random-walk.ts';
import { without } from './smaller-dataset.ts';

const schema = entitySchema(wholeSchema);

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly totalCount: number;
}

describe('a walk through the pages of a list', () => {
  const walks = randomWalk({ schema, pool: datasetValues() });
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

  /** All nodes as the evaluator has them; undefined where the row whose list is walked is not there. */
  function expectedNodes({ query, variables }: Operation): readonly unknown[] | undefined {
    const all = new Operation(query, { ...variables, first: 1_000 });
    return pageIn(evaluator.answer(loaded.world, all, new Cursors()))?.edges.map(({ node }) => node);
  }

  /** The nodes of all pages in the order of the list; `before` is called before each page. */
  async function walked(
    walk: Operation,
    { sizes, back, before }: { sizes: readonly number[]; back: boolean; before?: () => Promise<void> },
  ): Promise<unknown[]> {
    const nodes: unknown[] = [];
    let cursor: string | undefined;
    for (let number = 0; number < 200; number++) {
      await before?.();
      const size = sizes[number % sizes.length];
      const page = await pageOf(walk, back ? { last: size, before: cursor } : { first: size, after: cursor });
      const found = page?.edges.map(({ node }) => node) ?? [];
      expect(found.length).toBeLessThanOrEqual(size ?? 0);
      if (back) nodes.unshift(...found);
      else nodes.push(...found);
      if (!(back ? page?.pageInfo.hasPreviousPage : page?.pageInfo.hasNextPage)) return nodes;
      expect(found.length, 'a page before the end has rows').toBeGreaterThan(0);
      cursor = page?.edges.at(back ? 0 : -1)?.cursor;
    }
    throw new Error('a walk without end');
  }

  test('is the whole list, forwards and backwards', { timeout: 24 * HOUR }, async () => {
    const property = fc.asyncProperty(walks, sizes, randomDataset, async (walk, sizes, knowledge) => {
      fc.pre(!isFullText(walk));
      await loaded.use(knowledge);
      await unlessRefused(walk, async () => {
        const expected = expectedNodes(walk);
        if (!expected) return;
        expect(await walked(walk, { sizes, back: false }), 'forwards').toEqual(expected);
        if (!isOfGroups(walk)) expect(await walked(walk, { sizes, back: true }), 'backwards').toEqual(expected);
        expect(await pageOf(walk, { first: 1_000 })).toMatchObject({
          totalCount: expected.length,
          pageInfo: { hasNextPage: false, hasPreviousPage: false },
        });
      });
    });
    await fc.assert(property, { numRuns: runs(60, 10_000) });
  });

  test('loses and repeats no row while others come and go', { timeout: 24 * HOUR }, async () => {
    const seeds = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    const property = fc.asyncProperty(walks, sizes, randomDataset, seeds, async (walk, sizes, knowledge, seeds) => {
      fc.pre(isOfRowsAlone(walk));
      await loaded.use(knowledge);
      const all = idsOf(expectedNodes(walk) ?? []);
      fc.pre(all.length > 2);
      for (const back of [false, true]) {
        const states = statesOf(knowledge, all, seeds);
        const kept = all.filter((id) => states.every((state) => hasRow(state, id)));
        let turn = 0;
        const before = () => loaded.use(states[turn++ % states.length] ?? knowledge);
        await unlessRefused(walk, async () => {
          const seen = idsOf(await walked(walk, { sizes, back, before }));
          expect(seen, 'in the order of the list, none twice').toEqual(all.filter((id) => seen.includes(id)));
          expect(seen).toEqual(expect.arrayContaining(kept));
        });
      }
    });
    await fc.assert(property, { numRuns: runs(20, 2_000) });
  });
});

/** The only page in an answer, wherever it stands. */
function pageIn(answer: unknown): Page | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('page' in answer) return answer.page as Page;
  return Object.values(answer).map(pageIn).find(Boolean);
}

function idsOf(nodes: readonly unknown[]): string[] {
  return nodes.map((node) => String((node as { id: unknown }).id));
}

/** A few states of a knowledge base: each lacks some of the rows `ids`, and what depends on them. */
function statesOf(knowledge: Dataset, ids: readonly string[], seeds: readonly number[]): readonly Dataset[] {
  return [...seeds.keys()].slice(0, 4).map((number) => {
    const gone = ids.filter((_id, i) => (seeds[(number * 3 + i) % seeds.length] ?? 0) % 3 === 0);
    return without(knowledge, gone);
  });
}

function hasRow(knowledge: Dataset, id: string): boolean {
  return Object.values(knowledge).some((rows) => rows.some((row) => row.id === id));
}

/** Full text knows the endings of English, which no plain loop does: it has tests of its own. */
function isFullText({ query, variables }: Operation): boolean {
  return /\b(?:matches|relevance)\b/.test(query + JSON.stringify(variables));
}

/** Whether a row stands in the list, and where, by itself and the rows that it points to: those go with it. */
function isOfRowsAlone(walk: Operation): boolean {
  const others = /\b(some|every|none|count|nodes)\b/;
  return !isFullText(walk) && !isOfGroups(walk) && !others.test(walk.query + JSON.stringify(walk.variables));
}

/** What is left of a walk that fails may make no sense: then it is refused, and does not fail. */
async function unlessRefused({ shrunk }: Operation, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof GraphQLError && error.extensions.code;
    if (code === 'COST_EXCEEDED' || (shrunk && code === 'BAD_USER_INPUT')) return;
    throw error;
  }
}
