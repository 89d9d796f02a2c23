import type { Database } from './database.ts';

/** What tells one state of the data from every other, also those of a database that was made again. */
const STATE = {
  text: `select coalesce((select json_build_array("number", "importedAt", "filesSha256")::text from "Revision" order by "number" desc limit 1), '')`,
  values: [],
};

const NUMBER = { text: 'select coalesce(max("number"), 0)::text from "Revision"', values: [] };

/** A text that is another after each import, and the same until then. */
export async function stateOf(database: Database, signal?: AbortSignal): Promise<string> {
  return (await database.read(STATE, signal ? { signal } : {})) ?? '';
}

/** The number of the latest revision; 0 where nothing was ever imported. */
export async function revisionNumber(database: Database): Promise<number> {
  return Number(await database.read(NUMBER));
}
