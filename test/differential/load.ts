import sql, { raw } from 'sql-template-tag';
import type { Database } from '../../src/db/database.ts';
import { models } from '../../src/model/model.ts';
import type { Knowledge } from './knowledge.ts';

/** Makes the database hold exactly this knowledge. */
export async function load(database: Database, knowledge: Knowledge): Promise<void> {
  const tables = Object.values(models).flatMap(({ table, name }) => (name === 'Revision' ? [] : [table]));
  await database.transaction(async (session) => {
    await session.script(tables.map((table) => `DELETE FROM "${table}";`).join('\n'));
    for (const [table, rows] of Object.entries(knowledge)) {
      const [first] = rows;
      if (!first) continue;
      // The columns by name: those that the database makes itself are not among them.
      const columns = Object.keys(first).map((column) => `"${column}"`);
      const insert = raw(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM`);
      await session.query(
        sql`${insert} json_populate_recordset(${raw(`null::"${table}"`)}, ${JSON.stringify(rows)}::json)`,
      );
    }
  });
}
