import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  parse,
  parseValue,
  print,
  type SelectionNode,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
  validate,
  visit,
} from 'graphql';

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What can be left out of a document. */
const OPTIONAL: readonly string[] = [
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
];

/** Valid operations that are one step simpler than the given one; those that leave out most come first. */
export function* smallerOperations(schema: GraphQLSchema, { query, variables }: Asked): Generator<Asked> {
  const document = parse(query, { noLocation: true });
  for (const { old, by } of edits(schema, document, variables)) {
    const smaller = tidied(replaced(document, old, by));
    if (nodes(smaller, Kind.OPERATION_DEFINITION).length === 0 || validate(schema, smaller).length > 0) continue;
    const text = print(smaller);
    const names = nodes(smaller, Kind.VARIABLE_DEFINITION).map(({ variable }) => variable.name.value);
    const left = Object.entries(variables).filter(([name]) => names.includes(name));
    if (text !== print(document)) yield { query: text, variables: Object.fromEntries(left) };
  }
}

/** A node and its replacement. */
interface Edit {
  readonly old: ASTNode;
  readonly by: readonly ASTNode[];
}

function edits(schema: GraphQLSchema, document: DocumentNode, variables: Asked['variables']): Edit[] {
  const found: Edit[] = [];
  const items = new Set<ASTNode>(nodes(document, Kind.LIST).flatMap(({ values }) => values));
  const declared = new Map(nodes(document, Kind.VARIABLE_DEFINITION).map((node) => [node.variable, node] as const));
  visit(document, {
    enter(node) {
      if (OPTIONAL.includes(node.kind) || items.has(node)) found.push({ old: node, by: [] });
      if (node.kind === Kind.OBJECT) for (const inner of objectsIn(node)) found.push({ old: node, by: [inner] });
      if (node.kind === Kind.FIELD && node.alias) found.push({ old: node, by: [withoutAlias(node)] });
      if (node.kind === Kind.INLINE_FRAGMENT) found.push({ old: node, by: node.selectionSet.selections });
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = nodes(document, Kind.FRAGMENT_DEFINITION).find(({ name }) => name.value === node.name.value);
        if (fragment) found.push({ old: node, by: [inlined(fragment)] });
      }
      if (node.kind === Kind.VARIABLE && !declared.has(node)) {
        const definition = [...declared.values()].find(({ variable }) => variable.name.value === node.name.value);
        const value = definition && valueNode(schema, definition, variables);
        if (value) found.push({ old: node, by: [value] });
      }
    },
  });
  return found;
}

/** The objects directly inside an object; each could replace it. */
function objectsIn(node: ValueNode): readonly ValueNode[] {
  if (node.kind !== Kind.OBJECT) return [];
  return node.fields.flatMap(({ value }) =>
    value.kind === Kind.OBJECT ? [value] : value.kind === Kind.LIST ? value.values : [],
  );
}

function withoutAlias({ alias, ...field }: FieldNode): FieldNode {
  return field;
}

function inlined({ typeCondition, selectionSet }: FragmentDefinitionNode): SelectionNode {
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
}

/** The value of a variable as a literal; undefined if it has no value. */
function valueNode(
  schema: GraphQLSchema,
  { type, variable, defaultValue }: VariableDefinitionNode,
  variables: Asked['variables'],
): ValueNode | undefined {
  const value = variables[variable.name.value];
  if (value === undefined) return defaultValue;
  const of = typeFromAST(schema, type as never);
  return isInputType(of) ? parseValue(literal(value, of), { noLocation: true }) : undefined;
}

function literal(value: unknown, type: GraphQLInputType): string {
  const of = getNullableType(type);
  if (value === null) return 'null';
  if (isListType(of)) return `[${(Array.isArray(value) ? value : [value]).map((v) => literal(v, of.ofType)).join()}]`;
  if (isEnumType(of)) return String(value);
  if (!isInputObjectType(of)) return JSON.stringify(value);
  const fields = of.getFields();
  const written = Object.entries(value as object).map(([name, inner]) => {
    const field = fields[name];
    return field ? `${name}: ${literal(inner, field.type)}` : '';
  });
  return `{ ${written.join(' ')} }`;
}

function replaced(document: DocumentNode, old: ASTNode, by: readonly ASTNode[]): DocumentNode {
  if (by.length < 2)
    return visit(document, { enter: (node) => (node === old ? (by[0] ?? null) : undefined) }) as DocumentNode;
  return visit(document, {
    SelectionSet: (set) => ({
      ...set,
      selections: set.selections.flatMap((node) => (node === old ? (by as readonly SelectionNode[]) : [node])),
    }),
  });
}

/** The document without empty selections and unused fragments and variables. */
function tidied(document: DocumentNode): DocumentNode {
  const filled: DocumentNode = visit(document, {
    Field: { leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined) },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
    OperationDefinition: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
    FragmentDefinition: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const spread = new Set(nodes(filled, Kind.FRAGMENT_SPREAD).map(({ name }) => name.value));
  const defined = new Set(nodes(filled, Kind.FRAGMENT_DEFINITION).map(({ name }) => name.value));
  const used = new Map<string, number>();
  for (const { name } of nodes(filled, Kind.VARIABLE)) used.set(name.value, (used.get(name.value) ?? 0) + 1);
  const tidy: DocumentNode = visit(filled, {
    FragmentSpread: ({ name }) => (defined.has(name.value) ? undefined : null),
    FragmentDefinition: ({ name }) => (spread.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => ((used.get(variable.name.value) ?? 0) > 1 ? undefined : null),
  });
  return print(tidy) === print(document) ? tidy : tidied(tidy);
}

type NodeOf<K extends ASTNode['kind']> = Extract<ASTNode, { readonly kind: K }>;

function nodes<K extends ASTNode['kind']>(document: ASTNode, kind: K): NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === kind) found.push(node as NodeOf<K>);
    },
  });
  return found;
}
