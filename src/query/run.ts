import type { Database } from '../db/database.ts';
import type { CompiledFile } from './file/file.ts';
import type { CompiledOperation } from './operation.ts';
import { asRejection } from './sql/rejection.ts';

/**
 * Runs a compiled operation and returns the JSON text of its answer. The one place where a question reaches
 * the database. An aborted `signal` cancels the statement. What the statement rejects is a GraphQLError with a code.
 */
export async function answer(
  database: Database,
  { statement, fields }: CompiledOperation,
  options: { readonly signal?: AbortSignal } = {},
): Promise<string> {
  const text = await database.read(statement, options).catch(rejectedAt(fields));
  if (text === null) throw new Error('the statement of an operation answered nothing');
  return text;
}

/**
 * The rows of a compiled export, in batches: JSON objects, each a text without line breaks. Whoever does not read to
 * the end returns the iterator, which ends the statement; an aborted `signal` does so too.
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

/** What an operation costs and how the database would answer it. */
export interface Explanation {
  /** The rows that the answer could have at most. */
  readonly cost: number;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** PostgreSQL's plan, as EXPLAIN (FORMAT JSON) gives it. */
  readonly plan: unknown;
}

/** Explains a compiled operation; `analyze` also runs it and gives the times and rows of each step. */
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

/** Throws what the statement rejected as the error that the client is to see, and any other as it is. */
function rejectedAt(fields: CompiledOperation['fields']): (error: unknown) => never {
  return (error) => {
    throw asRejection(error, fields) ?? error;
  };
}
