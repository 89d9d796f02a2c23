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
import type { Scope } from './sql/scope.ts';

/** What every part of the compiler needs to know about the operation. */
export interface OperationContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced values of the variables. */
  readonly variables: { readonly [name: string]: unknown };
}

/** The operation context, and how its answer is used. */
export interface Context extends OperationContext {
  /** True when graphql-js executes the operation on the answer: objects of abstract types then have the key `TYPE_KEY`. */
  readonly executed: boolean;
  /** True for a download: the root field's connection then compiles to a row per node instead of one JSON object. */
  readonly asRows?: boolean;
  /** The rows that the selection around this place has named. */
  readonly scope: Scope;
}

/** The selected fields of one object type in order, by response key. Fields with the same key are merged. */
export function collectFields(
  context: OperationContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(context, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      const fragment = fragmentOf(context, selection, seen);
      if (fragment && applies(context, fragment.condition, type)) visit(fragment.set.selections);
    }
  };
  for (const set of sets) visit(set.selections);
  return fields;
}

/** True when the selection contains a fragment on another type than this abstract one, so that its fields depend on the row's type. */
export function dependsOnType(context: OperationContext, typeName: string, sets: readonly SelectionSetNode[]): boolean {
  const seen = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return false;
      const fragment = fragmentOf(context, selection, seen);
      if (!fragment) return false;
      const other =
        fragment.condition !== undefined && fragment.condition !== typeName && fragment.condition !== 'Node';
      return other || visit(fragment.set.selections);
    });
  return sets.some((set) => visit(set.selections));
}

function fragmentOf(context: OperationContext, selection: SelectionNode, seen: Set<string>) {
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return { condition: selection.typeCondition?.name.value, set: selection.selectionSet };
  }
  const name = selection.name.value;
  const fragment = context.fragments.get(name);
  if (!fragment || seen.has(name)) return undefined;
  seen.add(name);
  return { condition: fragment.typeCondition.name.value, set: fragment.selectionSet };
}

function applies(context: OperationContext, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = context.schema.getType(condition);
  return isAbstractType(other) && context.schema.isSubType(other, type);
}

function isIncluded(context: OperationContext, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, context.variables);
  if (skip?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, context.variables)?.if !== false;
}

/** The selection sets of the nodes with one response key. */
export function setsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}
