/** A node of PostgreSQL's plan, as EXPLAIN (ANALYZE, FORMAT JSON) prints it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Alias?: string;
  /** Rows that it returned, per loop on average. */
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  /** Per loop, rounded to whole rows. */
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Plan {
  readonly Plan: PlanNode;
  /** Milliseconds. */
  readonly 'Execution Time': number;
}

/** The rows touched for one mention of a table in a statement. */
export interface Touched {
  readonly table: string;
  readonly rows: number;
}

/** Indexes of keys, by the naming of Prisma and PostgreSQL. */
const UNIQUE = /_(pkey|key)$/;

/**
 * The number of rows that the scans of a plan touched, by the alias of the table: rows returned, and rows removed by a
 * filter.
 */
export function rowsTouched(node: PlanNode, touched = new Map<string, Touched>()): ReadonlyMap<string, Touched> {
  const table = node['Relation Name'];
  if (table) {
    const alias = node.Alias ?? table;
    const before = touched.get(alias)?.rows ?? 0;
    touched.set(alias, { table, rows: before + Math.round(rowsOfLoop(node) * node['Actual Loops']) });
  }
  for (const inner of node.Plans ?? []) rowsTouched(inner, touched);
  return touched;
}

function rowsOfLoop(node: PlanNode): number {
  const rows =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  // A look-up by a key finds one row: an apparent 1.4 is 0.4 that passed the filter, and 0.6, rounded up, that did not.
  return UNIQUE.test(node['Index Name'] ?? '') && rows < 1.5 ? Math.min(rows, 1) : rows;
}
