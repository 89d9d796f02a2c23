import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { badUserInput } from '../../errors.ts';
import { type Model, type ModelName, models } from '../../model/model.ts';
import { type Context, collectFields, setsOf } from '../../query/collect.ts';
import { valuePredicate } from '../../query/filter/operator.ts';
import { type CountOperator, operatorsOf } from '../../query/filter/operator-name.ts';
import { connection } from '../../query/list/connection.ts';
import { derivedRow, type Listed } from '../../query/list/list.ts';
import { directionOf, type OrderKey } from '../../query/list/order.ts';
import { optional } from '../../query/list/page.ts';
import type { RootField } from '../../query/root-field.ts';
import { selectEntity, selectList } from '../../query/select.ts';
import { columnOf, type Row } from '../../query/sql/row.ts';
import { jsonObject, literal, no, type Sql, sql } from '../../query/sql/sql.ts';
import { COUNT } from '../../query/sql/value.ts';
import { assertionsOfTies, sharedBy, type TieKind } from '../tie/shared-ties.ts';
import { countPairs } from './count-pairs.ts';

const ID = { ...COUNT, type: 'String' } as const;
const ACTOR = { model: 'Actor', many: false, nullable: false, to: 'id', through: null, doc: '' } as const;

/** A pair as a row of a subquery. */
const PAIR: Model = {
  ...models.Actor,
  supertype: null,
  columns: { aId: ID, bId: ID, count: COUNT },
  relations: { a: { ...ACTOR, from: 'aId' }, b: { ...ACTOR, from: 'bId' } },
};

/** What actors have in common by a kind of tie, other than articles. */
const SUBJECTS: Readonly<Partial<Record<TieKind, ModelName>>> = {
  MET: 'Event',
  SAME_SIDE: 'Proposal',
  OPPOSITE_SIDES: 'Proposal',
};

/**
 * The root field `pairs`: a connection of pairs of actors. The same pairs are counted only once in a statement, even if
 * several root fields select them.
 */
export function selectPairs(request: RootField): Sql {
  const { aliases, shared, context, nodes, field, args } = request;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is not a connection`);
  const kind = args.kind as TieKind;
  const ofKind = [kind, args.with ?? {}, args.where ?? {}];
  const pairs = shared.table(['pairs', ...ofKind], () => countPairs(request));
  return connection(context, {
    list: {
      aliases,
      whole: false,
      identity: ['pairs', ...ofKind, args.having ?? {}, args.orderBy ?? {}],
      rows: () => listed(derivedRow(aliases, PAIR, sql`select * from ${pairs}`), args),
    },
    type,
    sets: setsOf(nodes),
    args,
    select: (row, pair, sets) => selectPair(context, row, { kind, type: pair, sets }),
  });
}

function listed(row: Row, args: Readonly<Record<string, unknown>>): Listed {
  return { row, conditions: having(row, optional(args.having)), keys: orderKeys(row, optional(args.orderBy)) };
}

/** The conditions that `having` puts on a pair. */
function having(row: Row, value: Readonly<Record<string, unknown>> | undefined): readonly Sql[] {
  if (!value || !('count' in value)) return [];
  if (value.count === null) throw isNull('having.count');
  return operatorsOf<CountOperator>(value.count as object).map(([op, operand]) => {
    const path = `having.count.${op}`;
    if (operand === null) throw isNull(path);
    return valuePredicate(row.column('count'), COUNT, { op, value: operand, path, not: false });
  });
}

function isNull(path: string): Error {
  return badUserInput(`${path} is null: leave it out`);
}

/** The client's order, by default the highest counts first; then by the actors, which makes it total. */
function orderKeys(row: Row, orderBy: Readonly<Record<string, unknown>> = { count: 'DESC' }): readonly OrderKey[] {
  const [[name, direction] = []] = Object.entries(orderBy);
  const asked = { nullable: false, ...directionOf(String(direction)) };
  const names = name === 'name' ? asked : { nullable: false, ...directionOf('ASC') };
  const count = name === 'count' ? [{ value: row.column('count'), column: COUNT, ...asked }] : [];
  const actors = ['a', 'b'].flatMap((end) =>
    ['sortKey', 'id'].map((key) => ({
      value: row.one(end).column(key),
      column: columnOf(models.Actor, key),
      ...names,
    })),
  );
  return [...count, ...actors];
}

interface PairSelection {
  readonly kind: TieKind;
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly sets: readonly SelectionSetNode[];
}

function selectPair(context: Context, row: Row, { kind, type, sets }: PairSelection): Sql {
  if (!isObjectType(type)) throw new Error(`${type.name} is not a pair`);
  return jsonObject(
    [...collectFields(context, type, sets)].map(([key, nodes]): readonly [string, Sql] => {
      const [node] = nodes;
      const name = node?.name.value ?? '';
      if (name === '__typename') return [key, literal(type.name)];
      if (name === 'count') return [key, row.column('count')];
      const field = type.getFields()[name];
      const target = getNamedType(field?.type);
      const inner = setsOf(nodes);
      if (isInterfaceType(target)) return [key, selectEntity(context, row.one(name), { type: target, sets: inner })];
      if (!field || !node || !isObjectType(target)) throw new Error(`${type.name}.${name} has no mapping`);
      const args = getArgumentValues(field, node, context.variables);
      const model = evidenceModel(name);
      const link = (child: Row) => documents(child, row, kind);
      const request = { aliases: row.from.aliases, model, field, args, link, scope: context.scope };
      return [key, selectList(context, request, { type: target, sets: inner })];
    }),
  );
}

function evidenceModel(name: string): Model {
  const model = {
    articles: models.Article,
    assertions: models.Assertion,
    events: models.Event,
    proposals: models.Proposal,
  }[name];
  if (!model) throw new Error(`Pair.${name} has no mapping`);
  return model;
}

/** Whether an article, assertion, event or proposal is evidence of a pair's tie. */
function documents(child: Row, pair: Row, kind: TieKind): Sql {
  const ends = [pair.column('aId'), pair.column('bId')] as const;
  const subject = SUBJECTS[kind];
  if (child.model.name === (subject ?? 'Article'))
    return sql`${child.column('id')} in (select "contextId" from (${sharedBy(kind, ...ends)}) shared)`;
  if (!subject) return no;
  const assertions = assertionsOfTies(kind, ...ends);
  if (child.model.name === 'Assertion') return sql`${child.column('id')} in (${assertions})`;
  if (child.model.name !== 'Article') return no;
  return sql`${child.column('id')} in (select "articleId" from "Assertion" where "id" in (${assertions}))`;
}
