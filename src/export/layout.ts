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

/** What an entry consists of; null, undefined and what is empty is left out. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value };

/** Lines are at most about so long; a map or list that fits stands in one. */
const WIDTH = 120;

/** As `yaml` writes texts, but that folded ones know where a line ends. */
const text: ScalarTag = {
  ...stringTag,
  stringify(scalar, context, ...rest) {
    const options = { ...context.options, lineWidth: scalar.type === Scalar.BLOCK_FOLDED ? WIDTH : 0 };
    return stringTag.stringify?.(scalar, { ...context, options }, ...rest) ?? '';
  },
};

/** Lists in one line are tight: `{ proposals: [tunnel, bridge] }`. */
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
 * The text of a file as people write it: what is short stands in one line, long texts are folded. Read as YAML it
 * gives these very values. Texts of parts of a register can be put together.
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
    const key = new Scalar(name);
    key.spaceBefore = map.items.length > 0 && (before || roomy);
    map.items.push(new Pair(key, node));
  }
  const customTags = (tags: Tags) => [text, ...tags.filter((tag) => tag !== stringTag)];
  return new Document<Node>(map, { customTags }).toString(OPTIONS);
}

/** The value as YAML, without what is empty; null when all of it is. */
function nodeOf(value: Value): Node | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return new Scalar(value);
  if (isList(value)) return listOf(value.flatMap((inner) => nodeOf(inner) ?? []));
  const fields = new Fields();
  for (const [key, inner] of Object.entries(value)) {
    const node = nodeOf(inner);
    if (node) fields.items.push(new Pair(new Scalar(key), node));
  }
  return fields.items.length > 0 ? fields : null;
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

interface Place {
  /** Columns before the lines of a block that begins here. */
  readonly indent: number;
  /** Column in which the value begins when it stands in the line of its key. */
  readonly column: number;
  /** Whether it takes several lines even if it fits into one. */
  readonly open?: boolean;
}

/** Decides for a value, and for what is in it, how it is written. */
function lay(node: unknown, { indent, column, open = false }: Place): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string') node.type = styleOf(node.value, WIDTH - column);
  } else if (isCollection(node)) {
    // A checksum makes a span long, and nobody reads it.
    node.flow = !open && ((isMap(node) && node.has('sha256')) || column + widthOf(node) <= WIDTH);
    const start = node.flow ? Number.NEGATIVE_INFINITY : indent + 2;
    for (const item of node.items) {
      if (isPair(item)) lay(item.value, { indent: indent + 2, column: start + String(item.key).length + 2 });
      else lay(item, { indent: indent + 2, column: start + 2 });
    }
  }
}

/** Code units of a value in one line. */
function widthOf(node: unknown): number {
  if (isCollection(node)) return node.items.reduce((width: number, item) => width + widthOf(item) + 2, 2);
  if (isPair(node)) return widthOf(node.key) + 2 + widthOf(node.value);
  return isScalar(node) ? JSON.stringify(node.value).length - (typeof node.value === 'string' ? 2 : 0) : 0;
}

/** What other readers of YAML take for something else than a text or for the end of a line; and checksums, to look alike. */
const QUOTED = /^(y|n|yes|no|on|off|[\da-f]{64})$|^\s|\s$|(?!\n)[\p{Cc}\p{Zl}\p{Zp}\ufeff]/iu;

function styleOf(value: string, room: number): Scalar.Type {
  if (QUOTED.test(value)) return Scalar.QUOTE_DOUBLE;
  if (value.includes('\n')) return /[ \t]\n|\n[ \t]/.test(value) ? Scalar.QUOTE_DOUBLE : Scalar.BLOCK_LITERAL;
  return value.length > room && !value.includes('  ') ? Scalar.BLOCK_FOLDED : Scalar.PLAIN;
}
