import { type ASTNode, type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import { costExceeded, depthExceeded } from '../../errors.ts';

/** The limits of one request. Each is far above anything written by hand. */
export interface Limits {
  /** Bytes of the document. */
  readonly documentBytes: number;
  /** Lexical tokens in the document. */
  readonly tokens: number;
  /** Nested fields, with fragments expanded. */
  readonly depth: number;
  /** Fields with an alias. */
  readonly aliases: number;
  /** Nested objects in one argument or variable: a filter across 16 relations has 33. */
  readonly inputDepth: number;
  /** Objects in one argument or variable in total: conditions, keys of an order ... */
  readonly inputObjects: number;
  /** Values in one list of an argument or variable: `in`, `AND` ... */
  readonly listValues: number;
  /** Fields of the operation after expanding fragments. */
  readonly selections: number;
  /** Maximum number of rows in the answer, the product of the page sizes of nested lists: five nested lists of 100 are accepted. */
  readonly cost: number;
}

export const DEFAULT_LIMITS: Limits = {
  documentBytes: 64_000,
  tokens: 10_000,
  depth: 30,
  aliases: 3_000,
  inputDepth: 48,
  inputObjects: 2_000,
  listValues: 1_000,
  selections: 10_000,
  cost: 20_000_000_000,
};

/** Rows of a page by default, and maxima of `first`, `last` and `offset`. */
export const PAGE_SIZE = 100;
export const MAX_ROWS = 1000;
export const MAX_OFFSET = 10_000;

/** Maximum length of a text to search for: longer texts make a statement slow. */
export const MAX_TEXT_LENGTH = 1_000;

/** Maximum number of nested brackets: far more would overflow the parser's stack. */
const MAX_BRACKET_DEPTH = 500;

/** Rejects a document that is too long, before it is parsed. */
export function checkLength(text: string, limits: Limits): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limits.documentBytes) return;
  throw costExceeded(
    `the document has ${bytes} bytes; the limit is ${limits.documentBytes}: split it into several operations, or move values to variables (lists of at most ${limits.listValues} values)`,
  );
}

/** Rejects a document whose nested brackets would overflow the parser's stack. */
export function checkBrackets(text: string): void {
  let depth = 0;
  // Brackets in strings and comments do not count.
  for (const [token] of text.matchAll(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#.*|[[\]{}()]/g)) {
    if (/^[[{(]/.test(token)) depth += 1;
    else if (/^[\]})]/.test(token)) depth -= 1;
    if (depth > MAX_BRACKET_DEPTH) {
      throw depthExceeded(
        `the document has more than ${MAX_BRACKET_DEPTH} nested brackets: make it flatter, or split it into several operations`,
      );
    }
  }
}

/** Rejects a text to search for that is too long. `path` is its place in the query. */
export function checkText(text: string, path: string): string {
  if (text.length <= MAX_TEXT_LENGTH) return text;
  throw costExceeded(
    `${path} has ${text.length} characters; the limit is ${MAX_TEXT_LENGTH}: search for the important words`,
  );
}

/** Rejects a document with too many nested fields, aliases or selections, before it is validated. */
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
      `the document has ${aliases} aliases; the limit is ${limits.aliases}: split it into several operations`,
    );
  }
  const selections = selectionsOf(document);
  if (selections > limits.selections) {
    throw costExceeded(
      `the operation selects ${selections.toLocaleString('en')} fields after expanding fragments; the limit is ${limits.selections.toLocaleString('en')}: split it into several operations`,
    );
  }
  const depth = depthOf(document);
  if (depth > limits.depth) {
    throw depthExceeded(
      `the operation is ${depth} fields deep; the limit is ${limits.depth}: start at a list closer to what you need, or look up ids with \`node\``,
    );
  }
}

/** Rejects variables whose values are nested too deeply or contain lists that are too long. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): void {
  for (const [name, value] of Object.entries(variables)) checkInput(value, { name: `$${name}`, limits });
}

/** The number of fields in the deepest branch. */
function depthOf(document: DocumentNode): number {
  return folded(document, (branches) =>
    Math.max(0, ...branches.map(({ isField, inside }) => inside + (isField ? 1 : 0))),
  );
}

/** The number of fields in the largest operation, after expanding fragments. */
function selectionsOf(document: DocumentNode): number {
  return folded(document, (branches) =>
    branches.reduce((sum, { isField, inside }) => sum + inside + (isField ? 1 : 0), 0),
  );
}

interface Branch {
  readonly isField: boolean;
  /** The number computed for its own selection set. */
  readonly inside: number;
}

/** The largest result of `fold` over the definitions, computed bottom-up. A fragment that spreads itself (which validation rejects) counts once. */
function folded(document: DocumentNode, fold: (branches: readonly Branch[]) => number): number {
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
  );
  const known = new Map<string, number>();
  const numberOf = (node: ASTNode): number => {
    if (!('selectionSet' in node) || !node.selectionSet) return 0;
    return fold(
      node.selectionSet.selections.map((selection) => ({
        isField: selection.kind === Kind.FIELD,
        inside: selection.kind === Kind.FRAGMENT_SPREAD ? spread(selection.name.value) : numberOf(selection),
      })),
    );
  };
  const spread = (name: string): number => {
    const number = known.get(name);
    if (number !== undefined) return number;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const made = fragment ? numberOf(fragment) : 0;
    known.set(name, made);
    return made;
  };
  return Math.max(0, ...document.definitions.map(numberOf));
}

/** The lists and objects of a literal as plain values. All leaves are null. */
function fromAst(value: ValueNode): unknown {
  if (value.kind === Kind.LIST) return value.values.map(fromAst);
  if (value.kind === Kind.OBJECT) return Object.fromEntries(value.fields.map((f) => [f.name.value, fromAst(f.value)]));
  return null;
}

function checkInput(input: unknown, { name, limits }: { name: string; limits: Limits }): void {
  const open: [value: unknown, depth: number][] = [[input, 0]];
  let objects = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length > limits.listValues) {
        throw costExceeded(
          `${name} has a list of ${value.length} values; the limit is ${limits.listValues}: split it over several operations`,
        );
      }
      for (const item of value) open.push([item, depth]);
      continue;
    }
    if (depth === limits.inputDepth) {
      throw depthExceeded(
        `${name} has more than ${limits.inputDepth} nested objects: make the condition flatter, or split it over several operations`,
      );
    }
    objects += 1;
    if (objects > limits.inputObjects) {
      throw costExceeded(
        `${name} contains more than ${limits.inputObjects} objects: use \`in\` for many values, or split it over several operations`,
      );
    }
    for (const item of Object.values(value)) open.push([item, depth + 1]);
  }
}
