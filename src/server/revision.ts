import type { Database } from '../db/database.ts';

/** What tells one state of the data from every other, also those of a database that was made again. */
const STATE = {
  text: `select coalesce((select json_build_array("number", "importedAt", "filesSha256")::text from "Revision" order by "number" desc limit 1), '')`,
  values: [],
};

/** A text that is another after each import, and the same until then. */
export async function stateOf(database: Database, signal?: AbortSignal): Promise<string> {
  return (await database.read(STATE, signal ? { signal } : {})) ?? '';
}
