import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database, Session } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { compileOperation } from '../../src/query/operation.ts';
import { schema } from '../support/ask.ts';
import { countRows, withTypes } from './answer.ts';
import { type Plan, rowsTouched, type Touched } from './plan.ts';
import { READS_EVERYTHING } from './reads-everything.ts';

/** The most rows that a question may touch per row that it returns. */
const MOST = 50;

/** Functions of the database that read tables. */
const FUNCTIONS = /"(paths|tieEvidence)"\(/;

const folder = new URL('../../seeds/questions/', import.meta.url);
const questions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace(/\.graphql$/, ''))
  .sort();

interface Measured {
  readonly question: string;
  /** Rows in the answer. */
  readonly returned: number;
  readonly touched: readonly Touched[];
  readonly milliseconds: number;
}

describe('rows touched', () => {
  const all: Measured[] = [];
  let database: Database;
  let tables: ReadonlyMap<string, number>;

  beforeAll(async () => {
    database = await openDatabase({ url: inject('bench').url });
    const counts = await database.query<{ table: string; rows: number }>({
      text: `SELECT relname AS table, reltuples::int AS rows FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
      values: [],
    });
    tables = new Map(counts.map(({ table, rows }) => [table, rows]));
  });

  afterAll(async () => {
    await database?.close();
    console.log(report(all, tables));
  });

  test.each(questions)('%s', async (question) => {
    const measured = await measure(database, question);
    all.push(measured);
    const found = problems(measured, tables);
    if (found.length > 0) expect.fail(found.join('; '));
  });

  test('every question in the list of those that read everything exists', () => {
    expect(Object.keys(READS_EVERYTHING).filter((name) => !questions.includes(name))).toEqual([]);
  });
});

/**
 * Violations of the rule: a question touches at most 50 rows per row that it returns. One that must read everything
 * may also read a table once for each time that its statement mentions it.
 */
function problems(measured: Measured, tables: ReadonlyMap<string, number>): string[] {
  const { question, returned, touched } = measured;
  const allowance = MOST * Math.max(returned, 1);
  const rows = total(touched);
  if (!(question in READS_EVERYTHING)) {
    const places = touched.map((place) => `${place.table} ${place.rows}`).join(', ');
    return rows <= allowance ? [] : [`${rows} rows touched for ${returned} returned: ${places}`];
  }
  return touched
    .filter((place) => place.rows > (tables.get(place.table) ?? 0) + allowance)
    .map((place) => `${place.rows} rows of ${place.table} touched, which has ${tables.get(place.table)}`);
}

function total(touched: readonly Touched[]): number {
  return touched.reduce((sum, { rows }) => sum + rows, 0);
}

async function measure(database: Database, question: string): Promise<Measured> {
  const document = parse(readFileSync(new URL(`${question}.graphql`, folder), 'utf8'));
  const returned = countRows(JSON.parse((await database.read(statementOf(withTypes(document)))) ?? 'null'));
  const { text, values } = statementOf(document);
  return database.transaction(async (session) => {
    // Each parallel worker reads what it joins to its part, and the number of workers depends on the machine.
    await session.script('SET LOCAL max_parallel_workers_per_gather = 0');
    const before = await rowsRead(session);
    const [row] = await session.query<Record<string, [Plan]>>({
      text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    });
    const after = await rowsRead(session);
    const [plan] = Object.values(row ?? {})[0] ?? [];
    if (!plan) throw new Error('EXPLAIN returned no plan');
    const touched = [...rowsTouched(plan.Plan).values()];
    if (FUNCTIONS.test(text)) touched.push(...inFunctions(touched, { before, after }));
    return { question, returned, touched, milliseconds: plan['Execution Time'] };
  });
}

function statementOf(document: DocumentNode) {
  const operation = compileOperation({ schema, document });
  if (!operation) throw new Error('nothing to compile');
  return operation.statement;
}

type RowsRead = ReadonlyMap<string, number>;

/** Rows and index entries of each table that this session has read so far, including in functions. */
async function rowsRead(session: Session): Promise<RowsRead> {
  const rows = await session.query<{ table: string; rows: number }>({
    text: `SELECT relname AS table, (pg_stat_get_xact_tuples_returned(oid) + coalesce((
             SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid)) FROM pg_index WHERE indrelid = c.oid), 0))::bigint AS rows
           FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    values: [],
  });
  return new Map(rows.map(({ table, rows }) => [table, rows]));
}

/** Plans do not include what functions read: it is what the server counted minus what the plan shows. */
function inFunctions(planned: readonly Touched[], { before, after }: { before: RowsRead; after: RowsRead }): Touched[] {
  return [...after].flatMap(([table, read]) => {
    const rows = read - (before.get(table) ?? 0) - total(planned.filter((place) => place.table === table));
    return rows > 0 ? [{ table, rows }] : [];
  });
}

/** The table for docs/performance.md. */
function report(all: readonly Measured[], tables: ReadonlyMap<string, number>): string {
  const lines = all.map(({ question, returned, touched, milliseconds }) => {
    const rows = total(touched);
    const ratio = (rows / Math.max(returned, 1)).toFixed(1);
    const everything = question in READS_EVERYTHING ? mostRead(touched, tables) : '';
    return `| ${question} | ${returned} | ${rows} | ${ratio} | ${milliseconds.toFixed(0)} | ${everything} |`;
  });
  return [
    '| question | returned | read | ratio | ms | of a listed one: most rows of |',
    '|---|--:|--:|--:|--:|---|',
    ...lines,
  ].join('\n');
}

/** The table with the most rows touched, and how many times it was read: `Wording, 2.0 times`. */
function mostRead(touched: readonly Touched[], tables: ReadonlyMap<string, number>): string {
  const [most] = [...new Set(touched.map(({ table }) => table))]
    .map((table) => ({ table, rows: total(touched.filter((place) => place.table === table)) }))
    .sort((a, b) => b.rows - a.rows);
  return most ? `${most.table}, ${(most.rows / Math.max(tables.get(most.table) ?? 0, 1)).toFixed(1)} times` : '';
}
