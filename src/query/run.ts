import type { Database } from '../db/database.ts';
import type { CompiledFile } from './file/file.ts';
import type { CompiledOperation } from './operation.ts';
import { asRejection } from './sql/rejection.ts';

/**
 * Runs a compiled operation and returns the JSON text of its answer. An aborted `signal` cancels the statement. Throws
 * a GraphQLError with a code when the statement rejects the operation.
 */
export async function answer(
  database: Database,
  { statement, fields }: CompiledOperation,
  options: { readonly signal?: AbortSignal } = {},
): Promise<string> {
  const text = await database.read(statement, options).catch(rejectedAt(fields));
  if (text === null) throw new Error('the statement of an operation returned null');
  return text;
}

/**
 * The rows of a compiled file in batches: JSON objects, each a text without line breaks. Returning the iterator early
 * ends the statement, and so does an aborted `signal`.
 */
export async function* rows(
  database: Database,
  { statement }: CompiledFile,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<readonly string[], void> {
  try {
    yield* database.stream(statement, options);
  } catch (error) {
    throw asRejection(error) ?? error;
  }
}

/** The cost and the query plan of an operation. */
export interface Explanation {
  /** The maximum number of rows in the answer. */
  readonly cost: number;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** PostgreSQL's plan in the format of EXPLAIN (FORMAT JSON). */
  readonly plan: unknown;
}

/** Explains a compiled operation. `analyze` also runs it and measures the time and rows of each step. */
export async function explain(
  database: Database,
  { statement, cost, fields }: CompiledOperation,
  analyze: boolean,
): Promise<Explanation> {
  const text = `explain (format json${analyze ? ', analyze, buffers' : ''}) ${statement.text}`;
  const [row] = await database
    .query<Readonly<Record<string, unknown>>>({ text, values: statement.values })
    .catch(rejectedAt(fields));
  const plan = Object.values(row ?? {})[0];
  return {
    cost,
    sql: statement.text,
    values: statement.values,
    plan: typeof plan === 'string' ? JSON.parse(plan) : plan,
  };
}

/** Rethrows an error; one that the statement raised for the client becomes a GraphQLError. */
function rejectedAt(fields: CompiledOperation['fields']): (error: unknown) => never {
  return (error) => {
    throw asRejection(error, fields) ?? error;
  };
}
