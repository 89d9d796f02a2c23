import type { Database } from '../db/database.ts';
import { badUserInput, forbidden } from '../errors.ts';
import type { CompiledOperation } from '../query/operation.ts';
import { type Explanation, explain } from '../query/run.ts';

/** The request header that asks for an explanation: `plan`, or `analyze` to also run the statement and measure it. */
export const EXPLAIN = 'x-onrecord-explain';

/** The explanation of an operation; undefined unless the request asks for one. Throws if that is not allowed. */
export async function explained(
  database: Database,
  compiled: CompiledOperation,
  { request, mayExplain }: { readonly request: Request; readonly mayExplain: boolean },
): Promise<Explanation | undefined> {
  const wanted = request.headers.get(EXPLAIN);
  if (wanted === null) return undefined;
  if (!mayExplain) throw forbidden(`explanations are disabled on this server: remove the header ${EXPLAIN}`);
  if (wanted !== 'plan' && wanted !== 'analyze')
    throw badUserInput(`${EXPLAIN} must be plan or analyze, not "${wanted.slice(0, 40)}"`);
  return explain(database, compiled, wanted === 'analyze');
}
