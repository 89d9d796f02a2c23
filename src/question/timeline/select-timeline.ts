import {
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Column, type Model, type ModelName, models } from '../../model/model.ts';
import { type Context, collectFields, setsOf } from '../../query/collect.ts';
import { where } from '../../query/filter/where.ts';
import { connection } from '../../query/list/connection.ts';
import { derivedRow, inputType } from '../../query/list/list.ts';
import type { OrderKey } from '../../query/list/order.ts';
import { optional } from '../../query/list/page.ts';
import { selectNode } from '../../query/node.ts';
import type { RootField } from '../../query/root-field.ts';
import { selectWhen } from '../../query/select.ts';
import { type Aliases, columnOf, From, type Row, tableRow } from '../../query/sql/row.ts';
import { and, join, jsonObject, literal, raw, type Sql, sql } from '../../query/sql/sql.ts';
import { type About, DATED, DATED_NODES, type Dated } from './dated.ts';

const WHEN_PARTS = ['Earliest', 'Latest', 'Time', 'Text', 'Basis'];
const WHEN_COLUMNS = [...WHEN_PARTS, 'TextKey'];

const TEXT: Column = { type: 'String', enum: null, nullable: false, list: false, sortKey: null, doc: '' };
const DATE: Column = { ...TEXT, type: 'Date' };

/** An entry as a row of a subquery, with a `when` like an event's. */
const ENTRY: Model = {
  ...models.Event,
  columns: {
    ...Object.fromEntries(WHEN_COLUMNS.map((part) => [`when${part}`, columnOf(models.Event, `when${part}`)])),
    first: DATE,
    last: DATE,
    kind: { ...TEXT, type: 'Int' },
    sortKey: TEXT,
    id: TEXT,
  },
  relations: {},
};

/** The root field `timeline`: a connection of everything with a date, in chronological order. */
export function selectTimeline({ aliases, context, nodes, field, args }: RootField): Sql {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is not a connection`);
  const filterType = inputType(field, 'where');
  const filter = optional<Readonly<Record<string, unknown>>>(args.where) ?? {};
  const { when, ...about } = filter;
  return connection(context, {
    list: {
      aliases,
      identity: ['timeline', filter],
      rows: () => {
        const branches = DATED.map((dated, kind) => entries(context, aliases, { dated, kind, about, filterType }));
        const row = derivedRow(aliases, ENTRY, join(branches, ' union all '));
        return {
          row,
          conditions: 'when' in filter ? [where(row, filterType, { value: { when } })] : [],
          keys: keysOf(row),
        };
      },
    },
    type,
    sets: setsOf(nodes),
    args,
    select: (row, entry, sets) => selectEntry(context, row, { type: entry, sets }),
  });
}

function keysOf(row: Row): readonly OrderKey[] {
  return ['first', 'last', 'kind', 'sortKey', 'id'].map((name) => ({
    value: row.column(name),
    column: columnOf(ENTRY, name),
    nullable: false,
    descending: false,
    nullsFirst: false,
  }));
}

interface EntriesRequest {
  readonly dated: Dated;
  readonly kind: number;
  readonly about: Readonly<Record<string, unknown>>;
  /** `TimelineWhere`. */
  readonly filterType: GraphQLInputObjectType;
}

/** SQL of the entries of one kind: each node once for each of its dates. */
function entries(context: Context, aliases: Aliases, { dated, kind, about, filterType }: EntriesRequest): Sql {
  const row = tableRow(new From(aliases), models[dated.model]);
  const node = dated.node(row);
  const [earliest, latest] = [dated.when(row, 'Earliest'), dated.when(row, 'Latest')];
  const [first, last] = [sql`coalesce(${earliest}, ${latest})`, sql`coalesce(${latest}, ${earliest})`];
  const rowType = context.schema.getType(`${dated.model}Where`);
  if (!isInputObjectType(rowType)) throw new Error(`${dated.model} has no filter`);
  const conditions = Object.entries(about).map(([name, filter]) => {
    checkFilter(aliases, { name, filter, filterType });
    return where(row, rowType, { value: dated.about[name as About](filter), strategy: 'union' });
  });
  const whens = WHEN_COLUMNS.map((part) => sql`${dated.when(row, part)} as ${raw(`"when${part}"`)}`);
  const columns = sql`${node.column('id')} as "id", ${raw(String(kind))} as "kind", ${node.column('sortKey')} as "sortKey", ${first} as "first", ${last} as "last", ${join(whens, ', ')}`;
  const condition = and([sql`${first} is not null`, ...conditions, row.isOfType()]);
  if (node === row) return sql`select ${columns} from ${row.from.sql} where ${condition}`;
  const order = join([node.column('id'), first, last, row.column('sortKey'), row.column('id')], ', ');
  return sql`(select distinct on (${node.column('id')}, ${first}, ${last}) ${columns} from ${row.from.sql} where ${condition} order by ${order})`;
}

const ABOUT_MODELS: Readonly<Record<string, ModelName>> = { article: 'Article', actor: 'Actor', proposal: 'Proposal' };

/** Compiles a part of the filter only to report errors with its path in the query, which the derived filters do not have. */
function checkFilter(
  aliases: Aliases,
  { name, filter, filterType }: { name: string; filter: unknown; filterType: GraphQLInputObjectType },
): void {
  const type = getNamedType(filterType.getFields()[name]?.type);
  const model = ABOUT_MODELS[name];
  if (!isInputObjectType(type) || !model) throw new Error(`${filterType.name}.${name} has no mapping`);
  where(tableRow(new From(aliases), models[model]), type, { value: filter, path: `where.${name}` });
}

interface EntrySelection {
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly sets: readonly SelectionSetNode[];
}

function selectEntry(context: Context, row: Row, { type, sets }: EntrySelection): Sql {
  if (!isObjectType(type)) throw new Error(`${type.name} is not an entry`);
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => {
      switch (nodes[0]?.name.value) {
        case '__typename':
          return [key, literal(type.name)];
        case 'when': {
          const when = getNamedType(type.getFields().when?.type);
          if (!isObjectType(when)) throw new Error(`${type.name}.when is not a When`);
          return [key, selectWhen(context, row, { type: when, sets: setsOf(nodes), when: 'when' })];
        }
        default: {
          const node = { id: row.column('id'), models: DATED_NODES, sets: setsOf(nodes) };
          return [key, selectNode(context, row.from.aliases, node)];
        }
      }
    }),
  );
}
