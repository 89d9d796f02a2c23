interface List {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
}

/** How many rows of these lists are missing from `nodes`. */
export function leftOff(...lists: readonly List[]): number {
  return lists.reduce((sum, { totalCount, nodes }) => sum + totalCount - nodes.length, 0);
}
