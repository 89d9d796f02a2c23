import type { Database } from './database.ts';

/** Identifies the state of the data, also across databases. */
const STATE = {
  text: `select coalesce((select json_build_array("number", "importedAt", "filesSha256")::text from "Revision" order by "number" desc limit 1), '')`,
  values: [],
};

const NUMBER = { text: 'select coalesce(max("number"), 0)::text from "Revision"', values: [] };

/** A string that changes with each import. */
export async function stateOf(database: Database, signal?: AbortSignal): Promise<string> {
  return (await database.read(STATE, signal ? { signal } : {})) ?? '';
}

/** The number of the latest revision; 0 before the first import. */
export async function revisionNumber(database: Database): Promise<number> {
  return Number(await database.read(NUMBER));
}
