import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { costExceeded } from '../../errors.ts';
import { collectFields, type OperationContext, setsOf } from '../collect.ts';
import { mappingOf } from '../mapping.ts';
import { MAX_ROWS, PAGE_SIZE } from './limit.ts';

/**
 * The rows that the answer to these root fields could have at most: the page size of a list (100 by default) for
 * itself and for each list inside it, multiplied down the tree; ids, paths and their steps count as rows too. Counting
 * a list costs nothing.
 */
export function costOf(
  context: OperationContext,
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
): number {
  let cost = 0;
  for (const nodes of fields.values()) cost += costOfField(context, type, nodes);
  return cost;
}

/** Refuses an operation that could answer with more rows than `most`. */
export function checkCost(cost: number, most: number): void {
  if (cost <= most) return;
  throw costExceeded(
    `this operation could answer with ${cost.toLocaleString('en')} rows: at most ${most.toLocaleString('en')} pass; ask the inner lists for smaller pages with \`first\` (a list without it counts ${PAGE_SIZE})`,
  );
}

function costOfField(context: OperationContext, type: GraphQLObjectType, nodes: readonly FieldNode[]): number {
  const [node] = nodes;
  const field = node && type.getFields()[node.name.value];
  if (!node || !field) return 0;
  const target = getNamedType(field.type);
  const args = getArgumentValues(field, node, context.variables);
  const sets = setsOf(nodes);
  if (isInterfaceType(target)) {
    const types = context.schema.getPossibleTypes(target);
    return rowCount(field, args, Math.max(0, ...types.map((t) => costOf(context, t, collectFields(context, t, sets)))));
  }
  if (!isObjectType(target)) return 0;
  const fieldsInside = collectFields(context, target, sets);
  if (!isConnection(target)) return rowCount(field, args, costOf(context, target, fieldsInside));
  const size = pageSize(args);
  let cost = 0;
  for (const inner of fieldsInside.values()) {
    const inside = costOfField(context, target, inner);
    cost += ROWS.has(inner[0]?.name.value ?? '') ? size * inside : inside;
  }
  return cost;
}

/** The fields of a connection that answer with the rows of its page; others answer once. */
const ROWS: ReadonlySet<string> = new Set(['nodes', 'edges']);

/**
 * The rows of a field without pages, each with `inside` rows below it: what a custom field says; else one for each id of
 * `nodes(ids:)`; a list without arguments counts as one row, and an object as none.
 */
function rowCount(
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  inside: number,
): number {
  const mapping = mappingOf(field);
  if (mapping?.kind === 'custom' && mapping.rows) return mapping.rows(args, inside);
  if (!isListType(getNullableType(field.type))) return inside;
  return (Array.isArray(args.ids) ? args.ids.length : 1) * (1 + inside);
}

function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const size = typeof first === 'number' ? first : typeof last === 'number' ? last : PAGE_SIZE;
  return Math.min(Math.max(size, 0), MAX_ROWS);
}

/** Whether a type is that of a list with pages. */
export function isConnection(type: GraphQLObjectType): boolean {
  return type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}
