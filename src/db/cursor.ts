import type { Statement } from './database.ts';

/** Rows that are taken out of a cursor at a time. */
const BATCH = 500;

/** How a transaction begins that only walks through a cursor. */
export const READ_ONLY = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/**
 * The single column of a statement's rows, batch after batch, inside the transaction in which `run` runs statements.
 * The last batch, which may be empty, is what the generator returns: nothing needs the transaction after it.
 */
export async function* throughCursor(
  run: (statement: Statement) => Promise<readonly string[]>,
  { text, values }: Statement,
): AsyncGenerator<readonly string[], readonly string[]> {
  await run({ text: `DECLARE "rows" NO SCROLL CURSOR FOR ${text}`, values });
  for (;;) {
    const rows = await run({ text: `FETCH FORWARD ${BATCH} FROM "rows"`, values: [] });
    if (rows.length < BATCH) return rows;
    yield rows;
  }
}
