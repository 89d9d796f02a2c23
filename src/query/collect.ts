import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation gives to every part of the compiler. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced values of the variables. */
  readonly variables: { readonly [name: string]: unknown };
}

/** What the compiler carries down the selection. */
export interface Context extends Asked {
  /** True when graphql-js walks the answer: objects of an abstract type then carry their type under a key of their own. */
  readonly walked: boolean;
  /** True for an export: the connection of the root field then gives its rows, one each, instead of one object. */
  readonly asRows?: boolean;
}

/** The fields that a selection asks of one object type, in order, by response key; equal keys are merged. */
export function collectFields(
  asked: Asked,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(asked, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = fragmentOf(asked, selection, seen);
      if (fragment && applies(asked, fragment.condition, type)) visit(fragment.set.selections);
    }
  };
  for (const set of sets) visit(set.selections);
  return fields;
}

/** True when the selection holds a fragment on another type than this abstract one: its fields then depend on the row's type. */
export function dependsOnType(asked: Asked, typeName: string, sets: readonly SelectionSetNode[]): boolean {
  const seen = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return false;
      const fragment = fragmentOf(asked, selection, seen);
      if (!fragment) return false;
      const other =
        fragment.condition !== undefined && fragment.condition !== typeName && fragment.condition !== 'Node';
      return other || visit(fragment.set.selections);
    });
  return sets.some((set) => visit(set.selections));
}

function fragmentOf(asked: Asked, selection: SelectionNode, seen: Set<string>) {
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return { condition: selection.typeCondition?.name.value, set: selection.selectionSet };
  }
  const name = selection.name.value;
  const fragment = asked.fragments.get(name);
  if (!fragment || seen.has(name)) return undefined;
  seen.add(name);
  return { condition: fragment.typeCondition.name.value, set: fragment.selectionSet };
}

function applies(asked: Asked, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = asked.schema.getType(condition);
  return isAbstractType(other) && asked.schema.isSubType(other, type);
}

function isIncluded(asked: Asked, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, asked.variables);
  if (skip?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, asked.variables)?.if !== false;
}

/** The selection sets of the nodes that answer to one response key. */
export function setsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}
