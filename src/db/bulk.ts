import type { TransactionClient } from './database.ts';

/** A table and the columns that the program writes: not those that the database computes. */
export interface Table {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, { readonly type: string }>>;
}

/** Values as JSON has them; a date is YYYY-MM-DD, a decimal is a string. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** Called after each statement with the number of rows that it wrote. */
type OnBatch = (count: number) => void;

/** Characters of JSON in one statement, about: memory holds a statement, not a table. */
const BATCH = 1_000_000;

/**
 * Inserts rows, a few thousand with each statement. PostgreSQL turns the JSON into the types of the columns.
 *
 * @example
 * insert into "Author" ("id", "name") select "id", "name" from json_populate_recordset(null::"Author", $1::json)
 */
export async function insertRows(
  client: TransactionClient,
  table: Table,
  rows: readonly JsonRow[],
  onBatch: OnBatch = () => {},
): Promise<void> {
  const columns = Object.keys(table.columns).map(quoted).join(', ');
  const text = `insert into ${quoted(table.table)} (${columns}) select ${columns} from ${recordset(table)}`;
  await run(client, { text, rows, onBatch });
}

/**
 * Writes all columns of rows that exist, found by their keys.
 *
 * @example
 * update "Author" t set "name" = n."name" from json_populate_recordset(null::"Author", $1::json) n where t."id" = n."id"
 */
export async function updateRows(
  client: TransactionClient,
  table: Table,
  rows: readonly JsonRow[],
  onBatch: OnBatch = () => {},
): Promise<void> {
  const others = Object.keys(table.columns).filter((column) => !table.key.includes(column));
  const changes = others.map((column) => `${quoted(column)} = n.${quoted(column)}`).join(', ');
  const text = `update ${quoted(table.table)} t set ${changes} from ${recordset(table)} n where ${sameKey(table)}`;
  await run(client, { text, rows, onBatch });
}

/**
 * Deletes rows, found by their keys.
 *
 * @example
 * delete from "Author" t using json_populate_recordset(null::"Author", $1::json) n where t."id" = n."id"
 */
export async function deleteRows(
  client: TransactionClient,
  table: Table,
  rows: readonly JsonRow[],
  onBatch: OnBatch = () => {},
): Promise<void> {
  const text = `delete from ${quoted(table.table)} t using ${recordset(table)} n where ${sameKey(table)}`;
  const keys = rows.map((row) => Object.fromEntries(table.key.map((column) => [column, row[column]])));
  await run(client, { text, rows: keys, onBatch });
}

/** All rows of a table. */
export async function readRows(client: TransactionClient, table: Table): Promise<JsonRow[]> {
  const columns = Object.entries(table.columns).map(([name, { type }]) =>
    type === 'Decimal' ? `trim_scale(${quoted(name)})::text as ${quoted(name)}` : quoted(name),
  );
  const text = `select to_json(t)::text as "row" from (select ${columns.join(', ')} from ${quoted(table.table)}) t`;
  const found = await client.$queryRawUnsafe<{ readonly row: string }[]>(text);
  return found.map(({ row }) => JSON.parse(row));
}

async function run(
  client: TransactionClient,
  { text, rows, onBatch }: { readonly text: string; readonly rows: readonly JsonRow[]; readonly onBatch: OnBatch },
): Promise<void> {
  for (const { json, count } of batches(rows)) {
    await client.$executeRawUnsafe(text, json);
    onBatch(count);
  }
}

function* batches(rows: readonly JsonRow[]): Generator<{ readonly json: string; readonly count: number }> {
  let batch: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (size > 0 && size + json.length > BATCH) {
      yield { json: `[${batch.join(',')}]`, count: batch.length };
      batch = [];
      size = 0;
    }
    batch.push(json);
    size += json.length;
  }
  if (batch.length > 0) yield { json: `[${batch.join(',')}]`, count: batch.length };
}

function recordset({ table }: Table): string {
  return `json_populate_recordset(null::${quoted(table)}, $1::json)`;
}

function sameKey({ key }: Table): string {
  return key.map((column) => `t.${quoted(column)} = n.${quoted(column)}`).join(' and ');
}

function quoted(name: string): string {
  return `"${name}"`;
}
