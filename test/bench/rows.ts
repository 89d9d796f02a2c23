import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Database, Session } from '../../src/db/database.ts';
import { compileOperation } from '../../src/query/operation.ts';
import { schema } from '../support/ask.ts';
import { countRows, withTypes } from './answer.ts';
import { largeKnowledge } from './knowledge.ts';
import { type Plan, rowsTouched } from './plan.ts';
import { READS_EVERYTHING } from './reads-everything.ts';

/** Rows that a question may touch for each row that it returns. */
const MOST = 50;

const folder = new URL('../../seeds/questions/', import.meta.url);
const questions = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace(/\.graphql$/, ''))
  .sort();

interface Measured {
  readonly question: string;
  readonly returned: number;
  readonly touched: ReadonlyMap<string, number>;
  /** Rows that functions of the database read, where no plan tells. */
  readonly hidden: number;
  readonly milliseconds: number;
}

describe('rows touched', () => {
  const all: Measured[] = [];
  let database: Database;
  let tables: ReadonlyMap<string, number>;

  beforeAll(async () => {
    const { url, articles } = inject('bench');
    database = await largeKnowledge(url, articles);
    const counts = await database.query<{ table: string; rows: number }>({
      text: `SELECT relname AS table, reltuples::int AS rows FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
      values: [],
    });
    tables = new Map(counts.map(({ table, rows }) => [table, rows]));
  }, 3_600_000);

  afterAll(async () => {
    await database?.close();
    console.log(report(all));
  });

  test.each(questions)('%s', async (question) => {
    const measured = await measure(database, question);
    all.push(measured);
    const wrong = problems(measured, tables);
    if (wrong.length > 0) expect.fail(wrong.join('; '));
  });

  test('only questions that read everything are listed as such', () => {
    expect(Object.keys(READS_EVERYTHING).filter((name) => !questions.includes(name))).toEqual([]);
  });
});

/** What breaks the rule: 50 rows touched for each returned; or, where everything must be read, each table read once. */
function problems(measured: Measured, tables: ReadonlyMap<string, number>): string[] {
  const { question, returned, touched } = measured;
  const allowance = MOST * Math.max(returned, 1);
  if (!(question in READS_EVERYTHING)) {
    const rows = total(measured);
    return rows <= allowance ? [] : [`${rows} rows touched for ${returned} returned: ${listOf(touched)}`];
  }
  return [...touched]
    .filter(([table, rows]) => rows > (tables.get(table) ?? 0) + allowance)
    .map(([table, rows]) => `${rows} rows of ${table} touched, which has ${tables.get(table)}`);
}

function listOf(touched: ReadonlyMap<string, number>): string {
  return [...touched].map(([table, rows]) => `${table} ${rows}`).join(', ');
}

function total({ touched, hidden }: Measured): number {
  return [...touched.values()].reduce((sum, rows) => sum + rows, hidden);
}

async function measure(database: Database, question: string): Promise<Measured> {
  const document = parse(readFileSync(new URL(`${question}.graphql`, folder), 'utf8'));
  const { text, values } = statementOf(document);
  const typed = await database.read(statementOf(withTypes(document)));
  const measured = await database.transaction(async (session) => {
    await session.query({ text, values }); // Once before, so that nothing is read for the first time.
    const before = await rowsRead(session);
    const [row] = await session.query<Record<string, [Plan]>>({
      text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    });
    const read = (await rowsRead(session)) - before;
    const [plan] = Object.values(row ?? {})[0] ?? [];
    if (!plan) throw new Error('EXPLAIN gave no plan');
    return { plan, read };
  });
  const touched = rowsTouched(measured.plan.Plan);
  const seen = [...touched.values()].reduce((sum, rows) => sum + rows, 0);
  const hidden = callsFunctions(text) ? Math.max(measured.read - seen, 0) : 0;
  return {
    question,
    returned: countRows(JSON.parse(typed ?? 'null')),
    touched,
    hidden,
    milliseconds: measured.plan['Execution Time'],
  };
}

function statementOf(document: DocumentNode) {
  const operation = compileOperation({ schema, document });
  if (!operation) throw new Error('nothing to compile');
  return operation.statement;
}

function callsFunctions(text: string): boolean {
  return text.includes('"paths"(');
}

/** Rows and index entries that this session's statements have read so far, in functions too. */
async function rowsRead(session: Session): Promise<number> {
  const [row] = await session.query<{ rows: number }>({
    text: `SELECT sum(pg_stat_get_xact_tuples_returned(oid))::bigint AS rows FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace`,
    values: [],
  });
  return row?.rows ?? 0;
}

function report(all: readonly Measured[]): string {
  const lines = all.map((measured) => {
    const { question, returned, milliseconds } = measured;
    const rows = total(measured);
    const ratio = (rows / Math.max(returned, 1)).toFixed(1);
    const rule = question in READS_EVERYTHING ? 'reads everything' : '';
    return `| ${question} | ${returned} | ${rows} | ${ratio} | ${milliseconds.toFixed(1)} | ${rule} |`;
  });
  return ['| question | rows returned | rows touched | ratio | ms | |', '|---|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}
