import type { Order } from './order.ts';

/** The paging arguments of a list. */
export interface Paging {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly offset?: number | null;
}

/** Cursors: each identifies the item that it was issued for. */
export class Cursors {
  readonly #things: unknown[] = [];

  /** A new cursor. */
  of(thing: unknown): string {
    return `cursor ${this.#things.push(thing)}`;
  }

  thing(cursor: string): unknown {
    return this.#things[Number(cursor.replace('cursor ', '')) - 1];
  }
}

const PAGE_SIZE = 100;

/** A connection, as an object that graphql-js executes a selection on. */
export function connection<T>(
  items: readonly T[],
  { paging, order, cursors }: { paging: Paging; order: Order<T>; cursors: Cursors },
) {
  const { after, before, offset } = paging;
  const all = [...items].sort(order);
  const backwards = typeof paging.last === 'number' || (typeof before === 'string' && typeof paging.first !== 'number');
  const compare = (cursor: string, item: T) => order(item, cursors.thing(cursor) as T);
  const afterCursor = all.filter((item) => typeof after !== 'string' || compare(after, item) > 0);
  const beforeCursor = afterCursor.filter((item) => typeof before !== 'string' || compare(before, item) < 0);
  const left = beforeCursor.slice(offset ?? 0);
  const size = (backwards ? paging.last : paging.first) ?? PAGE_SIZE;
  const page = backwards ? left.slice(Math.max(0, left.length - size)) : left.slice(0, size);
  // An empty page has a position too: after or before its cursor.
  const ahead = all.length - afterCursor.length + (beforeCursor.length - left.length);
  const skipped = backwards ? left.length - page.length : 0;
  const [first, last] = [page[0], page.at(-1)];
  return {
    nodes: page,
    edges: page.map((node) => ({ cursor: cursors.of(node), node })),
    totalCount: all.length,
    pageInfo: {
      hasNextPage: ahead + skipped + page.length < all.length,
      hasPreviousPage: ahead + skipped > 0,
      startCursor: first === undefined ? null : cursors.of(first),
      endCursor: last === undefined ? null : cursors.of(last),
    },
  };
}
