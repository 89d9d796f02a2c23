import type { Statement } from './database.ts';

/** Rows fetched from the cursor at a time. */
const BATCH = 500;

/** The first statement of a transaction that only reads a cursor. */
export const READ_ONLY = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/**
 * The single column of a statement's rows, in batches, inside the transaction in which `run` runs statements. The
 * generator returns the last batch, which may be empty, instead of yielding it: the transaction can end before it is used.
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
