import {
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { models } from '../model/model.ts';
import { type Context, collectFields, dependsOnType, setsOf } from './collect.ts';
import { selectContext, selectExcerpt } from './excerpt.ts';
import { type Select, selectGroups } from './group/group.ts';
import { connection } from './list/connection.ts';
import { type EntityListRequest, entityList, namedIn } from './list/list.ts';
import { located } from './located.ts';
import { type Mapping, mappingOf, modelNameOf } from './mapping.ts';
import { columnOf, linkOf, type Row, relationOf } from './sql/row.ts';
import { jsonObject, list, literal, nothing, type Sql, sql } from './sql/sql.ts';
import { jsonValue } from './sql/value.ts';

/** The key with the type of an object, for execution by graphql-js. A response key cannot contain a space. */
export const TYPE_KEY = ' type';

interface EntitySelection {
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly sets: readonly SelectionSetNode[];
  /** True when the field's type in the schema is abstract, and the compiler knows the object type: a Node by its id. */
  readonly abstract?: boolean;
}

/** The selection's JSON object for one row. */
export function selectEntity(context: Context, row: Row, { type, sets, abstract }: EntitySelection): Sql {
  if (isObjectType(type))
    return selectObject(context, row, { type, sets, typeName: abstract ? literal(type.name) : undefined });
  const types = context.schema.getPossibleTypes(type);
  const typeName = sql`case ${row.column(typeColumnOf(row))} ${list(
    types.map((t) => sql`when ${typeValueOf(t)} then ${literal(t.name)}`),
    ' ',
  )} end`;
  const [any] = types;
  if (any && !dependsOnType(context, type.name, sets)) return selectObject(context, row, { type: any, sets, typeName });
  const branches = types.map((t) => {
    const subtype = row.as(models[modelNameOf(t)]);
    return sql`when ${typeValueOf(t)} then ${selectObject(context, subtype, { type: t, sets, typeName: literal(t.name) })}`;
  });
  return sql`case ${row.column(typeColumnOf(row))} ${list(branches, ' ')} end`;
}

/** The selection's JSON object for a connection of an entity. */
export function selectList(
  context: Context,
  request: EntityListRequest,
  { type, sets }: { readonly type: GraphQLObjectType; readonly sets: readonly SelectionSetNode[] },
): Sql {
  const select: Select = {
    entity: (row, nodeType, nodeSets) => selectEntity(context, row, { type: nodeType, sets: nodeSets }),
    list: (inner, innerType, innerSets) => selectList(context, inner, { type: innerType, sets: innerSets }),
  };
  return connection(context, {
    list: entityList(request),
    type,
    sets,
    args: request.args,
    select: (row, nodeType, nodeSets) => {
      const scope = namedIn(context.scope, { ...request, row });
      return selectEntity({ ...context, scope }, row, { type: nodeType, sets: nodeSets });
    },
    further: (nodes) => selectGroups(context, { list: request, type, nodes, select }),
  });
}

/** The value of the supertype's type column for rows of a subtype. */
function typeValueOf(type: GraphQLObjectType): Sql {
  return literal(models[modelNameOf(type)].supertype?.type ?? '');
}

function typeColumnOf(row: Row): string {
  const [subtype] = Object.values(models).filter((m) => m.supertype?.model === row.model.name);
  if (!subtype?.supertype) throw new Error(`${row.model.name} is not a supertype`);
  return subtype.supertype.typeColumn;
}

interface ObjectSelection {
  readonly type: GraphQLObjectType;
  readonly sets: readonly SelectionSetNode[];
  /** The type's name when it was reached through an abstract type; undefined when the schema determines the type. */
  readonly typeName: Sql | undefined;
}

function selectObject(context: Context, row: Row, { type, sets, typeName }: ObjectSelection): Sql {
  const entries: (readonly [string, Sql])[] = [];
  if (context.executed && typeName) entries.push([TYPE_KEY, typeName]);
  for (const [key, nodes] of collectFields(context, type, sets)) {
    const [node] = nodes;
    if (!node) continue;
    if (node.name.value === '__typename') entries.push([key, typeName ?? literal(type.name)]);
    else entries.push([key, located(key, nodes, () => selectField(context, row, { type, nodes, node }))]);
  }
  return jsonObject(entries);
}

interface FieldSelection {
  readonly type: GraphQLObjectType;
  readonly node: FieldNode;
  readonly nodes: readonly FieldNode[];
}

function selectField(context: Context, row: Row, { type, node, nodes }: FieldSelection): Sql {
  const field = type.getFields()[node.name.value];
  const mapping = field && mappingOf(field);
  if (!field || !mapping) throw new Error(`${type.name}.${node.name.value} has no mapping`);
  const sets = setsOf(nodes);
  const target = getNamedType(field.type);
  switch (mapping.kind) {
    case 'column':
      return jsonValue(columnOf(row.model, mapping.column), row.column(mapping.column));
    case 'farText':
      return row.one(mapping.relation).column(mapping.column);
    case 'excerpt':
      return selectExcerpt(row, mapping);
    case 'context':
      if (!isObjectType(target)) throw new Error(`${type.name}.${field.name} is not a TextContext`);
      return selectContext(context, row, { ...mapping, type: target, sets });
    case 'hidden':
      return nothing;
    case 'when':
      if (!isObjectType(target)) throw new Error(`${type.name}.${field.name} is not a When`);
      return selectWhen(context, row, { type: target, sets, when: mapping.when });
    case 'one': {
      if (!isObjectType(target) && !isInterfaceType(target))
        throw new Error(`${type.name}.${field.name} is not an entity`);
      const other = row.one(mapping.relation);
      const object = selectEntity(context, other, { type: target, sets });
      return sql`case when ${row.column(relationOf(row.model, mapping.relation).from)} is not null then ${object} end`;
    }
    case 'many': {
      if (!isObjectType(target)) throw new Error(`${type.name}.${field.name} is not a connection`);
      const relation = relationOf(row.model, mapping.relation);
      const aliases = row.from.aliases;
      const args = getArgumentValues(field, node, context.variables);
      const link = (child: Row) => linkOf(relation, row, child);
      const request = { aliases, model: models[mapping.of], field, args, link, scope: context.scope };
      return selectList(context, request, { type: target, sets });
    }
    default:
      throw new Error(`a field of a row cannot have a mapping of kind ${(mapping as Mapping).kind}`);
  }
}

interface WhenSelection {
  readonly type: GraphQLObjectType;
  readonly sets: readonly SelectionSetNode[];
  readonly when: string;
}

/** A When; null when it has no basis. The database requires a basis whenever anything about the date is known. */
export function selectWhen(context: Context, row: Row, { type, sets, when }: WhenSelection): Sql {
  const entries = [...collectFields(context, type, sets)].map(([key, [node]]): readonly [string, Sql] => {
    const name = node?.name.value ?? '';
    if (name === '__typename') return [key, literal(type.name)];
    const column = `${when}${name[0]?.toUpperCase()}${name.slice(1)}`;
    return [key, jsonValue(columnOf(row.model, column), row.column(column))];
  });
  return sql`case when ${row.column(`${when}Basis`)} is not null then ${jsonObject(entries)} end`;
}
