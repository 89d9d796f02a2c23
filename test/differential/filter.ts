import { type Column, type ModelName, models } from '../../src/model/model.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import { comparisonOf } from './compare.ts';
import type { Value } from './dataset.ts';
import { dimensionValues } from './dimension.ts';
import { similarity } from './similarity.ts';
import { columnOf, type Entity, isList, isRelation, isWhen, type Listed, type World } from './world.ts';

/** A filter as a client writes it. */
export type Filter = Readonly<Record<string, unknown>>;

/** Whether a row meets a filter. The logic has two values: a condition on an unknown value is false. */
export function holds(world: World, where: Filter, row: Entity): boolean {
  return meetsAll(naming(world, where, row), where, row);
}

/** The world with the names that a filter gives to its row, and to the rows that it reaches through to-one relations. */
export function naming(outer: World, { as, ...where }: Filter, row: Entity | null): World {
  return Object.entries(where).reduce(
    (world, [key, condition]) => {
      if (!isFilter(condition) || key === 'NOT') return world;
      if (!row) return naming(world, condition, null);
      if (kindOf(row, key)) return naming(world, condition, row);
      return isRelation(row.typename, key) && !isList(row.typename, key)
        ? naming(world, condition, world.one(row, key))
        : world;
    },
    outer.naming(as, row),
  );
}

function isFilter(condition: unknown): condition is Filter {
  return typeof condition === 'object' && condition !== null && !Array.isArray(condition);
}

/** The conditions of a filter whose rows have their names. */
function meetsAll(world: World, { as: _named, ...where }: Filter, row: Entity): boolean {
  return Object.entries(where).every(([key, condition]) => {
    if (key === 'is') return row.values.id === world.named(condition)?.values.id;
    if (key === 'AND') return list(condition).every((inner) => holds(world, inner, row));
    if (key === 'OR') return list(condition).some((inner) => holds(world, inner, row));
    if (key === 'NOT') return !holds(world, condition as Filter, row);
    const kind = kindOf(row, key);
    if (kind) return row.typename === kind && meetsAll(world, condition as Filter, row);
    return meets(world, row, key, condition as Filter);
  });
}

function list(condition: unknown): readonly Filter[] {
  // GraphQL accepts one value as a list of one.
  return Array.isArray(condition) ? condition : [condition as Filter];
}

/** The subtype that a key names (`person` of an Actor); undefined for any other key. */
function kindOf({ typename }: Entity, key: string): ModelName | undefined {
  const kind = `${key[0]?.toUpperCase()}${key.slice(1)}`;
  const { supertype } = models[typename];
  return Object.values(models).find(
    (model) => supertype && model.name === kind && model.supertype?.model === supertype.model,
  )?.name;
}

function meets(world: World, row: Entity, key: string, condition: Filter): boolean {
  const column = columnOf(row.typename, key);
  if (column?.list) return listMeets(row.values[key] ?? null, condition);
  if (column) return columnMeets(world, compared(row, key, column), { name: key, condition });
  if (isWhen(row.typename, key)) return whenMeets(world, row, key, condition);
  if (key === 'words') return anyTextMeets(row, ['text', 'gloss'], condition);
  if (isList(row.typename, key)) return rowsMeet(world, world.list(row, key), condition);
  if (key === 'body') return bodyMeets(world.one(row, 'text'), condition);
  const other = world.one(row, key);
  if (typeof condition.isNull === 'boolean') return (other === null) === condition.isNull;
  return other !== null && meetsAll(world, condition, other);
}

/** A text that is not loaded meets no condition, except the empty one. */
function bodyMeets(text: Entity | null, condition: Filter): boolean {
  if (Object.keys(condition).length === 0) return true;
  const column = text && columnOf(text.typename, 'body');
  return Boolean(text && column && valueMeets(compared(text, 'body', column), condition));
}

function rowsMeet(world: World, { name, rows }: Listed, condition: Filter): boolean {
  const meeting = (where: unknown) => rows.filter((row) => holds(world, where as Filter, row));
  return Object.entries(condition).every(([key, value]) => {
    if (key === 'some') return meeting(value).length > 0;
    if (key === 'every') return meeting(value).length === rows.length;
    if (key === 'none') return meeting(value).length === 0;
    if (key !== 'count') throw new Error(`no ${key} of a list`);
    const { where = {}, distinct, ...comparisons } = value as Filter;
    return countMeets(countOf(world, { name, rows: meeting(where) }, distinct), comparisons);
  });
}

/** The number of rows, or of distinct values of a dimension that are not null. */
export function countOf(world: World, { name, rows }: Listed, distinct: unknown): number {
  if (typeof distinct !== 'string') return rows.length;
  const of = { of: name, name: distinct };
  const values = rows.flatMap((row) => dimensionValues(world, row, of).map(({ key }) => key));
  return new Set(values.filter((key) => key !== null)).size;
}

/** Whether a count meets comparisons: `{ gte: 2 }`. */
export function countMeets(count: number, comparisons: Filter): boolean {
  return valueMeets({ value: count, column: { type: 'Int', enum: null } }, comparisons);
}

/** A value and what comparisons with it need. */
interface Compared {
  readonly value: Value;
  readonly column: Pick<Column, 'type' | 'enum'> & Partial<Column>;
  /** The stored sort key, if the column has one. */
  readonly key?: Value;
}

function compared(row: Entity, name: string, column: Column): Compared {
  const value = row.values[name] ?? null;
  return column.sortKey ? { value, column, key: row.values[column.sortKey] ?? null } : { value, column };
}

interface ColumnCondition {
  readonly name: string;
  readonly condition: Filter;
}

/** The conditions on a column, with comparisons to the same column of named rows. */
function columnMeets(
  world: World,
  own: Compared,
  { name, condition: { row: rows = {}, ...constants } }: ColumnCondition,
) {
  const meetsRows = Object.entries(rows as Filter).every(([operator, other]) => {
    const row = world.named(other);
    const named = row ? compared(row, name, own.column as Column) : { ...own, value: null };
    const equal = own.value !== null && named.value !== null && comparisonOf(own.column)(own.value, named.value) === 0;
    if (operator === 'eq') return equal;
    if (operator === 'ne') return !equal;
    if (own.value === null || named.value === null) return false;
    const sorted = ({ value, key }: Compared) => (key === undefined ? value : key);
    const difference = comparisonOf(own.column)(sorted(own), sorted(named));
    if (operator === 'lt') return difference < 0;
    if (operator === 'lte') return difference <= 0;
    if (operator === 'gt') return difference > 0;
    if (operator === 'gte') return difference >= 0;
    throw new Error(`no comparison ${operator} with a row`);
  });
  return meetsRows && valueMeets(own, constants);
}

function valueMeets({ value, column, key }: Compared, condition: Filter): boolean {
  const compare = comparisonOf(column);
  const equal = (other: unknown) => value !== null && compare(value, other as Value) === 0;
  // Texts are compared by their sort keys, those of the arguments as well.
  const difference = (other: unknown) =>
    key === undefined ? compare(value, other as Value) : compare(key, sortKey(String(other)));
  const text = key === undefined ? asciiLower(String(value)) : String(key);
  const part = (other: unknown) => (key === undefined ? asciiLower(String(other)) : sortKey(String(other)));
  return Object.entries(condition).every(([operator, other]) => {
    if (operator === 'isNull') return (value === null) === other;
    if (operator === 'eq') return equal(other);
    if (operator === 'ne') return !equal(other);
    if (operator === 'in') return [other].flat().some(equal);
    if (operator === 'notIn') return ![other].flat().some(equal);
    if (value === null) return false;
    if (operator === 'lt') return difference(other) < 0;
    if (operator === 'lte') return difference(other) <= 0;
    if (operator === 'gt') return difference(other) > 0;
    if (operator === 'gte') return difference(other) >= 0;
    if (operator === 'contains') return text.includes(part(other));
    if (operator === 'startsWith') return text.startsWith(part(other));
    if (operator === 'endsWith') return text.endsWith(part(other));
    if (operator === 'similar') return similarity(text, part(other)) >= 0.3;
    throw new Error(`no operator ${operator}`);
  });
}

function listMeets(value: Value, condition: Filter): boolean {
  const elements = Array.isArray(value) ? value : [];
  return Object.entries(condition).every(([operator, other]) => {
    if (operator === 'has') return elements.includes(String(other));
    if (operator === 'isEmpty') return (elements.length === 0) === other;
    throw new Error(`no operator ${operator} of a list`);
  });
}

function whenMeets(world: World, row: Entity, when: string, condition: Filter): boolean {
  return Object.entries(condition).every(([part, inner]) => {
    if (part === 'isNull') return (row.values[`${when}Basis`] === null) === inner;
    const name = whenColumn(when, part);
    const column = columnOf(row.typename, name);
    return Boolean(column && columnMeets(world, compared(row, name, column), { name, condition: inner as Filter }));
  });
}

/** The column that holds a part of a When. */
export function whenColumn(when: string, part: string): string {
  return `${when}${part[0]?.toUpperCase()}${part.slice(1)}`;
}

function anyTextMeets(row: Entity, names: readonly string[], condition: Filter): boolean {
  return Object.entries(condition).every(([operator, other]) =>
    names.some((name) => {
      const column = columnOf(row.typename, name);
      return column && valueMeets(compared(row, name, column), { [operator]: other });
    }),
  );
}

/** Texts without a sort key are compared case-insensitively, for ASCII letters only. */
function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
