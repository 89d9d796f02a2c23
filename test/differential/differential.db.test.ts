import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, schema as wholeSchema } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { at, cursorPlaces, nextPage } from '../support/next-page.ts';
import { type Operation, randomOperations } from '../support/random-operation.ts';
import { runs } from '../support/runs.ts';
import { ValuePool } from '../support/value-pool.ts';
import { entitySchema } from './entity-schema.ts';
import { Evaluator } from './evaluator.ts';
import { type Knowledge, randomKnowledge } from './knowledge.ts';
import { load } from './load.ts';
import { Cursors } from './page.ts';
import { World } from './world.ts';

const schema = entitySchema(wholeSchema);

/** No case takes long; a shrinking counterexample and a deep run may. */
const HOUR = 3_600_000;

describe('the database answers random operations over random knowledge', () => {
  const pool = new ValuePool();
  const evaluator = new Evaluator(schema);
  let database: Database;
  let loaded: Knowledge | undefined;
  let world = new World({});
  beforeAll(async () => {
    database = await testDatabase();
    for (const knowledge of fc.sample(randomKnowledge, { numRuns: 20, seed: 1 })) harvest(pool, knowledge);
  });

  async function use(knowledge: Knowledge): Promise<void> {
    if (loaded === knowledge) return;
    await load(database, knowledge);
    loaded = knowledge;
    const Revision = await database.query<{ number: number; importedAt: string }>({
      text: 'SELECT "number", "importedAt" FROM "Revision"',
      values: [],
    });
    world = new World({
      ...knowledge,
      Revision: Revision.map(({ number, importedAt }) => ({ number, importedAt: new Date(importedAt).toISOString() })),
    });
  }

  async function compare(operation: Operation, cursors = new Cursors(), expectedOperation = operation) {
    const expected = evaluator.answer(world, expectedOperation, cursors);
    const answer = await ask(database, operation.query, operation.variables);
    expect(masked(operation, answer), String(operation)).toEqual(masked(operation, expected));
    return { answer, expected };
  }

  test('as plain loops over the same rows do', { timeout: HOUR }, async () => {
    const operations = randomOperations({ schema, pool }, 30);
    const property = fc.asyncProperty(operations, randomKnowledge, fc.nat(), async (list, knowledge, number) => {
      await use(knowledge);
      for (const operation of list.filter(isPlain)) {
        try {
          const cursors = new Cursors();
          const { answer, expected } = await compare(operation, cursors);
          const places = cursorPlaces(operation, answer);
          const place = places[number % places.length];
          if (!place) continue;
          const page = { schema, back: number % 3 === 0, size: 1 + (number % 4) };
          const next = nextPage(operation, place, { ...page, cursor: at(answer, place.path) });
          const same = nextPage(operation, place, { ...page, cursor: at(expected, place.path) });
          if (next && same) await compare(next, cursors, same);
        } catch (error) {
          const code = error instanceof GraphQLError && error.extensions.code;
          if (code === 'COST_EXCEEDED' || (operation.shrunk && code === 'BAD_USER_INPUT')) continue;
          if (error instanceof Error && error.message === 'nothing to compile') continue;
          throw error;
        }
      }
    });
    await fc.assert(property, { numRuns: runs(40, 3_300) });
  });
});

/** Full text knows the endings of English, which no plain loop does: it has tests of its own. */
function isPlain({ query, variables }: Operation): boolean {
  return !/\bmatches\b/.test(query + JSON.stringify(variables));
}

function harvest(pool: ValuePool, knowledge: Knowledge): void {
  for (const row of Object.values(knowledge).flat()) {
    for (const [column, value] of Object.entries(row)) {
      const part = /(Earliest|Latest|Time|Text)$/.exec(column)?.[0];
      if (!column.endsWith('Key')) pool.harvest(value, part && part !== column ? part.toLowerCase() : column);
    }
  }
}

/** An answer without what only the database knows: how it writes cursors. */
function masked(operation: Operation, answer: unknown): unknown {
  const copy = structuredClone(answer);
  for (const { path } of cursorPlaces(operation, answer)) {
    const above = at(copy, path.slice(0, -1)) as Record<string, unknown>;
    above[String(path.at(-1))] = 'a cursor';
  }
  return copy;
}
