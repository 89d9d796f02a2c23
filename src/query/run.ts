import type { Database } from '../db/database.ts';
import type { CompiledOperation } from './operation.ts';

/**
 * Runs a compiled operation and returns the JSON text of its answer. The one place where a question reaches
 * the database. An aborted `signal` cancels the statement.
 */
export async function answer(
  database: Database,
  { statement }: CompiledOperation,
  options: { readonly signal?: AbortSignal } = {},
): Promise<string> {
  const text = await database.read(statement, options);
  if (text === null) throw new Error('the statement of an operation answered nothing');
  return text;
}
