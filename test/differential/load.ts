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
      if (rows.length === 0) continue;
      const from = raw(`json_populate_recordset(null::"${table}", `);
      await session.query(sql`INSERT INTO ${raw(`"${table}"`)} SELECT * FROM ${from}${JSON.stringify(rows)}::json)`);
    }
  });
}
