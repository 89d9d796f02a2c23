import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Column, type Model, models } from '../../model/model.ts';
import { type Context, collectFields, setsOf } from '../../query/collect.ts';
import { connection } from '../../query/list/connection.ts';
import { derivedRow } from '../../query/list/list.ts';
import type { OrderKey } from '../../query/list/order.ts';
import { selectNode } from '../../query/node.ts';
import type { RootField } from '../../query/root-field.ts';
import { columnOf, type Row } from '../../query/sql/row.ts';
import { jsonObject, literal, type Sql, sql } from '../../query/sql/sql.ts';
import { sortKey } from '../../text/sort-key.ts';
import { findHits, type Query, readQuery } from './hit.ts';
import { foundModels } from './searched.ts';
import { snippet } from './snippet.ts';

const TEXT: Column = { type: 'String', enum: null, nullable: false, list: false, sortKey: null, doc: '' };

/** A hit as a row of a subquery. */
const HIT: Model = {
  ...models.Article,
  columns: { id: TEXT, score: { ...TEXT, type: 'Decimal' }, place: TEXT },
  relations: {},
};

/** The root field `search`: a connection of hits, the best first, each node once. */
export function selectSearch({ aliases, context, nodes, field, args }: RootField): Sql {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is not a connection`);
  const query = readQuery(aliases, args);
  const hits = aliases.next();
  const list = connection(context, {
    list: {
      aliases,
      identity: ['search', sortKey(String(args.query)), query.types],
      rows: () => {
        const row = derivedRow(aliases, HIT, sql`select * from ${hits}`);
        return { row, conditions: [], keys: keysOf(row) };
      },
    },
    type,
    sets: setsOf(nodes),
    args,
    select: (row, hit, sets) => selectHit(context, row, { query, type: hit, sets }),
    further: ([node]) => {
      if (node?.name.value !== 'searchedFor') throw new Error(`${type.name}.${node?.name.value} has no mapping`);
      return query.value('instead');
    },
  });
  return sql`(with ${query.tables}, ${hits} as materialized (${findHits(query)}) ${list})`;
}

function keysOf(row: Row): readonly OrderKey[] {
  return ['score', 'place', 'id'].map((name) => ({
    value: row.column(name),
    column: columnOf(HIT, name),
    nullable: false,
    descending: name === 'score',
    nullsFirst: false,
  }));
}

interface HitSelection {
  readonly query: Query;
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly sets: readonly SelectionSetNode[];
}

function selectHit(context: Context, row: Row, { query, type, sets }: HitSelection): Sql {
  if (!isObjectType(type)) throw new Error(`${type.name} is not a hit`);
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => {
      switch (nodes[0]?.name.value) {
        case '__typename':
          return [key, literal(type.name)];
        case 'score':
          return [key, sql`trim_scale(${row.column('score')})`];
        case 'snippet':
          return [key, snippet(row.column('id'), query)];
        default: {
          const found = { id: row.column('id'), models: foundModels(query.types), sets: setsOf(nodes) };
          return [key, selectNode(context, row.from.aliases, found)];
        }
      }
    }),
  );
}
