import { comparisonOf } from './compare.ts';
import type { Value } from './dataset.ts';
import { byNature } from './dimension.ts';
import { countOf, type Filter, holds, whenColumn } from './filter.ts';
import { columnOf, type Entity, isList, isWhen, type World } from './world.ts';

/** Compares two items of a list. */
export type Order<T> = (a: T, b: T) => number;

/** The order of rows that a client asks for, made total by the key; without one, the natural order. */
export function orderOf(world: World, keys: readonly Filter[]): Order<Entity> {
  if (keys.length === 0) return byNature;
  const id = orderBy(world, { id: 'ASC' });
  return inTurn([...keys.map((key) => orderBy(world, key)), id]);
}

/** The result of the first comparison that is not 0. */
export function inTurn<T>(orders: readonly Order<T>[]): Order<T> {
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference) return difference;
    }
    return 0;
  };
}

/** Ascending or descending; nulls last unless requested otherwise. */
export function directed<T, V>(
  direction: unknown,
  read: (item: T) => V | null,
  compare: (a: V, b: V) => number,
): Order<T> {
  const down = String(direction).startsWith('DESC') ? -1 : 1;
  const nullsFirst = String(direction).endsWith('_NULLS_FIRST') ? -1 : 1;
  return (a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return (Number(left === null) - Number(right === null)) * nullsFirst;
    return compare(left, right) * down;
  };
}

function orderBy(world: World, key: Filter): Order<Entity> {
  return (a, b) => keyOrder(world, key, [a, b]);
}

/** Compares two rows by one key of an order; the column for the key may differ between their types. */
function keyOrder(world: World, key: Filter, [a, b]: readonly [Entity, Entity]): number {
  const [left, right] = [sortedBy(a.scope ?? world, a, key), sortedBy(b.scope ?? world, b, key)];
  const { direction, compare } = left.compare ? left : right;
  if (!compare) return 0;
  const side = (item: Sorted) => item.value;
  return directed(direction, side, compare)(left, right);
}

interface Sorted {
  readonly value: Value;
  readonly direction?: unknown;
  /** Undefined if a relation on the way to the value is null. */
  readonly compare?: (a: Value, b: Value) => number;
}

function sortedBy(world: World, row: Entity, key: Filter): Sorted {
  const [field = '', direction] = Object.entries(key)[0] ?? [];
  const column = columnOf(row.typename, field);
  if (column) {
    return { value: row.values[column.sortKey ?? field] ?? null, direction, compare: comparisonOf(column) };
  }
  if (isWhen(row.typename, field)) {
    const [part = '', inner] = Object.entries(direction as Filter)[0] ?? [];
    const known = sortedBy(world, row, { [whenColumn(field, part)]: inner });
    const other = part === 'earliest' ? 'latest' : part === 'latest' ? 'earliest' : null;
    return known.value === null && other ? sortedBy(world, row, { [whenColumn(field, other)]: inner }) : known;
  }
  if (isList(row.typename, field)) {
    const { count, where = {}, distinct } = direction as Filter;
    const { name, rows } = world.list(row, field);
    const counted = rows.filter((other) => holds(world, where as Filter, other));
    const compare = comparisonOf({ type: 'Int', enum: null });
    return { value: countOf(world, { name, rows: counted }, distinct), direction: count, compare };
  }
  const other = world.one(row, field);
  return other ? sortedBy(world, other, direction as Filter) : { value: null };
}
