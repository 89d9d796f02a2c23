import {
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Context, collectFields, setsOf } from '../collect.ts';
import { located } from '../located.ts';
import { jsonObject, literal, type Sql } from '../sql/sql.ts';
import type { ConnectionRequest } from './connection-request.ts';
import { readPage } from './page.ts';
import { PageRows } from './page-rows.ts';
import { rowsOf } from './rows.ts';

/**
 * A connection: a page of rows in a total order, with the count and groups of the whole list. LIMIT applies before the
 * joins for the selection, so only the rows of the page are joined.
 *
 * @example
 * // books(first: 2, orderBy: [{ pages: DESC }]) { nodes { name author { name } } pageInfo { hasNextPage } }
 * //
 * // (select json_build_object(
 * //     'nodes', coalesce(json_agg(json_build_object(
 * //       'name', t1.c0,
 * //       'author', case when t1.c1 is not null then json_build_object('name', t3."name") end
 * //     ) order by t1.rn) filter (where t1.rn <= $1::int), '[]'::json),
 * //     'pageInfo', json_build_object('hasNextPage', count(*) > $2::int))
 * //   from (select q.*, row_number() over () as rn from (
 * //     select t2."name" as c0, t2."authorId" as c1 from "Book" t2 where true
 * //     order by t2."pages" desc, t2."id" asc limit $3::int) q) t1
 * //   left join "Author" t3 on t3."id" = t1.c1
 * //   group by ())
 */
export function connection(context: Context, request: ConnectionRequest): Sql {
  const fields = collectFields(context, request.type, request.sets);
  if (context.asRows) {
    const [nodes = []] = fields.values();
    return nodes[0]?.name.value === 'nodes' ? rowsOf(context, request) : further(request, nodes);
  }
  const names = new Set([...fields.values()].map(([node]) => node?.name.value));
  const counted = names.has('totalCount') && (names.has('nodes') || names.has('edges'));
  const page = new PageRows(request.list, readPage(request.args), counted);
  const entries = [...fields].map(([key, nodes]): readonly [string, Sql] => [
    key,
    located(key, nodes, () => selectField(context, request, { page, nodes })),
  ]);
  return page.select(jsonObject(entries));
}

interface FieldSelection {
  readonly page: PageRows;
  readonly nodes: readonly FieldNode[];
}

function selectField(context: Context, request: ConnectionRequest, { page, nodes }: FieldSelection): Sql {
  const name = nodes[0]?.name.value ?? '';
  const sets = setsOf(nodes);
  switch (name) {
    case '__typename':
      return literal(request.type.name);
    case 'totalCount':
      return page.totalCount();
    case 'nodes':
      return page.collect(selectNode(request, page, sets));
    case 'edges':
      return page.collect(selectEdge(context, request, { page, sets }));
    case 'pageInfo':
      return selectPageInfo(context, request, { page, sets });
    default:
      return further(request, nodes);
  }
}

function further(request: ConnectionRequest, nodes: readonly FieldNode[]): Sql {
  if (!request.further) throw new Error(`${request.type.name}.${nodes[0]?.name.value} has no mapping`);
  return request.further(nodes);
}

function selectNode({ type, select }: ConnectionRequest, page: PageRows, sets: readonly SelectionSetNode[]): Sql {
  const node = getNamedType(type.getFields().nodes?.type);
  if (!isObjectType(node) && !isInterfaceType(node)) throw new Error(`${type.name}.nodes is not a list of entities`);
  return select(page.row(), node, sets);
}

interface PartSelection {
  readonly page: PageRows;
  readonly sets: readonly SelectionSetNode[];
}

function selectEdge(context: Context, request: ConnectionRequest, { page, sets }: PartSelection): Sql {
  const type = objectField(request.type, 'edges');
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => {
      const name = nodes[0]?.name.value;
      if (name === '__typename') return [key, literal(type.name)];
      if (name === 'cursor') return [key, page.cursor()];
      return [key, selectNode(request, page, setsOf(nodes))];
    }),
  );
}

function selectPageInfo(context: Context, request: ConnectionRequest, { page, sets }: PartSelection): Sql {
  const type = objectField(request.type, 'pageInfo');
  const values: Readonly<Record<string, () => Sql>> = {
    __typename: () => literal(type.name),
    hasNextPage: () => (page.backwards ? page.hasRowsBefore() : page.hasMore()),
    hasPreviousPage: () => (page.backwards ? page.hasMore() : page.hasRowsBefore()),
    startCursor: () => page.edge(page.cursor(), 'first'),
    endCursor: () => page.edge(page.cursor(), 'last'),
  };
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, [node]]): readonly [string, Sql] => {
      const value = values[node?.name.value ?? ''];
      if (!value) throw new Error(`PageInfo.${node?.name.value} has no mapping`);
      return [key, value()];
    }),
  );
}

function objectField(type: GraphQLObjectType, name: string): GraphQLObjectType {
  const field = getNamedType(type.getFields()[name]?.type);
  if (!isObjectType(field)) throw new Error(`${type.name}.${name} is not an object`);
  return field;
}
