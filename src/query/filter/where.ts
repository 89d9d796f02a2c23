import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { badUserInput, forbidden } from '../../errors.ts';
import { type Model, type ModelName, models, type Relation } from '../../model/model.ts';
import { mappingOf } from '../mapping.ts';
import { type Dimension, keyOf } from '../sql/dimension.ts';
import { From, linkKey, linkOf, Row, relationOf, tableRow } from '../sql/row.ts';
import { Scope } from '../sql/scope.ts';
import { and, join, no, raw, type Sql, sql, yes } from '../sql/sql.ts';
import { COUNT } from '../sql/value.ts';
import { all, any, type Filter, isNullError, listOf, objectOf, type Strategy } from './filter.ts';
import { nameRows } from './name-rows.ts';
import { type Condition, columnPredicate, rowPredicate, textPredicate, valuePredicate } from './operator.ts';
import {
  type CountOperator,
  type OperatorName,
  operatorsOf,
  type Quantifier,
  ROW,
  type RowComparison,
  type TextOperator,
} from './operator-name.ts';
import { filtersOtherRows, narrowing, needsOnlyKey } from './shape.ts';

/**
 * The SQL of an entity filter (`<Entity>Where`) on a row. Throws BAD_USER_INPUT. Conditions on related rows become
 * EXISTS, never joins, which would repeat the row.
 *
 * @example
 * // books(where: { pages: { gte: 100 }, author: { name: { startsWith: "Le" } } }), with `t1` as the row:
 * // (t1."pages" >= $1::int and exists (select 1 from "Author" t2
 * //   where (t2."id" = t1."authorId" and t2."nameKey" like $2::text)))
 */
export function where(
  row: Row,
  type: GraphQLInputObjectType,
  { value, path = 'where', strategy, scope = Scope.empty }: WhereOptions,
): Sql {
  return entity(row, { type, value, path, not: false, strategy, scope });
}

interface WhereOptions {
  readonly value: unknown;
  readonly path?: string;
  readonly strategy?: Strategy | undefined;
  /** The rows named outside the filter. */
  readonly scope?: Scope;
}

function entity(row: Row, filter: Filter): Sql {
  return conditions(row, { ...filter, scope: nameRows(filter.scope, { row, ...filter }) });
}

/** The same for a filter whose rows have their names already. */
function conditions(row: Row, filter: Filter): Sql {
  const { as: _named, ...fields } = objectOf(filter);
  const { scope } = filter;
  // Other strategies find rows apart from the rows around them, so that a named row would be found again for each.
  const strategy = scope.isEmpty ? filter.strategy : undefined;
  const parts = Object.entries(fields).map(([key, value]) => {
    const path = `${filter.path}.${key}`;
    const inner = { type: filter.type, value, path, not: filter.not, scope };
    switch (key) {
      case 'AND':
        return all(
          listOf({ ...inner, strategy }).map((item) => entity(row, item)),
          filter.not,
        );
      case 'OR':
        return anyOf(row, { ...inner, strategy });
      case 'NOT':
        return entity(row, { ...inner, not: !filter.not });
      case 'is': {
        const named = scope.row(value, row.model, path);
        return sql`${row.column('id')} ${raw(filter.not ? '<>' : '=')} ${named.column('id')}`;
      }
      case 'isNull':
        throw badUserInput(
          `${path}: isNull is only accepted on a to-one relation, as in { relation: { isNull: true } }`,
        );
      default:
        return field(row, { ...inner, strategy }, key);
    }
  });
  return all(parts, filter.not);
}

/**
 * Rows that match any of several filters. When each filter finds few rows through other tables, their results are
 * combined: for an OR of them, PostgreSQL would read every row of the table.
 */
function anyOf(row: Row, filter: Filter): Sql {
  const items = listOf(filter);
  const apart =
    filter.strategy === 'union' &&
    !filter.not &&
    items.some(({ type, value }) => filtersOtherRows(type, value)) &&
    items.every(({ type, value }) => narrowing(row.model, type, value));
  if (!apart) {
    return any(
      items.map((item) => entity(row, { ...item, strategy: undefined })),
      filter.not,
    );
  }
  const found = items.map((item) => {
    const other = tableRow(new From(row.from.aliases), row.model);
    const condition = and([entity(other, item), other.isOfType()]);
    return sql`select ${other.column('id')} from ${other.from.sql} where ${condition}`;
  });
  return sql`${row.column('id')} in (${join(found, ' union ')})`;
}

function field(row: Row, filter: Filter, key: string): Sql {
  const definition = filter.type.getFields()[key];
  const mapping = definition && mappingOf(definition);
  const type = definition && getNamedType(definition.type);
  if (!mapping || !isInputObjectType(type)) throw new Error(`${filter.type.name}.${key} has no mapping`);
  const inner = { ...filter, type };
  switch (mapping.kind) {
    case 'column':
      return columnOperators(row, inner, mapping.column);
    case 'anyText':
      return operators<TextOperator>(inner, (condition) =>
        any(
          mapping.columns.map((column) => textPredicate(row, column, condition)),
          filter.not,
        ),
      );
    case 'farText':
      return farText(row, inner, mapping);
    case 'hidden':
      throw forbidden(`${filter.path}: ${mapping.remedy}`);
    case 'when':
      return when(row, inner, mapping.when);
    case 'one':
      return one(row, { ...inner, strategy: undefined }, mapping.relation);
    case 'many':
      return many(row, inner, mapping);
    case 'subtype': {
      const model = models[mapping.model];
      if (Object.keys(objectOf(inner)).length === 0) {
        const isOfType = row.as(model).isOfType();
        return inner.not ? sql`not (${isOfType})` : isOfType;
      }
      return related(row, inner, { model, link: (other) => sql`${other.column('id')} = ${row.column('id')}` });
    }
    default:
      throw new Error(`a filter cannot have a mapping of kind ${mapping.kind}`);
  }
}

/** The operators of a filter on one value, combined with AND. */
function operators<Name extends OperatorName>(filter: Filter, predicate: (condition: Condition<Name>) => Sql): Sql {
  return all(
    operatorsOf<Name>(objectOf(filter, filter.type)).map(([op, value]) => {
      const path = `${filter.path}.${op}`;
      if (value === null) throw isNullError(path, filter.type);
      return predicate({ op, value, path, not: filter.not });
    }),
    filter.not,
  );
}

/** The operators of a filter on a column, `row` included. */
function columnOperators(row: Row, filter: Filter, name: string): Sql {
  const { [ROW]: named, ...constants } = objectOf(filter, filter.type);
  const constant = operators({ ...filter, value: constants }, (condition) => columnPredicate(row, name, condition));
  if (named === undefined) return constant;
  const path = `${filter.path}.${ROW}`;
  const compared = Object.entries(objectOf({ ...filter, value: named, path })).map(([op, value]) => {
    const other = filter.scope.row(value, row.model, `${path}.${op}`);
    return rowPredicate({ row, other, name }, { op: op as RowComparison, not: filter.not });
  });
  return all([constant, ...compared], filter.not);
}

/** The operators on a text of another row. Without that row, each of them is false. */
function farText(row: Row, filter: Filter, { relation, column }: { relation: string; column: string }): Sql {
  if (Object.keys(objectOf(filter)).length === 0) return all([], filter.not);
  const { model, from, to } = relationOf(row.model, relation);
  const other = tableRow(new From(row.from.aliases), models[model]);
  const linked = sql`${other.column(to)} = ${row.column(from)}`;
  const inner = { ...filter, not: false };
  const condition = operators<TextOperator>(inner, (condition) => textPredicate(other, column, condition));
  return exists(other, [linked, condition], filter.not);
}

function when(row: Row, filter: Filter, name: string): Sql {
  const fields = filter.type.getFields();
  const parts = Object.entries(objectOf(filter, filter.type)).map(([key, value]) => {
    const path = `${filter.path}.${key}`;
    if (value === null) throw isNullError(path, filter.type);
    if (key === 'isNull') return columnPredicate(row, `${name}Basis`, { op: 'isNull', value, path, not: filter.not });
    const type = fields[key] && getNamedType(fields[key].type);
    if (!isInputObjectType(type)) throw new Error(`${filter.type.name}.${key} has no mapping`);
    const column = `${name}${key[0]?.toUpperCase()}${key.slice(1)}`;
    return columnOperators(row, { ...filter, type, value, path }, column);
  });
  return all([...parts, ...beginsBeforeItEnds(row, filter, name)], filter.not);
}

/**
 * If the latest possible day is on or before a given day, so is the earliest. This extra condition helps the planner: PostgreSQL can estimate how
 * many rows lie between two bounds of one column, but not between a bound of each of two columns.
 */
function beginsBeforeItEnds(row: Row, filter: Filter, name: string): readonly Sql[] {
  const { earliest, latest } = objectOf(filter);
  const type = getNamedType(filter.type.getFields().latest?.type);
  const begins = operatorsOf(earliest ?? {}).some(([op]) => op === 'gt' || op === 'gte');
  if (filter.not || !begins || !isInputObjectType(type)) return [];
  const bounds = operatorsOf(latest ?? {}).filter(([op]) => op === 'lt' || op === 'lte');
  return bounds.map(([op, value]) =>
    columnPredicate(row, `${name}Earliest`, { op, value, path: `${filter.path}.latest.${op}`, not: false }),
  );
}

function one(row: Row, filter: Filter, name: string): Sql {
  const relation = relationOf(row.model, name);
  const value = objectOf(filter, filter.type);
  const isNull = { op: 'isNull', path: `${filter.path}.isNull`, not: filter.not } as const;
  if ('isNull' in value) {
    if (value.isNull === null) throw isNullError(isNull.path, filter.type);
    if (Object.keys(value).length > 1) {
      throw badUserInput(
        `${isNull.path}: isNull cannot be combined with other conditions on the same row: remove it or them`,
      );
    }
    return columnPredicate(row, relation.from, { ...isNull, value: value.isNull });
  }
  if (Object.keys(value).length === 0) return columnPredicate(row, relation.from, { ...isNull, value: false });
  // A subtype has the same key as its supertype, so the row of the supertype is not read.
  const subtypes = Object.entries(value).map(([key, inner]) => subtypeFilter(filter, key, inner));
  if (subtypes.every((subtype) => subtype !== undefined)) {
    const link = (other: Row) => sql`${other.column('id')} = ${row.column(relation.from)}`;
    return all(
      subtypes.map(({ model, ...inner }) => related(row, inner, { model, link })),
      filter.not,
    );
  }
  const model = models[relation.model];
  if (needsOnlyKey(model, filter.type, value)) return ofKey(row, filter, relation);
  return related(row, filter, {
    model,
    link: (other) => sql`${other.column(relation.to)} = ${row.column(relation.from)}`,
  });
}

/** A filter that needs only the key of another row: the row that points to it has the key, so the other is not read. */
function ofKey(row: Row, filter: Filter, { model, from, nullable }: Relation): Sql {
  const key = row.column(from);
  const other = new Row(new From(row.from.aliases), models[model], () => key);
  const known = nullable ? sql`${key} is not null` : yes;
  const condition = and([known, conditions(other, { ...filter, not: false })]);
  return filter.not ? sql`not (${condition})` : condition;
}

/** The filter on a subtype, if `key` of the supertype's filter is one. */
function subtypeFilter(filter: Filter, key: string, value: unknown): (Filter & { readonly model: Model }) | undefined {
  const definition = filter.type.getFields()[key];
  const mapping = definition && mappingOf(definition);
  const type = definition && getNamedType(definition.type);
  if (mapping?.kind !== 'subtype' || !isInputObjectType(type)) return undefined;
  return { ...filter, type, value, path: `${filter.path}.${key}`, model: models[mapping.model] };
}

interface Related {
  readonly model: Model;
  readonly link: (other: Row) => Sql;
}

/** EXISTS of a linked row that matches the filter. */
function related(row: Row, filter: Filter, { model, link }: Related): Sql {
  const other = tableRow(new From(row.from.aliases), model);
  const linked = link(other);
  return exists(other, [linked, conditions(other, { ...filter, not: false })], filter.not);
}

/** The mapping of a to-many field. */
export interface ToMany {
  readonly relation: string;
  readonly of: ModelName;
}

function many(row: Row, filter: Filter, mapping: ToMany): Sql {
  const fields = filter.type.getFields();
  const parts = Object.entries(objectOf(filter)).map(([key, value]) => {
    const path = `${filter.path}.${key}`;
    const type = fields[key] && getNamedType(fields[key].type);
    if (!isInputObjectType(type)) throw new Error(`${filter.type.name}.${key} has no mapping`);
    if (key === 'count') return count(row, { ...filter, type, value, path }, mapping);
    const { denied, failing } = QUANTIFIERS[key as Quantifier];
    const other = tableRow(new From(row.from.aliases), models[mapping.of]);
    const link = linkOf(relationOf(row.model, mapping.relation), row, other);
    const inner = entity(other, { type, value, path, not: failing, scope: filter.scope });
    return exists(other, [link, inner], denied !== filter.not);
  });
  return all(parts, filter.not);
}

/** Each is an EXISTS, or a NOT EXISTS if `denied`, of rows that match the filter, or fail it: `every` means that none fails. */
const QUANTIFIERS: Readonly<Record<Quantifier, { readonly denied: boolean; readonly failing: boolean }>> = {
  some: { denied: false, failing: false },
  every: { denied: true, failing: true },
  none: { denied: true, failing: false },
};

function count(row: Row, filter: Filter, mapping: ToMany): Sql {
  const { where: inner, distinct, ...comparisons } = objectOf(filter);
  const request = { type: filter.type, where: inner, distinct, path: filter.path, scope: filter.scope };
  const comparison = { ...filter, value: comparisons };
  const compare = (number: Sql) =>
    operators<CountOperator>(comparison, (condition) => valuePredicate(number, COUNT, condition));
  const byIndex = inner === undefined && distinct === undefined;
  if (filter.strategy !== 'aggregate' || byIndex || !operatorsOf<CountOperator>(comparisons).some(excludesZero)) {
    return compare(countOf(row, mapping, request));
  }
  const { key, owner, number, from, condition } = counting(row, mapping, request);
  const having = compare(number);
  return sql`${owner} in (select ${key} from ${from.sql} where ${condition} group by 1 having ${having})`;
}

/** Whether a comparison is false for zero. GROUP BY makes no group for rows without anything to count. */
function excludesZero([op, value]: readonly [CountOperator, unknown]): boolean {
  const number = Number(value);
  return (op === 'eq' && number > 0) || (op === 'gte' && number > 0) || (op === 'gt' && number >= 0);
}

interface Counted {
  /** The input type with the fields `where` and `distinct`. */
  readonly type: GraphQLInputObjectType;
  readonly where: unknown;
  /** A dimension; undefined counts rows. */
  readonly distinct: unknown;
  readonly path: string;
  /** The rows named outside. */
  readonly scope: Scope;
}

/** The number of rows of a to-many relation that match a filter, or of the different values of a dimension in them. */
export function countOf(row: Row, mapping: ToMany, request: Counted): Sql {
  const { key, owner, number, from, condition } = counting(row, mapping, request);
  return sql`(select ${number} from ${from.sql} where ${and([sql`${key} = ${owner}`, condition])})`;
}

/** The same for a list that reads every row of a table: counted once for all of them with GROUP BY, and joined. */
export function countOfEvery(row: Row, mapping: ToMany, request: Counted): Sql {
  const { key, owner, number, from, condition } = counting(row, mapping, request);
  const alias = row.from.aliases.next();
  const counts = sql`select ${key} as key, ${number} as number from ${from.sql} where ${condition} group by 1`;
  row.from.add(sql`left join (${counts}) ${alias} on ${alias}.key = ${owner}`);
  return sql`coalesce(${alias}.number, 0)`;
}

/** The parts of a count: the key by which counted rows belong to an owner, the owner's own key, and the rows. */
function counting(row: Row, mapping: ToMany, { type, where: filter, distinct, path, scope }: Counted) {
  if (distinct === null) throw isNullError(`${path}.distinct`);
  const other = tableRow(new From(row.from.aliases), models[mapping.of]);
  const relation = relationOf(row.model, mapping.relation);
  const key = linkKey(relation, other);
  const whereType = getNamedType(type.getFields().where?.type);
  const passes =
    filter !== undefined && isInputObjectType(whereType)
      ? [entity(other, { type: whereType, value: filter, path: `${path}.where`, not: false, scope })]
      : [];
  const number = sql`count(${distinct === undefined ? sql`*` : sql`distinct ${keyOf(other, distinct as Dimension)}`})`;
  const condition = and([...passes, other.isOfType()]);
  return { key, owner: row.column(relation.from), number, from: other.from, condition };
}

function exists(other: Row, conditions: readonly Sql[], not: boolean): Sql {
  const condition = and([...conditions, other.isOfType()]);
  if (condition === no) return not ? yes : no;
  return sql`${not ? sql`not exists` : sql`exists`} (select 1 from ${other.from.sql} where ${condition})`;
}
