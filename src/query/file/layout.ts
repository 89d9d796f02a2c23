import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { badUserInput } from '../../errors.ts';
import { collectFields, type OperationContext, setsOf } from '../collect.ts';
import { isConnection } from '../limit/cost.ts';
import { located } from '../located.ts';
import { mappingOf } from '../mapping.ts';

/** A column of a file: the path of response keys from a row's object to a scalar or a list of scalars. */
export type ColumnPath = readonly string[];

/** How the rows of a file are laid out as a table. */
export interface Layout {
  readonly columns: readonly ColumnPath[];
  /** Response key of a list of objects in each row that takes a line for each of them; without one, a row is a line. */
  readonly lines: string | undefined;
}

/**
 * The columns of a connection's nodes, of the nodes of its groups, or of a custom list, in the order selected. Rows of
 * several types have the columns of all of them. Undefined for any other field, and for a connection with another
 * selection than nodes. Throws BAD_USER_INPUT for a list of objects inside the rows.
 */
export function layoutOf(
  context: OperationContext,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): Layout | undefined {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  if (mappingOf(field)?.kind === 'custom' && !isConnection(type)) {
    return { columns: columnsOf(context, [type], nodes), lines: keyOfLines(context, type, nodes) };
  }
  if (!isConnection(type)) return undefined;
  const [[key, rows] = ['', []], ...others] = collectFields(context, type, setsOf(nodes));
  const { nodes: ofRows, groups } = type.getFields();
  if (others.length > 0) return undefined;
  return located(key, rows, () => {
    const name = rows[0]?.name.value;
    if (name === 'groups' && groups) return layoutOf(context, groups, rows);
    return name === 'nodes'
      ? { columns: columnsOf(context, typesOf(context, ofRows?.type), rows), lines: undefined }
      : undefined;
  });
}

function columnsOf(
  context: OperationContext,
  types: readonly GraphQLObjectType[],
  nodes: readonly FieldNode[],
): readonly ColumnPath[] {
  const columns = leavesOf(context, types, nodes);
  if (columns.length === 0) throw badUserInput('every field is skipped: a download needs at least one field');
  return columns;
}

/** Response key of the list in each row that is written as several lines. */
function keyOfLines(
  context: OperationContext,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): string | undefined {
  const fields = [...collectFields(context, type, setsOf(nodes))];
  const [first, second] = fields.filter(([, [node]]) => hasLines(type, node));
  if (second) {
    return located(second[0], second[1], () => {
      throw badUserInput(
        `${first?.[1][0]?.name.value} is selected twice: select it once, because the download has one line for each of its items`,
      );
    });
  }
  return first?.[0];
}

function hasLines(type: GraphQLObjectType, node: FieldNode | undefined): boolean {
  return mappingOf(type.getFields()[node?.name.value ?? ''] ?? {})?.kind === 'lines';
}

/** Handles all types of a row at once: the alternative, one type after the other, takes exponential time in the depth. */
function leavesOf(
  context: OperationContext,
  types: readonly GraphQLObjectType[],
  nodes: readonly FieldNode[],
): ColumnPath[] {
  const keys = new Map<string, { readonly nodes: Set<FieldNode>; readonly types: Set<GraphQLObjectType> }>();
  for (const type of types) {
    for (const [key, found] of collectFields(context, type, setsOf(nodes))) {
      const entry = keys.get(key) ?? { nodes: new Set(), types: new Set() };
      keys.set(key, entry);
      const field = type.getFields()[found[0]?.name.value ?? ''];
      for (const node of found) entry.nodes.add(node);
      for (const inner of typesOf(context, field?.type)) entry.types.add(inner);
      if (field && !hasLines(type, found[0])) located(key, found, () => rejectList(field.name, field.type));
    }
  }
  return [...keys].flatMap(([key, found]): ColumnPath[] => {
    if (found.types.size === 0) return [[key]];
    const inner = [...found.nodes];
    return located(key, inner, () => leavesOf(context, [...found.types], inner)).map((path) => [key, ...path]);
  });
}

function rejectList(name: string, type: GraphQLOutputType): void {
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type)) || (isObjectType(named) && isConnection(named));
  if (!isList || !isCompositeType(named)) return;
  throw badUserInput(
    `${name} is a list inside each row, which a table cannot contain: select scalars, enums, dates and to-one relations, and download ${name} separately, filtered with where`,
  );
}

/** The possible object types of a field; none for a scalar or enum. */
function typesOf(context: OperationContext, type: GraphQLOutputType | undefined): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return context.schema.getPossibleTypes(named);
  return isObjectType(named) ? [named] : [];
}
