/** The count for a row and a column; the key null is for rows without a value. */
export interface Counted {
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
}

export interface CrossRow {
  readonly counts: readonly number[];
  /** The rest of the row's total, in columns that are not shown. */
  readonly rest: number;
}

/** Arranges counts in rows and columns, and computes the rest of each row. */
export function cross(
  rows: readonly { readonly key: string | null; readonly total: number }[],
  columns: readonly (string | null)[],
  cells: readonly Counted[],
): readonly CrossRow[] {
  const keyOf = (row: string | null, column: string | null) => JSON.stringify([row, column]);
  const counted = new Map(cells.map(({ row, column, count }) => [keyOf(row, column), count]));
  return rows.map(({ key, total }) => {
    const counts = columns.map((column) => counted.get(keyOf(key, column)) ?? 0);
    return { counts, rest: Math.max(0, total - counts.reduce((sum, n) => sum + n, 0)) };
  });
}
