import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  parse,
  parseType,
  print,
  type SelectionSetNode,
  type VariableDefinitionNode,
  validate,
  visit,
} from 'graphql';
import { Operation } from './random-operation.ts';

type Path = readonly (string | number)[];

/** A cursor in an answer: its path, and the list (the n-th field of the document) that it belongs to. */
export interface CursorPlace {
  readonly path: Path;
  readonly list: number;
}

const CURSORS = ['cursor', 'startCursor', 'endCursor'];
const FORWARDS_ONLY = ['groups', 'pairs', 'search', 'timeline'];
const PAGING = ['first', 'last', 'after', 'before', 'offset'];

/** All cursors in the answer to an operation. */
export function cursorPlaces({ query }: Operation, answer: unknown): CursorPlace[] {
  const document = parse(query);
  const fields: FieldNode[] = [];
  const fragments = new Map<string, SelectionSetNode>();
  visit(document, {
    Field: (node) => void fields.push(node),
    FragmentDefinition: (node) => void fragments.set(node.name.value, node.selectionSet),
  });
  const places: CursorPlace[] = [];

  function walk(set: SelectionSetNode, value: unknown, { path, list }: CursorPlace): void {
    if (Array.isArray(value)) value.forEach((item, i) => void walk(set, item, { path: [...path, i], list }));
    if (typeof value !== 'object' || !value || Array.isArray(value)) return;
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) walk(node.selectionSet, value, { path, list });
      if (node.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(node.name.value) ?? EMPTY, value, { path, list });
      if (node.kind !== Kind.FIELD) continue;
      const key = node.alias?.value ?? node.name.value;
      const found: unknown = (value as Readonly<Record<string, unknown>>)[key];
      const below = [...path, key];
      if (CURSORS.includes(node.name.value) && typeof found === 'string') places.push({ path: below, list });
      const isList = typeof found === 'object' && found && !Array.isArray(found) && !isPart(node);
      if (node.selectionSet)
        walk(node.selectionSet, found, { path: below, list: isList ? fields.indexOf(node) : list });
    }
  }

  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, answer, { path: [], list: -1 });
  return places;
}

const EMPTY: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [] };

/** Whether a field belongs to the list that contains it, rather than being a list itself. */
function isPart({ name }: FieldNode): boolean {
  return ['edges', 'nodes', 'node', 'pageInfo'].includes(name.value);
}

/** The value at a path of an answer. */
export function at(answer: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<string | number, unknown>>)[key], answer);
}

interface NextPage {
  readonly schema: GraphQLSchema;
  readonly cursor: unknown;
  readonly back: boolean;
  readonly size: number;
}

/**
 * The operation that selects `size` rows after or before a cursor, its variable `cursor`. Undefined if the list is
 * selected several times, since each selection would need the same page.
 */
export function nextPage(
  operation: Operation,
  { list }: CursorPlace,
  { schema, cursor, back, size }: NextPage,
): Operation | undefined {
  let count = -1;
  const paged = visit(parse(operation.query), {
    Field(node) {
      count++;
      if (count !== list) return undefined;
      const backwards = back && !FORWARDS_ONLY.includes(node.name.value);
      const paging = backwards ? { last: String(size), before: '$cursor' } : { first: String(size), after: '$cursor' };
      const kept = (node.arguments ?? []).filter(({ name }) => !PAGING.includes(name.value));
      return { ...node, arguments: [...kept, ...Object.entries(paging).map(argument)] };
    },
    OperationDefinition: (node) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), CURSOR] }),
  });
  const used = new Set<string>();
  visit(paged, { Variable: { enter: (node, _key, parent) => void (isUse(parent) && used.add(node.name.value)) } });
  const tidy = visit(paged, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  if (validate(schema, tidy).length > 0) return undefined;
  const variables = Object.entries({ ...operation.variables, cursor }).filter(([name]) => used.has(name));
  return new Operation(print(tidy), Object.fromEntries(variables));
}

const CURSOR: VariableDefinitionNode = {
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'cursor' } },
  type: parseType('String'),
};

function isUse(parent: unknown): boolean {
  return !(typeof parent === 'object' && parent && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION);
}

function argument([name, value]: readonly [string, string]): ArgumentNode {
  const node = value.startsWith('$')
    ? ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: value.slice(1) } } as const)
    : ({ kind: Kind.INT, value } as const);
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: node };
}
