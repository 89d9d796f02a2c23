import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type { Statement } from '../db/database.ts';
import { collectFields, type OperationContext } from './collect.ts';
import { checkCost, costOf } from './limit/cost.ts';
import { checkVariables, DEFAULT_LIMITS, type Limits } from './limit/limit.ts';
import { located } from './located.ts';
import { selectRoot } from './root.ts';
import { Aliases } from './sql/row.ts';
import { Scope } from './sql/scope.ts';
import { Shared } from './sql/shared.ts';
import { jsonObject, literal, type Sql, sql } from './sql/sql.ts';
import { rejectUnstorable } from './sql/unstorable.ts';

export interface Operation {
  readonly schema: GraphQLSchema;
  /** A document that is valid for the schema. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  /** Values of the variables as the client sent them. */
  readonly variables?: { readonly [name: string]: unknown } | null | undefined;
  /** The type of operation to compile, by default a query. Operations of another type compile to undefined. */
  readonly type?: OperationTypeNode;
  /** True to have graphql-js execute the operation on the answer even if the answer could pass through. */
  readonly executed?: boolean;
  /** By default `DEFAULT_LIMITS`. */
  readonly limits?: Limits;
}

export interface CompiledOperation {
  /** The one statement that answers all root fields. Its result is one text, the JSON object. */
  readonly statement: Statement;
  /** True when the statement's result is exactly the operation's `data`. Otherwise it is the root value for graphql-js. */
  readonly passThrough: boolean;
  /** The maximum number of rows in the answer. */
  readonly cost: number;
  /** The root fields by response key, for errors that the database finds. */
  readonly fields: RootSelection['fields'];
}

/** The selection of an operation's root. */
export interface RootSelection {
  readonly context: OperationContext;
  /** The type of the root: Query or Subscription. */
  readonly type: GraphQLObjectType;
  /** The root fields by response key. */
  readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
}

/** Undefined for an unknown operation, an operation of another type, or invalid variables. */
export function readOperation(operation: Operation): RootSelection | undefined {
  const { schema, document, limits = DEFAULT_LIMITS, type: wanted = OperationTypeNode.QUERY } = operation;
  checkVariables(operation.variables ?? {}, limits);
  const definition = getOperationAST(document, operation.operationName);
  const type = schema.getRootType(wanted);
  if (definition?.operation !== wanted || !type) return undefined;
  const { coerced } = getVariableValues(schema, definition.variableDefinitions ?? [], operation.variables ?? {});
  if (!coerced) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const context = { schema, fragments, variables: coerced };
  return { context, type, fields: collectFields(context, type, [definition.selectionSet]) };
}

/**
 * Compiles an operation into one statement. Undefined when the database has nothing to answer (only introspection, an
 * unknown operation, or one of another type), which is then left to graphql-js. Throws a GraphQLError with a code and a
 * path for a client's mistake.
 */
export function compileOperation(operation: Operation): CompiledOperation | undefined {
  const { limits = DEFAULT_LIMITS } = operation;
  const read = readOperation(operation);
  if (!read) return undefined;
  const { context, type, fields } = read;
  const cost = costOf(context, type, fields);
  checkCost(cost, limits.cost);
  const executed =
    operation.executed === true ||
    [...fields.values()].some(([node]) => node?.name.value.startsWith('__') && node.name.value !== '__typename');
  const aliases = new Aliases();
  const shared = new Shared(aliases);
  const entries: (readonly [string, Sql])[] = [];
  for (const [key, nodes] of fields) {
    const [node] = nodes;
    if (!node) continue;
    const value = located(key, nodes, () => {
      if (node.name.value === '__typename') return literal(type.name);
      const root = selectRoot({
        context: { ...context, executed, scope: Scope.empty },
        aliases,
        shared,
        type,
        nodes,
        node,
      });
      if (root) rejectUnstorable(root);
      return root;
    });
    if (value) entries.push([key, value]);
  }
  if (entries.every(([key]) => fields.get(key)?.[0]?.name.value === '__typename')) return undefined;
  const whole = shared.statement(sql`select ${jsonObject(entries)}::text as answer`);
  return { statement: { text: whole.text, values: whole.values }, passThrough: !executed, cost, fields };
}
