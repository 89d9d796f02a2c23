import { deleteRows, insertRows, type JsonRow, readRows, type Table, updateRows } from '../../db/bulk.ts';
import type { Database, TransactionClient } from '../../db/database.ts';
import { type ModelName, models } from '../../model/model.ts';
import { soundOf } from '../../text/search/latin.ts';
import { wordsIn } from '../../text/search/words.ts';
import { Location, YamlFile } from '../../text/yaml-file.ts';
import { type AnyRow, type NewRow, rowKey } from '../row.ts';
import { Rows } from '../rows.ts';
import { searchDocuments } from './document.ts';

const DOCUMENTS: Table = {
  table: 'SearchDocument',
  key: ['nodeId'],
  columns: columnsOf('nodeId kind language names sounds texts keys own body related further'),
};

const WORDS: Table = { table: 'SearchWord', key: ['word'], columns: columnsOf('word sound length documents') };

function columnsOf(names: string): Table['columns'] {
  return Object.fromEntries(names.split(' ').map((name) => [name, { type: 'String' }]));
}

/** Makes the search documents those of these rows. Writes only those that differ. */
export async function writeSearch(client: TransactionClient, rows: Rows): Promise<void> {
  const documents = searchDocuments(rows);
  await replace(client, DOCUMENTS, documents as unknown as readonly JsonRow[]);
  const words = new Map<string, number>();
  for (const { own, body, related, further } of documents) {
    // Tokens begin with a digit.
    const known = [own, body, related, further].flatMap(wordsIn).filter((word) => /^\p{L}{3}/u.test(word));
    for (const word of new Set(known)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const counted = [...words].map(([word, count]) => {
    return { word, sound: soundOf(word), length: [...word].length, documents: count };
  });
  await replace(client, WORDS, counted);
}

async function replace(client: TransactionClient, table: Table, rows: readonly JsonRow[]): Promise<void> {
  const keyOf = (row: JsonRow) => table.key.map((column) => row[column]).join(' ');
  const contentOf = (row: JsonRow) => JSON.stringify(Object.keys(table.columns).map((column) => row[column]));
  const stored = new Map((await readRows(client, table)).map((row) => [keyOf(row), row]));
  const fresh: JsonRow[] = [];
  for (const row of rows) {
    const before = stored.get(keyOf(row));
    if (before && contentOf(before) === contentOf(row)) stored.delete(keyOf(row));
    else fresh.push(row);
  }
  await deleteRows(client, table, [...stored.values()]);
  await insertRows(client, table, fresh);
}

/** The rows come from the database, not from a file. */
const NOWHERE = new Location(new YamlFile('', ''));

const MISSING = {
  text: 'SELECT EXISTS (SELECT FROM "Article") AND NOT EXISTS (SELECT FROM "SearchDocument") AS "missing"',
  values: [],
};

/** Computes what search reads if the database has articles and no search documents, as after a migration. Returns whether it did. */
export async function indexSearch(database: Database): Promise<boolean> {
  const [state] = await database.query<{ missing: boolean }>(MISSING);
  if (!state?.missing) return false;
  await rebuildSearch(database);
  return true;
}

/** Computes the sort keys of all texts and the search documents from the rows in the database. */
export function rebuildSearch(database: Database): Promise<void> {
  return database.write(async (client) => {
    const rows = new Rows();
    for (const model of Object.keys(models) as ModelName[]) {
      const stored = (await readRows(client, models[model])) as AnyRow[];
      for (const row of stored) rows.add(model, row as unknown as NewRow<typeof model>, NOWHERE);
      const keys = Object.values(models[model].columns).flatMap(({ sortKey }) => sortKey ?? []);
      const before = new Map(stored.map((row) => [rowKey(model, row), row]));
      const changed = (rows.all(model) as AnyRow[]).filter((row) => {
        const old = before.get(rowKey(model, row));
        return keys.some((key) => old?.[key] !== row[key]);
      });
      if (changed.length > 0) await updateRows(client, models[model], changed);
    }
    await writeSearch(client, rows);
  });
}
