/** A node of PostgreSQL's plan, as EXPLAIN (ANALYZE, FORMAT JSON) gives it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
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

/** How many rows of each table the scans of a plan touched: those that they gave, and those that they read to drop them. */
export function rowsTouched(node: PlanNode, touched = new Map<string, number>()): ReadonlyMap<string, number> {
  const table = node['Relation Name'];
  if (table) {
    const rows =
      node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    touched.set(table, (touched.get(table) ?? 0) + Math.round(rows * node['Actual Loops']));
  }
  for (const inner of node.Plans ?? []) rowsTouched(inner, touched);
  return touched;
}
