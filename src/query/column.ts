import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { badUserInput } from '../errors.ts';
import { type Asked, collectFields, setsOf } from './collect.ts';
import { isConnection } from './cost.ts';
import { located } from './located.ts';

/** A column of an export: the response keys that lead from the object of a row to a scalar or a list of scalars. */
export type Column = readonly string[];

/**
 * The columns of a connection's nodes, in the order asked; where rows are of several types, the columns of all of
 * them. Undefined when the type is no connection, or when it is asked for anything but nodes. Throws BAD_USER_INPUT
 * when there is a list of objects inside the rows.
 */
export function columnsOf(
  asked: Asked,
  type: GraphQLNamedType | undefined,
  sets: readonly SelectionSetNode[],
): readonly Column[] | undefined {
  if (!isObjectType(type) || !isConnection(type)) return undefined;
  const [[key, nodes] = ['', []], ...others] = collectFields(asked, type, sets);
  if (nodes[0]?.name.value !== 'nodes' || others.length > 0) return undefined;
  return located(key, nodes, () => {
    const columns = leavesOf(asked, typesOf(asked, type.getFields().nodes?.type), nodes);
    if (columns.length === 0) throw badUserInput('every field is skipped: an export needs one at least');
    return columns;
  });
}

/** All types of a row at once, so that the work does not grow with each turn that the types could take. */
function leavesOf(asked: Asked, types: readonly GraphQLObjectType[], nodes: readonly FieldNode[]): Column[] {
  const keys = new Map<string, { readonly nodes: Set<FieldNode>; readonly types: Set<GraphQLObjectType> }>();
  for (const type of types) {
    for (const [key, found] of collectFields(asked, type, setsOf(nodes))) {
      const entry = keys.get(key) ?? { nodes: new Set(), types: new Set() };
      keys.set(key, entry);
      const field = type.getFields()[found[0]?.name.value ?? ''];
      for (const node of found) entry.nodes.add(node);
      for (const inner of typesOf(asked, field?.type)) entry.types.add(inner);
      if (field) located(key, found, () => refuseList(field.name, field.type));
    }
  }
  return [...keys].flatMap(([key, found]): Column[] => {
    if (found.types.size === 0) return [[key]];
    const inner = [...found.nodes];
    return located(key, inner, () => leavesOf(asked, [...found.types], inner)).map((path) => [key, ...path]);
  });
}

function refuseList(name: string, type: GraphQLOutputType): void {
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type)) || (isObjectType(named) && isConnection(named));
  if (!isList || !isCompositeType(named)) return;
  throw badUserInput(
    `${name} is a list inside each row, and an export has one line a row: ask for scalars, enums, dates and to-one relations, and export ${name} as a list of its own, narrowed by where`,
  );
}

/** The object types that a field can answer with; none for a scalar or enum. */
function typesOf(asked: Asked, type: GraphQLOutputType | undefined): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return asked.schema.getPossibleTypes(named);
  return isObjectType(named) ? [named] : [];
}
