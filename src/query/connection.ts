import {
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Context, collectFields, setsOf } from './collect.ts';
import type { List } from './list.ts';
import { located } from './located.ts';
import { readPage } from './page.ts';
import type { Row } from './row.ts';
import { rowsOf } from './rows.ts';
import { Source } from './source.ts';
import { jsonObject, literal, type Sql } from './sql.ts';

export interface ConnectionRequest {
  readonly list: List;
  /** The connection's GraphQL type. */
  readonly type: GraphQLObjectType;
  readonly sets: readonly SelectionSetNode[];
  /** Coerced arguments of the field. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The JSON value of one row: what the nodes of the list ask for. */
  readonly select: (row: Row, type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectionSetNode[]) => Sql;
  /** The JSON value of a field of the connection that not every connection has. */
  readonly further?: (nodes: readonly FieldNode[]) => Sql;
}

/**
 * A connection: a page of rows in a total order, and what it tells of the whole list. The page is cut before
 * anything is joined for the selection, so that only its rows pay for it.
 */
export function connection(context: Context, request: ConnectionRequest): Sql {
  const fields = collectFields(context, request.type, request.sets);
  if (context.asRows) {
    const [nodes = []] = fields.values();
    return nodes[0]?.name.value === 'nodes' ? rowsOf(context, request) : further(request, nodes);
  }
  const page = readPage(request.args);
  const names = new Set([...fields.values()].map(([node]) => node?.name.value));
  const counted = names.has('totalCount') && (names.has('nodes') || names.has('edges'));
  const source = new Source(request.list, page, counted);
  const entries = [...fields].map(([key, nodes]): readonly [string, Sql] => [
    key,
    located(key, nodes, () => selectField(context, request, { source, nodes })),
  ]);
  return source.select(jsonObject(entries));
}

interface FieldSelection {
  readonly source: Source;
  readonly nodes: readonly FieldNode[];
}

function selectField(context: Context, request: ConnectionRequest, { source, nodes }: FieldSelection): Sql {
  const name = nodes[0]?.name.value ?? '';
  const sets = setsOf(nodes);
  switch (name) {
    case '__typename':
      return literal(request.type.name);
    case 'totalCount':
      return source.totalCount();
    case 'nodes':
      return source.collect(selectNode(request, source, sets));
    case 'edges':
      return source.collect(selectEdge(context, request, { source, sets }));
    case 'pageInfo':
      return selectPageInfo(context, request, { source, sets });
    default:
      return further(request, nodes);
  }
}

function further(request: ConnectionRequest, nodes: readonly FieldNode[]): Sql {
  if (!request.further) throw new Error(`${request.type.name}.${nodes[0]?.name.value} means nothing`);
  return request.further(nodes);
}

function selectNode({ type, select }: ConnectionRequest, source: Source, sets: readonly SelectionSetNode[]): Sql {
  const node = getNamedType(type.getFields().nodes?.type);
  if (!isObjectType(node) && !isInterfaceType(node)) throw new Error(`${type.name}.nodes is no list of entities`);
  return select(source.row(), node, sets);
}

interface PartSelection {
  readonly source: Source;
  readonly sets: readonly SelectionSetNode[];
}

function selectEdge(context: Context, request: ConnectionRequest, { source, sets }: PartSelection): Sql {
  const type = objectField(request.type, 'edges');
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => {
      const name = nodes[0]?.name.value;
      if (name === '__typename') return [key, literal(type.name)];
      if (name === 'cursor') return [key, source.cursor()];
      return [key, selectNode(request, source, setsOf(nodes))];
    }),
  );
}

function selectPageInfo(context: Context, request: ConnectionRequest, { source, sets }: PartSelection): Sql {
  const type = objectField(request.type, 'pageInfo');
  const values: Readonly<Record<string, () => Sql>> = {
    __typename: () => literal(type.name),
    hasNextPage: () => (source.backwards ? source.hasBehind() : source.hasMore()),
    hasPreviousPage: () => (source.backwards ? source.hasMore() : source.hasBehind()),
    startCursor: () => source.edge(source.cursor(), 'first'),
    endCursor: () => source.edge(source.cursor(), 'last'),
  };
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, [node]]): readonly [string, Sql] => {
      const value = values[node?.name.value ?? ''];
      if (!value) throw new Error(`PageInfo.${node?.name.value} means nothing`);
      return [key, value()];
    }),
  );
}

function objectField(type: GraphQLObjectType, name: string): GraphQLObjectType {
  const field = getNamedType(type.getFields()[name]?.type);
  if (!isObjectType(field)) throw new Error(`${type.name}.${name} is no object`);
  return field;
}
