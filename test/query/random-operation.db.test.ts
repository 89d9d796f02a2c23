import { join } from 'node:path';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { loadTexts } from '../../src/import/load-texts.ts';
import { answer } from '../../src/query/run.ts';
import { askExecuted, compiled, schema } from '../support/ask.ts';
import { inventedDatabase, seededDatabase } from '../support/database.ts';
import { fixtures } from '../support/dataset-folder.ts';
import { everyValue } from '../support/every-value.ts';
import { at, cursorPlaces, nextPage } from '../support/next-page.ts';
import { type Operation, randomOperation } from '../support/random-operation.ts';
import { HOUR, runs } from '../support/runs.ts';
import { ValuePool } from '../support/value-pool.ts';

describe.each([
  { dataset: 'the seeds', open: seededDatabase, numRuns: runs(100, 150) },
  { dataset: 'invented articles with their texts', open: databaseWithTexts, numRuns: runs(40, 60) },
])('an answer that passes through from the database, to questions about $dataset,', ({ open, numRuns }) => {
  const pool = new ValuePool();
  let database: Database;
  beforeAll(async () => {
    database = await open();
    pool.harvest(await everyValue(database, schema));
  });

  test('is what graphql-js would have answered, key by key, on the next page too', { timeout: HOUR }, async () => {
    const property = fc.asyncProperty(randomOperation({ schema, pool }), fc.nat(), async (operation, number) => {
      fc.pre(asksTheDatabase(operation));
      const first = await executed(database, operation).catch(isAboutNobody);
      fc.pre(typeof first === 'string');
      expect(await passedThrough(database, operation)).toBe(first);
      const next = continued(operation, JSON.parse(first), number);
      if (next) expect(await passedThrough(database, next), String(next)).toBe(await executed(database, next));
    });
    await fc.assert(property, { numRuns, interruptAfterTimeLimit: 100_000 });
  });
});

async function databaseWithTexts(): Promise<Database> {
  const database = await inventedDatabase();
  await loadTexts(database, join(fixtures, 'texts'));
  return database;
}

/**
 * False when directives skip every root field, so that nothing is compiled; when the operation
 * could answer with too much; and for what is left of an operation when it makes no sense.
 */
function asksTheDatabase({ query, variables, shrunk }: Operation): boolean {
  try {
    return Boolean(compiled(query, { variables }));
  } catch (error) {
    if (error instanceof Error && error.message === 'nothing to compile') return false;
    const code = error instanceof GraphQLError && error.extensions.code;
    if (code === 'COST_EXCEEDED' || (shrunk && code === 'BAD_USER_INPUT')) return false;
    throw error;
  }
}

/** `paths` and `pairs` reject actors that do not exist; everything else that fails is a failure. */
function isAboutNobody(error: unknown): true {
  if (error instanceof GraphQLError && error.extensions.code === 'NOT_FOUND') return true;
  throw error;
}

/** The text that reached the client, without the white space between its tokens. */
async function passedThrough(database: Database, { query, variables }: Operation): Promise<string> {
  const text = await answer(database, compiled(query, { variables }));
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}

async function executed(database: Database, { query, variables }: Operation): Promise<string> {
  return JSON.stringify(await askExecuted(database, query, variables));
}

/** The operation that goes on at one of the cursors of an answer; undefined where there is none. */
function continued(operation: Operation, first: unknown, number: number): Operation | undefined {
  const places = cursorPlaces(operation, first);
  const place = places[number % places.length];
  if (!place) return undefined;
  const page = { schema, back: number % 3 === 0, size: 1 + (number % 4) };
  return nextPage(operation, place, { ...page, cursor: at(first, place.path) });
}
