import type { Database } from '../../src/db/database.ts';
import { models } from '../../src/model/model.ts';
import type { Dataset, Row } from './dataset.ts';

const TABLES = Object.values(models).flatMap(({ table, name }) => (name === 'Revision' ? [] : [table]));

/** Replaces all rows of the database. */
export async function load(database: Database, dataset: Dataset): Promise<void> {
  const statements = [
    // All rows are deleted, so constraints between them need no check; the new rows are checked.
    'SET LOCAL session_replication_role = replica',
    ...TABLES.map((table) => `DELETE FROM "${table}"`),
    'SET LOCAL session_replication_role = origin',
    ...Object.entries(dataset).flatMap(([table, rows]) => insertion(table, rows)),
  ];
  // One script: sending a single statement takes longer than executing it.
  await database.transaction((session) => session.script(statements.join(';\n')));
}

function insertion(table: string, rows: readonly Row[]): readonly string[] {
  const [first] = rows;
  if (!first) return [];
  // Named columns: generated ones are not among them.
  const columns = Object.keys(first).map((column) => `"${column}"`);
  const json = JSON.stringify(rows).replaceAll("'", "''");
  return [
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::"${table}", '${json}')`,
  ];
}
