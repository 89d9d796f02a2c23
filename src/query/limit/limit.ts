import { type ASTNode, type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import { costExceeded, depthExceeded } from '../../errors.ts';

/** How much one request may ask for. Each limit is far above what anybody writes by hand. */
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
  /** Objects in one argument or variable, all told: conditions, keys of an order ... */
  readonly inputObjects: number;
  /** Values in one list of an argument or variable: `in`, `AND` ... */
  readonly listValues: number;
  /** Fields of the operation with each fragment written out where it is used. */
  readonly selections: number;
  /** Rows that the answer could have at most, page sizes multiplied down the tree: five lists of 100 inside each other pass. */
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

/** Rows of a page unless the client asks otherwise, at most, and how far `offset` may reach. */
export const PAGE_SIZE = 100;
export const MAX_ROWS = 1000;
export const MAX_OFFSET = 10_000;

/** Letters of a text to look for; longer ones are no words of a reader, and take the database long. */
export const MAX_TEXT_LENGTH = 1_000;

/** Brackets inside brackets: the parser would run out of stack far above. */
const MAX_BRACKET_DEPTH = 500;

/** Refuses a document that is too long to be read. */
export function checkLength(text: string, limits: Limits): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limits.documentBytes) return;
  throw costExceeded(
    `the document has ${bytes} bytes: at most ${limits.documentBytes} pass; ask in several operations, or put values into variables (lists of at most ${limits.listValues})`,
  );
}

/** Refuses a document whose brackets would take the parser's stack. */
export function checkBrackets(text: string): void {
  let depth = 0;
  // Strings and comments may hold brackets, too.
  for (const [token] of text.matchAll(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#.*|[[\]{}()]/g)) {
    if (/^[[{(]/.test(token)) depth += 1;
    else if (/^[\]})]/.test(token)) depth -= 1;
    if (depth > MAX_BRACKET_DEPTH) {
      throw depthExceeded(
        `the document has more than ${MAX_BRACKET_DEPTH} brackets inside each other: write it flatter, or ask in several operations`,
      );
    }
  }
}

/** Refuses a text to look for that is too long. `path` says where it stands. */
export function checkText(text: string, path: string): string {
  if (text.length <= MAX_TEXT_LENGTH) return text;
  throw costExceeded(
    `${path} has ${text.length} characters: at most ${MAX_TEXT_LENGTH} pass; look for the words that matter`,
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
  const selections = selectionsOf(document);
  if (selections > limits.selections) {
    throw costExceeded(
      `the operation has ${selections.toLocaleString('en')} fields where its fragments are written out: at most ${limits.selections.toLocaleString('en')} pass; ask in several operations`,
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

/** The fields of the deepest branch. */
function depthOf(document: DocumentNode): number {
  return folded(document, (branches) =>
    Math.max(0, ...branches.map(({ isField, inside }) => inside + (isField ? 1 : 0))),
  );
}

/** The fields of the largest operation, those of a fragment as often as it is used. */
function selectionsOf(document: DocumentNode): number {
  return folded(document, (branches) =>
    branches.reduce((sum, { isField, inside }) => sum + inside + (isField ? 1 : 0), 0),
  );
}

interface Branch {
  readonly isField: boolean;
  /** The number of what it holds. */
  readonly inside: number;
}

/** A number of the greatest definition, made of those of its branches; a fragment that spreads itself, which validation rejects, counts once. */
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

/** A literal as the plain value that it nests like; leaves do not matter. */
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
    objects += 1;
    if (objects > limits.inputObjects) {
      throw costExceeded(
        `${name} holds more than ${limits.inputObjects} objects: write fewer conditions, or ask in several operations; \`in\` takes many values at once`,
      );
    }
    for (const item of Object.values(value)) open.push([item, depth + 1]);
  }
}
