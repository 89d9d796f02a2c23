import type { Database } from '../../src/db/database.ts';
import { models } from '../../src/model/model.ts';

/** All rows except revisions, as JSON, by table and key. */
export async function dump(db: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = Object.values(models).filter((model) => !model.name.startsWith('Revision'));
  const rows = tables.map(async ({ table, key }) => {
    const order = key.map((column) => `t."${column}" COLLATE "C"`).join(', ');
    const text = `SELECT to_json(t)::text AS "row" FROM "${table}" t ORDER BY ${order}`;
    const found = await db.query<{ row: string }>({ text, values: [] });
    return [table, found.map(({ row }) => JSON.parse(row))] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
