import type { Order } from './order.ts';

/** The arguments of a list that pick a page of it. */
export interface Paging {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly offset?: number | null;
}

/** Cursors: each stands for the thing that it was given for, wherever it is shown. */
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

/** What a client can ask of a list, page by page: an object for graphql-js to walk. */
export function connection<T>(
  items: readonly T[],
  { paging, order, cursors }: { paging: Paging; order: Order<T>; cursors: Cursors },
) {
  const { after, before, offset } = paging;
  const all = [...items].sort(order);
  const backwards = typeof paging.last === 'number' || (typeof before === 'string' && typeof paging.first !== 'number');
  const behind = (cursor: string, item: T) => order(item, cursors.thing(cursor) as T);
  const behindAfter = all.filter((item) => typeof after !== 'string' || behind(after, item) > 0);
  const aheadOfBefore = behindAfter.filter((item) => typeof before !== 'string' || behind(before, item) < 0);
  const left = aheadOfBefore.slice(offset ?? 0);
  const size = (backwards ? paging.last : paging.first) ?? PAGE_SIZE;
  const page = backwards ? left.slice(Math.max(0, left.length - size)) : left.slice(0, size);
  // An empty page has its place too: behind or ahead of its cursor.
  const ahead = all.length - behindAfter.length + (aheadOfBefore.length - left.length);
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
