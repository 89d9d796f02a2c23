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
 * The maximum number of rows in the answer to these root fields: the product of the page sizes (100 by default) of nested lists.
 * Ids and the items of custom fields count as rows too. `totalCount` alone costs nothing.
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

/** Rejects an operation whose answer could have more than `max` rows. */
export function checkCost(cost: number, max: number): void {
  if (cost <= max) return;
  throw costExceeded(
    `the answer could have ${cost.toLocaleString('en')} rows; the limit is ${max.toLocaleString('en')}: set a smaller \`first\` on the inner lists (without it, a list counts as ${PAGE_SIZE} rows)`,
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

/** The fields of a connection with a value for each row of the page. The others have one value. */
const ROWS: ReadonlySet<string> = new Set(['nodes', 'edges']);

/**
 * The rows of a field without pages, each with `inside` rows below it. A custom field says how many; `nodes(ids:)` has
 * one per id; a list without arguments counts as one row, and a single object as none.
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

/** Whether a type is a connection. */
export function isConnection(type: GraphQLObjectType): boolean {
  return type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}
