import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  Pair,
  Scalar,
  type ScalarTag,
  type Tags,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { type StringifyContext, stringTag } from 'yaml/util';

/** A value of an entry. Null, undefined and empty values are left out. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** Approximate maximum length of a line; a map or list that fits is written on one line. */
const WIDTH = 120;

/** Like `yaml`'s own tag for strings, but with a line width for folded ones only, and with more escapes. */
const text: ScalarTag = {
  ...stringTag,
  stringify(scalar, context, ...rest) {
    const options = { ...context.options, lineWidth: scalar.type === Scalar.BLOCK_FOLDED ? WIDTH : 0 };
    const isQuoted = context.inFlow === true && IN_FLOW.test(String(scalar.value));
    const styled = isQuoted ? { ...scalar, type: Scalar.QUOTE_DOUBLE } : scalar;
    const written = stringTag.stringify?.(styled as Scalar, { ...context, options }, ...rest) ?? '';
    return written.replaceAll(ESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  },
};

/** Lists on one line have no padding: `{ proposals: [tunnel, bridge] }`. */
class List extends YAMLSeq<Node> {
  override toString(context?: StringifyContext, ...rest: (() => void)[]): string {
    return super.toString(context && { ...context, flowCollectionPadding: '' }, ...rest);
  }
}
class Fields extends YAMLMap<Scalar, Node> {
  override toString(context?: StringifyContext, ...rest: (() => void)[]): string {
    return super.toString(context && { ...context, flowCollectionPadding: ' ' }, ...rest);
  }
}

const OPTIONS = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/**
 * The text of a file as people write it: short maps and lists on one line, long texts folded. Parsed as YAML it has
 * exactly these values. Texts of parts of a register can be concatenated.
 */
export function fileText(fields: readonly (readonly [string, Value])[], kind: 'register' | 'article'): string {
  const map = new Fields();
  let roomy = false;
  for (const [name, value] of fields) {
    const node = nodeOf(value) ?? (kind === 'register' ? new Fields() : null);
    if (!node) continue;
    lay(node, { indent: 0, column: name.length + 2, open: kind === 'article' && isSection(node) });
    const before = roomy;
    roomy = isCollection(node) && !node.flow;
    const key = keyOf(name);
    key.spaceBefore = map.items.length > 0 && (before || roomy);
    map.items.push(new Pair(key, node));
  }
  const customTags = (tags: Tags) => [text, ...tags.filter((tag) => tag !== stringTag)];
  return new Document<Node>(map, { customTags }).toString(OPTIONS);
}

/** The value as a YAML node, without empty values; null if all of it is empty. */
function nodeOf(value: Value): Node | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return new Scalar(value);
  if (isList(value)) return listOf(value.flatMap((inner) => nodeOf(inner) ?? []));
  const fields = new Fields();
  for (const [key, inner] of Object.entries(value)) {
    const node = nodeOf(inner);
    if (node) fields.items.push(new Pair(keyOf(key), node));
  }
  return fields.items.length > 0 ? fields : null;
}

function keyOf(name: string): Scalar<string> {
  const key = new Scalar(name);
  key.type = styleOf(name, WIDTH);
  return key;
}

function listOf(items: readonly Node[]): List | null {
  const list = new List();
  list.items.push(...items);
  return items.length > 0 ? list : null;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A map or list of entries. */
function isSection(node: Node): boolean {
  return isCollection(node) && node.items.every((item) => isCollection(isPair(item) ? item.value : item));
}

interface Layout {
  /** Indentation of a block that starts here. */
  readonly indent: number;
  /** Column in which the value starts if it is on the line of its key. */
  readonly column: number;
  /** Whether it takes several lines even if it fits on one. */
  readonly open?: boolean;
}

/** Chooses the style of a value and of the values in it. */
function lay(node: unknown, { indent, column, open = false }: Layout): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string') node.type = styleOf(node.value, WIDTH - column);
  } else if (isCollection(node)) {
    // A span is long because of its checksum, which is not for reading.
    node.flow = !open && ((isMap(node) && node.has('sha256')) || column + widthOf(node) <= WIDTH);
    const start = node.flow ? Number.NEGATIVE_INFINITY : indent + 2;
    for (const item of node.items) {
      if (isPair(item)) lay(item.value, { indent: indent + 2, column: start + String(item.key).length + 2 });
      else lay(item, { indent: indent + 2, column: start + 2 });
    }
  }
}

/** Width of a value on one line, in code units. */
function widthOf(node: unknown): number {
  if (isCollection(node)) return node.items.reduce((width: number, item) => width + widthOf(item) + 2, 2);
  if (isPair(node)) return widthOf(node.key) + 2 + widthOf(node.value);
  return isScalar(node) ? JSON.stringify(node.value).length - (typeof node.value === 'string' ? 2 : 0) : 0;
}

/** Characters that YAML 1.1 reads as line breaks or does not allow; strings with them are always quoted. */
const ESCAPED = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Strings that some readers of YAML 1.1 end too early within braces and brackets. */
const IN_FLOW = /\?|:(?![\p{L}\p{N}/])/u;

/** Strings that readers of YAML 1.1 and 1.2 may read differently; and checksums, so that all of them look alike. */
const QUOTED = new RegExp(
  [
    /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.inf|\.nan|[\da-f]{64})$/, // other types
    /^[-+.]*\d[\d_.,:+\-a-fotxz ]*$/, // numbers, times and dates: 1_000, 017, 0b1, 12:30, 2031-03-04 12:00:00Z
    /^[-?:.]|^\s|\s$/, // syntax and white space
    /(?!\n)\p{Cc}/u,
    ESCAPED,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);

function styleOf(value: string, room: number): Scalar.Type {
  if (QUOTED.test(value)) return Scalar.QUOTE_DOUBLE;
  if (value.includes('\n')) return /[ \t]\n|\n[ \t]/.test(value) ? Scalar.QUOTE_DOUBLE : Scalar.BLOCK_LITERAL;
  return value.length > room && !value.includes('  ') ? Scalar.BLOCK_FOLDED : Scalar.PLAIN;
}
