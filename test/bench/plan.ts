/** A node of PostgreSQL's plan, as EXPLAIN (ANALYZE, FORMAT JSON) gives it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  /** Rows that it gave, of each loop on average. */
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Plan {
  readonly Plan: PlanNode;
  /** Milliseconds. */
  readonly 'Execution Time': number;
}

/** The rows that were touched where a statement names a table. */
export interface Touched {
  readonly table: string;
  readonly rows: number;
}

/**
 * How many rows the scans of a plan touched, by the alias of the table: the rows that they gave, and those that they
 * read to drop them.
 */
export function rowsTouched(node: PlanNode, touched = new Map<string, Touched>()): ReadonlyMap<string, Touched> {
  const table = node['Relation Name'];
  if (table) {
    const rows =
      node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    const alias = node.Alias ?? table;
    const before = touched.get(alias)?.rows ?? 0;
    touched.set(alias, { table, rows: before + Math.round(rows * node['Actual Loops']) });
  }
  for (const inner of node.Plans ?? []) rowsTouched(inner, touched);
  return touched;
}
