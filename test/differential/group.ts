import { comparisonOf, decimalText } from './compare.ts';
import type { Value } from './dataset.ts';
import { compareShown, type DimensionValue, dimensionValues, fieldOf } from './dimension.ts';
import { countMeets, countOf, type Filter, holds, whenColumn } from './filter.ts';
import { directed, inTurn, type Order } from './order.ts';
import { columnOf, type Entity, isWhen, type Listed, type World } from './world.ts';

/** Rows with the same values of some dimensions. */
export interface Group extends Listed {
  readonly by: readonly string[];
  /** One value for each of `by`. */
  readonly keys: readonly DimensionValue[];
}

/** The groups of rows by some dimensions; a row is in one group for each combination of its values. */
export function groupsOf(world: World, { name, rows }: Listed, by: readonly string[]): readonly Group[] {
  if (by.length === 0) return [{ name, rows, by, keys: [] }];
  const groups = new Map<string, { keys: readonly DimensionValue[]; rows: Entity[] }>();
  for (const row of rows) {
    for (const keys of combinations(
      by.map((dimension) => dimensionValues(world, row, { of: name, name: dimension })),
    )) {
      const key = JSON.stringify(keys.map((value) => value.key));
      const group = groups.get(key) ?? { keys, rows: [] };
      groups.set(key, group);
      group.rows.push(row);
    }
  }
  return [...groups.values()].map((group) => ({ ...group, name, by }));
}

function combinations<T>([first, ...rest]: readonly (readonly T[])[]): T[][] {
  if (!first) return [[]];
  return first.flatMap((item) => combinations(rest).map((others) => [item, ...others]));
}

/** Whether a group meets a condition. */
export function having(world: World, condition: Filter, group: Group): boolean {
  return Object.entries(condition).every(([key, value]) => {
    const inner = [value].flat() as Filter[];
    if (key === 'AND') return inner.every((each) => having(world, each, group));
    if (key === 'OR') return inner.some((each) => having(world, each, group));
    if (key === 'NOT') return !having(world, value as Filter, group);
    const { where, distinct, ...comparisons } = value as Filter;
    return countMeets(countIn(world, group, { where, distinct }), comparisons);
  });
}

/** The number of rows of a group that match a filter, or of their distinct values of a dimension. */
export function countIn(world: World, { name, rows }: Group, { where, distinct }: Filter): number {
  const counted = rows.filter((row) => holds(world, (where ?? {}) as Filter, row));
  return countOf(world, { name, rows: counted }, distinct);
}

/** The order of groups: as requested, by default the largest first; then by their keys. */
export function groupOrder(world: World, by: readonly string[], keys: readonly Filter[]): Order<Group> {
  const asked = keys.length ? keys : [{ count: 'DESC' }];
  const total = by.map((dimension) => ({ [fieldOf(dimension)]: 'ASC' }));
  return inTurn([...asked, ...total].map((key) => orderBy(world, key)));
}

function orderBy(world: World, key: Filter): Order<Group> {
  const [what = '', direction] = Object.entries(key)[0] ?? [];
  const compare = (a: number, b: number) => a - b;
  if (what === 'count') return directed(direction, ({ rows }: Group) => rows.length, compare);
  if (what === 'rows') {
    const { count, ...counted } = direction as Filter;
    return directed(count, (group: Group) => countIn(world, group, counted), compare);
  }
  return (a, b) => {
    const at = a.by.findIndex((dimension) => fieldOf(dimension) === what);
    const shown = (group: Group) => group.keys[at]?.shown ?? null;
    return directed(direction, shown, compareShown({ of: a.name, name: a.by[at] ?? '' }))(a, b);
  };
}

/** The least (-1) or greatest (1) number or date among rows, as text; null if all are null. */
export function extreme(rows: readonly Entity[], measure: string, side: -1 | 1): string | null {
  const field = fieldOf(measure);
  const values = rows.flatMap(({ typename, values }): Value[] => {
    const ends = side < 0 ? ['earliest', 'latest'] : ['latest', 'earliest'];
    const columns = isWhen(typename, field) ? ends.map((end) => whenColumn(field, end)) : [field];
    const value = columns.map((column) => values[column] ?? null).find((found) => found !== null) ?? null;
    return value === null ? [] : [value];
  });
  const column = rows[0] && columnOf(rows[0].typename, field);
  const compare = comparisonOf(column ?? { type: 'Date', enum: null });
  const [found] = values.sort((a, b) => compare(b, a) * side);
  if (found === undefined) return null;
  return column?.type === 'Decimal' ? decimalText(found) : String(found);
}
