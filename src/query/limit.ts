import { type ASTNode, type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import { costExceeded, depthExceeded } from '../errors.ts';

/** How much one request may ask for. Each limit is far above what a person writes. */
export interface Limits {
  /** Bytes of the document. */
  readonly documentBytes: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields inside fields, fragments counted where they are used. */
  readonly depth: number;
  /** Fields with an alias. */
  readonly aliases: number;
  /** Objects inside objects in one argument or variable: a filter of 16 relations has 33. */
  readonly inputDepth: number;
  /** Values in one list of an argument or variable: `in`, `AND` ... */
  readonly listValues: number;
  /** Rows that the answer could have at most, page sizes multiplied down the tree: five lists of 100 inside each other pass. */
  readonly cost: number;
}

export const DEFAULT_LIMITS: Limits = {
  documentBytes: 64_000,
  tokens: 10_000,
  depth: 30,
  aliases: 3_000,
  inputDepth: 48,
  listValues: 1_000,
  cost: 20_000_000_000,
};

/** Refuses a document that is too long to be read. */
export function checkLength(source: string, limits: Limits): void {
  const bytes = Buffer.byteLength(source);
  if (bytes <= limits.documentBytes) return;
  throw costExceeded(
    `the document has ${bytes} bytes: at most ${limits.documentBytes} pass; put values into variables, or ask in several operations`,
  );
}

/** Refuses a document that is nested too deep or has too many aliases, before it is validated. */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  let aliases = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias) aliases += 1;
    },
    Argument: ({ name, value }) => checkInput(fromAst(value), { name: name.value, limits }),
  });
  if (aliases > limits.aliases) {
    throw costExceeded(
      `the document has ${aliases} aliases: at most ${limits.aliases} pass; ask in several operations`,
    );
  }
  const depth = depthOf(document);
  if (depth > limits.depth) {
    throw depthExceeded(
      `the operation is ${depth} fields deep: at most ${limits.depth} pass; start nearer to what you need, or follow ids with \`node\``,
    );
  }
}

/** Refuses variables whose values are nested too deep or hold too long lists. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): void {
  for (const [name, value] of Object.entries(variables)) checkInput(value, { name: `$${name}`, limits });
}

/** The fields of the deepest branch; a fragment that spreads itself, which validation refuses, counts once. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  );
  const known = new Map<string, number>();
  const deepest = (node: ASTNode): number => {
    if (!('selectionSet' in node) || !node.selectionSet) return 0;
    let most = 0;
    for (const selection of node.selectionSet.selections) {
      if (selection.kind === Kind.FIELD) most = Math.max(most, 1 + deepest(selection));
      else if (selection.kind === Kind.INLINE_FRAGMENT) most = Math.max(most, deepest(selection));
      else most = Math.max(most, spread(selection.name.value));
    }
    return most;
  };
  const spread = (name: string): number => {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const made = fragment ? deepest(fragment) : 0;
    known.set(name, made);
    return made;
  };
  return Math.max(0, ...document.definitions.map(deepest));
}

/** A literal as the plain value that it nests like; leaves do not matter. */
function fromAst(value: ValueNode): unknown {
  if (value.kind === Kind.LIST) return value.values.map(fromAst);
  if (value.kind === Kind.OBJECT) return Object.fromEntries(value.fields.map((f) => [f.name.value, fromAst(f.value)]));
  return null;
}

function checkInput(input: unknown, { name, limits }: { name: string; limits: Limits }): void {
  const open: [value: unknown, depth: number][] = [[input, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length > limits.listValues) {
        throw costExceeded(
          `${name} has a list of ${value.length} values: at most ${limits.listValues} pass; ask for them in several operations`,
        );
      }
      for (const item of value) open.push([item, depth]);
      continue;
    }
    if (depth === limits.inputDepth) {
      throw depthExceeded(
        `${name} is more than ${limits.inputDepth} objects deep: write the condition flatter, or ask in several operations`,
      );
    }
    for (const item of Object.values(value)) open.push([item, depth + 1]);
  }
}
