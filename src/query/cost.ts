import {
  type FieldNode,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { costExceeded } from '../errors.ts';
import { type Asked, collectFields, setsOf } from './collect.ts';
import { MOST_ROWS, PAGE_SIZE } from './page.ts';

/**
 * The rows that the answer to these root fields could have at most: a list counts its page size (100 unless asked)
 * once for itself and once for each list inside it, multiplied down the tree.
 */
export function costOf(
  asked: Asked,
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
): number {
  let cost = 0;
  for (const nodes of fields.values()) cost += costOfField(asked, type, nodes);
  return cost;
}

/** Refuses an operation that could answer with more rows than `most`. */
export function checkCost(cost: number, most: number): void {
  if (cost <= most) return;
  throw costExceeded(
    `this operation could answer with ${cost.toLocaleString('en')} rows: at most ${most.toLocaleString('en')} pass; ask the inner lists for smaller pages with \`first\` (a list without it counts ${PAGE_SIZE})`,
  );
}

function costOfField(asked: Asked, type: GraphQLObjectType, nodes: readonly FieldNode[]): number {
  const [node] = nodes;
  const field = node && type.getFields()[node.name.value];
  if (!node || !field) return 0;
  const target = getNamedType(field.type);
  const args = getArgumentValues(field, node, asked.variables);
  const sets = setsOf(nodes);
  if (isInterfaceType(target)) {
    const types = asked.schema.getPossibleTypes(target);
    return rowsOf(args) * Math.max(0, ...types.map((t) => costOf(asked, t, collectFields(asked, t, sets))));
  }
  if (!isObjectType(target)) return 0;
  const inside = costOf(asked, target, collectFields(asked, target, sets));
  if (!isConnection(target)) return rowsOf(args) * inside;
  const size = pageSize(args);
  return size + size * inside;
}

/** `nodes(ids:)` answers with a row for each id. */
function rowsOf(args: Readonly<Record<string, unknown>>): number {
  return Array.isArray(args.ids) ? args.ids.length : 1;
}

function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const size = typeof first === 'number' ? first : typeof last === 'number' ? last : PAGE_SIZE;
  return Math.min(Math.max(size, 0), MOST_ROWS);
}

function isConnection(type: GraphQLObjectType): boolean {
  return type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}
