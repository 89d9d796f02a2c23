import type { Database } from '../../src/db/database.ts';
import { models } from '../../src/model/model.ts';
import type { Dataset, Row } from './dataset.ts';

const TABLES = Object.values(models).flatMap(({ table, name }) => (name === 'Revision' ? [] : [table]));

/** Makes the database hold exactly this knowledge. */
export async function load(database: Database, knowledge: Dataset): Promise<void> {
  const statements = [
    // Where every row goes, no rule between rows has to be looked after; what comes has to keep them all.
    'SET LOCAL session_replication_role = replica',
    ...TABLES.map((table) => `DELETE FROM "${table}"`),
    'SET LOCAL session_replication_role = origin',
    ...Object.entries(knowledge).flatMap(([table, rows]) => insertion(table, rows)),
  ];
  // One script, since each statement by itself takes longer on its way than at work.
  await database.transaction((session) => session.script(statements.join(';\n')));
}

function insertion(table: string, rows: readonly Row[]): readonly string[] {
  const [first] = rows;
  if (!first) return [];
  // The columns by name: those that the database makes itself are not among them.
  const columns = Object.keys(first).map((column) => `"${column}"`);
  const json = JSON.stringify(rows).replaceAll("'", "''");
  return [
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::"${table}", '${json}')`,
  ];
}
