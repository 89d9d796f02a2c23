import {
  type FieldNode,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { badUserInput } from '../../errors.ts';
import { type Context, collectFields, setsOf } from '../collect.ts';
import { connection } from '../list/connection.ts';
import { type EntityListRequest, inputType } from '../list/list.ts';
import { directionOf, type OrderKey } from '../list/order.ts';
import { optional } from '../list/page.ts';
import { located } from '../located.ts';
import { mappingOf } from '../mapping.ts';
import type { Dimension, Measure } from '../sql/dimension.ts';
import { columnOf, type Row } from '../sql/row.ts';
import { jsonObject, literal, type Sql, sql } from '../sql/sql.ts';
import { COUNT, jsonValue } from '../sql/value.ts';
import { countRequest, fieldType } from './count-request.ts';
import { Grouped, keyColumn } from './grouped.ts';
import { having } from './having.ts';

/** Selects rows and lists of entities. Passed in by select.ts, which imports this file. */
export interface Select {
  entity(row: Row, type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectionSetNode[]): Sql;
  list(request: EntityListRequest, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Sql;
}

export interface GroupsRequest {
  /** The list to group. */
  readonly list: EntityListRequest;
  /** The list's connection type. */
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly select: Select;
}

/** What the selection of a group needs to know. */
interface Groups {
  readonly list: EntityListRequest;
  readonly by: readonly Dimension[];
  readonly grouped: Grouped;
  readonly select: Select;
}

/** The field `groups` of a connection: the list's rows grouped by dimensions, as another connection. */
export function selectGroups(context: Context, { list, type, nodes, select }: GroupsRequest): Sql {
  const field = type.getFields().groups;
  const [node] = nodes;
  const target = getNamedType(field?.type);
  if (!field || !node || !isObjectType(target)) throw new Error(`${type.name} has no groups`);
  const args = getArgumentValues(field, node, context.variables);
  const by = [...new Set(args.by as readonly Dimension[])];
  const grouped = new Grouped(list, by);
  const orderBy = optional<readonly Readonly<Record<string, unknown>>[]>(args.orderBy) ?? [];
  const filter = optional<object>(args.having);
  const { aliases } = list;
  return connection(context, {
    list: {
      aliases,
      identity: [list.model.name, 'groups', list.args.where ?? {}, by, filter ?? {}, orderBy],
      rows: () => {
        const row = grouped.row();
        const conditions = filter ? [having(row, grouped, { type: inputType(field, 'having'), value: filter })] : [];
        return {
          row,
          conditions,
          keys: groupKeys(row, { list, by, grouped, select }, { type: inputType(field, 'orderBy'), orderBy }),
        };
      },
    },
    type: target,
    sets: setsOf(nodes),
    args,
    select: (row, nodeType, sets) => {
      if (!isObjectType(nodeType)) throw new Error(`${nodeType.name} is not a group`);
      return selectGroup(context, row, { groups: { list, by, grouped, select }, type: nodeType, sets });
    },
  });
}

/** The client's keys, by default the largest groups first; then the values of the dimensions, which make the order total. */
function groupKeys(
  row: Row,
  groups: Groups,
  { type, orderBy }: { type: GraphQLInputObjectType; orderBy: readonly Readonly<Record<string, unknown>>[] },
): readonly OrderKey[] {
  const requested = (orderBy.length ? orderBy : [{ count: 'DESC' }]).flatMap((order, i) =>
    orderKey(row, groups, { type, order, path: `orderBy[${i}]` }),
  );
  return [...requested, ...groups.by.flatMap((dimension) => valueKeys(row, dimension, 'ASC'))];
}

function orderKey(
  row: Row,
  { by, grouped }: Groups,
  { type, order, path }: { type: GraphQLInputObjectType; order: Readonly<Record<string, unknown>>; path: string },
): readonly OrderKey[] {
  const [[name = '', value] = []] = Object.entries(order);
  if (name === 'count') return [aggregateKey(row, 'count', String(value))];
  if (name === 'rows') {
    const { count, ...request } = value as { readonly count: string } & Readonly<Record<string, unknown>>;
    const column = grouped.count(countRequest(request, { type: fieldType(type, 'rows'), path: `${path}.rows` }));
    return [aggregateKey(row, column, count)];
  }
  const dimension = by.find((d) => camelCase(d.name) === name);
  if (!dimension)
    throw badUserInput(`${path}.${name}: the rows are not grouped by ${name}: add its dimension to \`by\``);
  return valueKeys(row, dimension, String(value));
}

function camelCase(name: string): string {
  return name.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function aggregateKey(row: Row, column: string, direction: string): OrderKey {
  return { value: row.resolve(row.model, column), column: COUNT, nullable: false, ...directionOf(direction) };
}

/** Enum values and days are ordered by themselves, rows by their sort key and id. */
function valueKeys(row: Row, dimension: Dimension, direction: string): readonly OrderKey[] {
  const column = keyColumn(dimension);
  const own = {
    value: row.column(column),
    column: columnOf(row.model, column),
    nullable: true,
    ...directionOf(direction),
  };
  if (dimension.kind !== 'relation') return [own];
  const target = row.one(dimension.name);
  return [{ ...own, value: target.column('sortKey'), column: columnOf(target.model, 'sortKey') }, own];
}

interface GroupSelection {
  readonly groups: Groups;
  readonly type: GraphQLObjectType;
  readonly sets: readonly SelectionSetNode[];
}

function selectGroup(context: Context, row: Row, { groups, type, sets }: GroupSelection): Sql {
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => [
      key,
      located(key, nodes, () => selectField(context, row, { groups, type, nodes })),
    ]),
  );
}

interface FieldSelection {
  readonly groups: Groups;
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
}

function selectField(context: Context, row: Row, { groups, type, nodes }: FieldSelection): Sql {
  const [node] = nodes;
  const name = node?.name.value ?? '';
  if (name === '__typename') return literal(type.name);
  const field = type.getFields()[name];
  if (!field || !node) throw new Error(`${type.name}.${name} has no mapping`);
  const mapping = mappingOf(field);
  if (mapping?.kind === 'key') return selectKey(row, { ...mapping, type, nodes, groups });
  const args = getArgumentValues(field, node, context.variables);
  switch (name) {
    case 'count': {
      const request = { type: inputType(field, 'where'), where: optional<object>(args.where), path: 'where' };
      return row.resolve(row.model, groups.grouped.count({ ...request, distinct: optional<Dimension>(args.distinct) }));
    }
    case 'min':
    case 'max':
      return extreme(row, groups, { which: name, measure: args.of as Measure });
    case 'rows': {
      const target = getNamedType(field.type);
      if (!isObjectType(target)) throw new Error(`${type.name}.rows is not a connection`);
      const { list, grouped, select } = groups;
      const ids = row.resolve(row.model, grouped.ids());
      const link = (child: Row) => sql`${child.column('id')} = any(${ids})`;
      return select.list({ ...list, field, args, link }, target, setsOf(nodes));
    }
    default:
      throw new Error(`${type.name}.${name} has no mapping`);
  }
}

interface KeySelection extends FieldSelection {
  readonly dimension: Dimension;
}

function selectKey(row: Row, { dimension, type, nodes, groups }: KeySelection): Sql {
  const name = nodes[0]?.name.value ?? '';
  if (!groups.by.some((d) => d.name === dimension.name)) {
    throw badUserInput(
      `${name}: the rows are not grouped by ${dimension.name}: add it to \`by\`, or remove ${name} from the selection`,
    );
  }
  const column = keyColumn(dimension);
  if (dimension.kind !== 'relation') return jsonValue(columnOf(row.model, column), row.column(column));
  const target = getNamedType(type.getFields()[name]?.type);
  if (!isObjectType(target) && !isInterfaceType(target)) throw new Error(`${type.name}.${name} is not an entity`);
  const object = groups.select.entity(row.one(dimension.name), target, setsOf(nodes));
  return sql`case when ${row.column(column)} is not null then ${object} end`;
}

function extreme(
  row: Row,
  { list, grouped }: Groups,
  { which, measure }: { which: 'min' | 'max'; measure: Measure },
): Sql {
  const column = columnOf(list.model, measure.kind === 'column' ? measure.column : `${measure.when}Earliest`);
  return sql`${jsonValue(column, row.resolve(row.model, grouped.extreme(which, measure)))}::text`;
}
