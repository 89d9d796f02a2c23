import {
  buildSchema,
  executeSync,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isScalarType,
  parse,
  printSchema,
} from 'graphql';
import { type ModelName, models } from '../../src/model/model.ts';
import type { Operation } from '../support/random-operation.ts';
import { decimalText } from './compare.ts';
import { contextOf } from './context.ts';
import { fieldOf } from './dimension.ts';
import { type Filter, holds, naming, whenColumn } from './filter.ts';
import { countIn, extreme, type Group, groupOrder, groupsOf, having } from './group.ts';
import { orderOf } from './order.ts';
import { type Cursors, connection, type Paging } from './page.ts';
import { columnOf, type Entity, isA, isList, isWhen, type Listed, type World } from './world.ts';

type Arguments = Paging & Readonly<Record<string, unknown>>;

/** The expected answer of the API, computed with plain loops over rows in memory. It follows the model and the descriptions of the schema, and shares no code with the compiler. */
export class Evaluator {
  readonly #schema: GraphQLSchema;

  /** Only the fields and types of `schema` are used, not its resolvers or mappings. */
  constructor(schema: GraphQLSchema) {
    this.#schema = buildSchema(printSchema(schema), { assumeValid: true });
    // Without its own parser a scalar would read numbers as floating-point numbers and lose digits.
    const decimal = this.#schema.getType('Decimal');
    if (isScalarType(decimal)) decimal.parseLiteral = (node) => ('value' in node ? String(node.value) : null);
  }

  /** The `data` of an operation. Its cursors are resolved by `cursors` only. */
  answer(world: World, { query, variables }: Operation, cursors: Cursors): unknown {
    const result = executeSync({
      schema: this.#schema,
      document: parse(query),
      variableValues: variables,
      rootValue: {},
      contextValue: { world, cursors },
      fieldResolver: resolve,
      typeResolver: (value) => (value as Entity).typename,
    });
    if (result.errors?.[0]) throw result.errors[0].originalError ?? result.errors[0];
    return JSON.parse(JSON.stringify(result.data));
  }
}

/** The rows of a list, and the names that they are not part of. */
interface Found {
  readonly all: Listed & { readonly world: World };
}

interface Context {
  readonly world: World;
  readonly cursors: Cursors;
}

const resolve: GraphQLFieldResolver<unknown, Context, Arguments> = (source, args, context, info) => {
  const parent = info.parentType.name;
  if (parent === 'Query') return root(args, context, info);
  if (isEntity(source)) return fieldOfRow(source, args, context, info);
  if (info.fieldName === 'groups') return groups((source as Found).all, args, context);
  if (isGroup(source)) return fieldOfGroup(source, args, context, info);
  return (source as Readonly<Record<string, unknown>>)[info.fieldName];
};

function isEntity(source: unknown): source is Entity {
  return typeof source === 'object' && source !== null && 'typename' in source;
}

function isGroup(source: unknown): source is Group & { readonly world: World } {
  return typeof source === 'object' && source !== null && 'keys' in source;
}

function root(args: Arguments, context: Context, info: GraphQLResolveInfo): unknown {
  const { world } = context;
  const isInApi = (name: ModelName) => columnOf(name, 'id') && !basesOthers(name) && info.schema.getType(name);
  const every = (Object.keys(models) as ModelName[]).filter(isInApi);
  const byId = (id: unknown) => every.flatMap((name) => world.all(name)).find(({ values }) => values.id === id) ?? null;
  if (info.fieldName === 'node') return byId(args.id);
  if (info.fieldName === 'nodes') return [args.ids].flat().map(byId);
  if (info.fieldName === 'dataset') return world.all('Dataset')[0] ?? null;
  if (info.fieldName === 'revision') return world.all('Revision').reduce((a, b) => (newer(a, b) ? a : b));
  const type = getNamedType(info.returnType).name;
  if (!type.endsWith('Connection')) return bySlug(world, type as ModelName, args.slug);
  const name = type.replace('Connection', '') as ModelName;
  return list({ name, rows: world.all(name) }, args, context);
}

function basesOthers(name: ModelName): boolean {
  return Object.values(models).some(({ supertype }) => supertype?.model === name);
}

function newer(a: Entity, b: Entity): boolean {
  return Number(a.values.number) > Number(b.values.number);
}

/** Whether a row has a slug or, for an actor, had it. */
function bySlug(world: World, name: ModelName, slug: unknown): Entity | null {
  const had = (row: Entity) =>
    isA(row, 'Actor') ? world.many(row, 'slugs').map(({ values }) => values.slug) : [row.values.slug];
  return world.all(name).find((row) => had(row).some((each) => each === slug)) ?? null;
}

function list({ name, rows }: Listed, args: Arguments, { world, cursors }: Context): object {
  const { where, orderBy, ...paging } = args;
  const filter = (where ?? {}) as Filter;
  const named = rows.map((row) => ({ ...row, scope: naming(world, filter, row) }));
  const found = named.filter((row) => holds(world, filter, row));
  const order = orderOf(world, [orderBy ?? []].flat() as Filter[]);
  return { all: { name, rows: found, world }, ...connection(found, { paging, order, cursors }) };
}

function groups(
  { world, ...all }: Found['all'],
  { by, having: condition, orderBy, ...paging }: Arguments,
  { cursors }: Context,
): object {
  const dimensions = [by].flat().map(String);
  const every = groupsOf(world, all, dimensions).map((group) => ({ ...group, world }));
  const found = every.filter((group) => having(world, (condition ?? {}) as Filter, group));
  const order = groupOrder(world, dimensions, [orderBy ?? []].flat() as Filter[]);
  return connection(found, { paging, order, cursors });
}

function fieldOfGroup(
  group: Group & { readonly world: World },
  args: Arguments,
  context: Context,
  { fieldName }: GraphQLResolveInfo,
): unknown {
  const { world } = group;
  if (fieldName === 'count') return countIn(world, group, args);
  if (fieldName === 'min') return extreme(group.rows, String(args.of), -1);
  if (fieldName === 'max') return extreme(group.rows, String(args.of), 1);
  if (fieldName === 'rows') return list(group, args, { ...context, world });
  const at = group.by.findIndex((dimension) => fieldOf(dimension) === fieldName);
  return within(world, group.keys[at]?.shown ?? null);
}

function fieldOfRow(row: Entity, args: Arguments, context: Context, { fieldName }: GraphQLResolveInfo): unknown {
  const world = row.scope ?? context.world;
  if (fieldName === 'body') return context.world.one(row, 'text')?.values.body ?? null;
  if (fieldName === 'spanText') return contextOf(context.world, row)?.text ?? null;
  if (fieldName === 'context') return contextOf(context.world, row);
  const column = columnOf(row.typename, fieldName);
  const value = row.values[fieldName] ?? null;
  if (column) return column.type === 'Decimal' && value !== null ? decimalText(value) : value;
  if (isWhen(row.typename, fieldName)) return when(row, fieldName);
  if (isList(row.typename, fieldName)) return list(world.list(row, fieldName), args, { ...context, world });
  return within(world, world.one(row, fieldName));
}

/** The same row with the names of a selection; a value that is not a row as it is. */
function within<T>(scope: World, value: T): T {
  return isEntity(value) ? { ...value, scope } : value;
}

/** A When as the API shows it; null if nothing is known. */
function when({ values }: Entity, name: string): object | null {
  const of = (part: string) => values[whenColumn(name, part)] ?? null;
  if (of('basis') === null) return null;
  return Object.fromEntries(['earliest', 'latest', 'time', 'text', 'basis'].map((part) => [part, of(part)]));
}
