/** How many there are of each pair of a row and a column; null is the key of what has none. */
export interface Counted {
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
}

export interface CrossRow {
  readonly counts: readonly number[];
  /** What stands in no column. */
  readonly rest: number;
}

/** Counts in the order of the rows and columns, and what of each row's total is in no column that is shown. */
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
