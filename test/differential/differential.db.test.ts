import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { GraphQLError, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { compileOperation } from '../../src/query/operation.ts';
import { answer } from '../../src/query/run.ts';
import { schema as wholeSchema } from '../support/ask.ts';
import { testDatabase } from '../support/database.ts';
import { at, type CursorPlace, cursorPlaces, nextPage } from '../support/next-page.ts';
import { type Operation, randomOperations } from '../support/random-operation.ts';
import { HOUR, runs } from '../support/runs.ts';
import { randomDataset } from './dataset.ts';
import { entitySchema } from './entity-schema.ts';
import { Evaluator } from './evaluator.ts';
import { datasetValues, Loaded } from './loaded.ts';
import { Cursors } from './page.ts';

const schema = entitySchema(wholeSchema);

describe('the database answers random operations over random rows', () => {
  const pool = datasetValues();
  const evaluator = new Evaluator(schema);
  let database: Database;
  let loaded: Loaded;
  beforeAll(async () => {
    database = await testDatabase();
    loaded = new Loaded(database);
  });

  async function compare(operation: Operation, cursors = new Cursors(), expectedOperation = operation) {
    const asked = ask(database, operation);
    // Meanwhile, a database server is executing the operation.
    const evaluated = Promise.resolve().then(() => evaluator.answer(loaded.world, expectedOperation, cursors));
    const [answer, expected] = await Promise.all([asked, evaluated]);
    const placesIn = (data: unknown) => (/cursor/i.test(operation.query) ? cursorPlaces(operation, data) : []);
    const places = placesIn(answer);
    const [shown, wanted] = [masked(answer, places), masked(expected, placesIn(expected))];
    if (!isDeepStrictEqual(shown, wanted)) expect(shown, String(operation)).toEqual(wanted);
    return { answer, expected, places };
  }

  test('like plain loops over the same rows', { timeout: 24 * HOUR }, async () => {
    const operations = randomOperations({ schema, pool }, 30);
    const property = fc.asyncProperty(operations, randomDataset, fc.nat(), async (list, dataset, number) => {
      await loaded.use(dataset);
      for (const operation of list.filter(isPlain)) {
        try {
          const cursors = new Cursors();
          const { answer, expected, places } = await compare(operation, cursors);
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
    // With 30 operations each, on each database: 3,000 in an ordinary run, 102,000 in a deep run.
    await fc.assert(property, { numRuns: runs(67, 3_400) });
  });
});

/** Full text stems English words, which the evaluator does not: it has its own tests. */
function isPlain({ query, variables }: Operation): boolean {
  return !/\b(?:matches|relevance)\b/.test(query + JSON.stringify(variables));
}

/** The `data` of an operation. Random operations are valid by construction and not validated again. */
async function ask(database: Database, { query, variables }: Operation): Promise<unknown> {
  const document = parse(query);
  const operation = compileOperation({ schema: wholeSchema, document, variables });
  if (!operation) throw new Error('nothing to compile');
  return JSON.parse(await answer(database, operation));
}

/** An answer without its cursors, whose encoding the evaluator does not know. */
function masked(answer: unknown, places: readonly CursorPlace[]): unknown {
  if (!places.length) return answer;
  const copy = structuredClone(answer);
  for (const { path } of places) {
    const above = at(copy, path.slice(0, -1)) as Record<string, unknown>;
    above[String(path.at(-1))] = 'a cursor';
  }
  return copy;
}
