import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, schema as wholeSchema } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { at, cursorPlaces, nextPage } from '../support/next-page.ts';
import { type Operation, randomOperations } from '../support/random-operation.ts';
import { HOUR, runs } from '../support/runs.ts';
import { entitySchema } from './entity-schema.ts';
import { Evaluator } from './evaluator.ts';
import { randomKnowledge } from './knowledge.ts';
import { knowledgeValues, Loaded } from './loaded.ts';
import { Cursors } from './page.ts';

const schema = entitySchema(wholeSchema);

describe('the database answers random operations over random knowledge', () => {
  const pool = knowledgeValues();
  const evaluator = new Evaluator(schema);
  let database: Database;
  let loaded: Loaded;
  beforeAll(async () => {
    database = await testDatabase();
    loaded = new Loaded(database);
  });

  async function compare(operation: Operation, cursors = new Cursors(), expectedOperation = operation) {
    const expected = evaluator.answer(loaded.world, expectedOperation, cursors);
    const answer = await ask(database, operation.query, operation.variables);
    expect(masked(operation, answer), String(operation)).toEqual(masked(operation, expected));
    return { answer, expected };
  }

  test('as plain loops over the same rows do', { timeout: HOUR }, async () => {
    const operations = randomOperations({ schema, pool }, 30);
    const property = fc.asyncProperty(operations, randomKnowledge, fc.nat(), async (list, knowledge, number) => {
      await loaded.use(knowledge);
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
  return !/\b(?:matches|relevance)\b/.test(query + JSON.stringify(variables));
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
