import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isPair, isScalar, Lexer, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { type Path, YamlFile } from './yaml-file.ts';

/** A field of a map in a file that gets a new value. */
export interface FieldChange {
  /** The path of the map. */
  readonly map: Path;
  readonly field: string;
  readonly value: Readonly<Record<string, string | number>>;
  /** A new field is written before this one, or last if the map does not have it. */
  readonly before?: string | undefined;
}

/** A replacement in a text, in UTF-16 units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Plan {
  readonly change: FieldChange;
  readonly edits: readonly Edit[];
}

/**
 * Sets fields in a valid file. Comments, layout, line endings, markers and a byte order mark stay as they are, and JSON
 * stays JSON. The result is parsed: a change that would break the file, or change anything else in it, is not made.
 */
export function setFields(
  file: YamlFile,
  changes: readonly FieldChange[],
): { readonly file: YamlFile; readonly failed: readonly FieldChange[] } {
  const editor = new Editor(file);
  const all = editor.apply(editor.preferred(changes));
  if (all) return { file: all, failed: [] };
  const plans = possible(editor, changes);
  const result = editor.apply(plans);
  if (!result) return { file, failed: changes };
  return { file: result, failed: changes.filter((change) => !plans.some((plan) => plan.change === change)) };
}

/** The plans for those changes that can be made. Most can, so halves are tried before single ones. */
function possible(editor: Editor, changes: readonly FieldChange[]): readonly Plan[] {
  const preferred = editor.preferred(changes);
  if (editor.apply(preferred)) return preferred;
  const half = Math.ceil(changes.length / 2);
  if (changes.length > 1)
    return [changes.slice(0, half), changes.slice(half)].flatMap((some) => possible(editor, some));
  return changes.flatMap((change) => {
    const edits = editor.candidates(change).find((candidate) => editor.apply([{ change, edits: candidate }]));
    return edits ? [{ change, edits }] : [];
  });
}

/** The value of a change as a flow map; a JSON file has quoted keys. */
export function flowText(value: FieldChange['value'], json = false): string {
  const fields = Object.entries(value).map(([key, v]) => `${json ? JSON.stringify(key) : key}: ${JSON.stringify(v)}`);
  return `{ ${fields.join(', ')} }`;
}

class Editor {
  readonly #text: string;
  readonly #comments: readonly Comment[];
  readonly #isJson: boolean;

  constructor(readonly file: YamlFile) {
    this.#text = file.text;
    this.#comments = commentsOf(file.text);
    this.#isJson = isJson(file.text);
  }

  preferred(changes: readonly FieldChange[]): readonly Plan[] {
    return changes.map((change) => ({ change, edits: this.candidates(change)[0] ?? [] }));
  }

  /** The file with the plans' edits; undefined if it would then have other contents than the plans' changes make. */
  apply(plans: readonly Plan[]): YamlFile | undefined {
    const text = plans
      .flatMap(({ edits }) => edits)
      .sort((a, b) => a.start - b.start)
      .reduceRight((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), this.#text);
    const result = new YamlFile(this.file.file, text);
    const expected: unknown = structuredClone(this.file.data);
    for (const { change } of plans) set(expected, change);
    const keepsAll =
      result.problems.length === 0 &&
      isDeepStrictEqual(result.data, expected) &&
      isDeepStrictEqual(commentsOf(text).map(sourceOf), this.#comments.map(sourceOf)) &&
      (!this.#isJson || isJson(text));
    return keepsAll ? result : undefined;
  }

  /** Edits that may make a change, the preferred ones first. Some fail in unusual layouts. */
  candidates({ map: path, field, value, before }: FieldChange): readonly (readonly Edit[])[] {
    const map = this.file.nodeAt(path);
    if (!isMap(map)) return [];
    const isQuoted = ({ key }: Pair) => isScalar(key) && key.type === 'QUOTE_DOUBLE';
    const json = map.flow === true && map.items.every(isQuoted);
    const flow = flowText(value, json);
    const present = map.items.find((pair) => isKey(pair, field));
    if (present) return this.#replacements(present, flow);
    const line = `${json ? JSON.stringify(field) : field}: ${flow}`;
    const at = map.items.findIndex((pair) => isKey(pair, before));
    return map.flow ? this.#flowInsertions(map, at, line) : this.#blockInsertions(map, at, line);
  }

  #replacements({ key, value }: Pair, flow: string): Edit[][] {
    const keyEnd = (key as Scalar).range?.[1] ?? 0;
    const colon = keyEnd + (/^\s*:/.exec(this.#text.slice(keyEnd))?.[0].length ?? 0);
    const node = value as Node | null;
    const [start, end] = [node?.range?.[0] ?? colon, this.#contentEnd(node)];
    if (end <= start) {
      return [[insertion(colon, colon > keyEnd ? ` ${flow}` : `: ${flow}`)], [insertion(start, ` ${flow}`)]];
    }
    const comments = this.#comments.filter((comment) => comment.start >= start && comment.start < end).map(sourceOf);
    if (comments.length === 0) {
      const isOnNextLine = /^\s*\n\s*$/.test(this.#text.slice(colon, start));
      return [[isOnNextLine ? { start: colon, end, text: ` ${flow}` } : { start, end, text: flow }]];
    }
    const eol = this.#lineEnding(start);
    if (isCollection(node) && node.flow) {
      const indent = /\n([ \t]*)(?=[^\s#])/.exec(this.#text.slice(start, end))?.[1] ?? '';
      const lines = comments.map((comment) => comment + eol + indent).join('');
      return [[{ start, end, text: `{ ${lines}${flow.slice(2)}` }]];
    }
    const indent = eol + ' '.repeat(this.#column(start));
    return [[{ start, end, text: comments.map((comment) => comment + indent).join('') + flow }]];
  }

  #blockInsertions(map: YAMLMap, at: number, line: string): Edit[][] {
    const [previous, next] = [map.items.at(at < 0 ? -1 : at - 1), map.items[at]];
    const indent = ' '.repeat(this.#column(this.#pairStart(map, 0)));
    const candidates: Edit[][] = [];
    if (previous && at !== 0) {
      const end = this.#pairEnd(previous);
      const [lineEnd, eol] = [this.#text.indexOf('\n', end) + 1, this.#lineEnding(end)];
      if (lineEnd > 0) candidates.push([insertion(lineEnd, `${indent}${line}${eol}`)]);
      else candidates.push([insertion(this.#text.length, `${eol}${indent}${line}`)]);
    }
    if (next) {
      const start = this.#pairStart(map, at);
      candidates.push([insertion(start, `${line}${this.#lineEnding(start)}${indent}`)]);
    }
    return candidates;
  }

  #flowInsertions(map: YAMLMap, at: number, line: string): Edit[][] {
    const start = map.range?.[0] ?? 0;
    const last = map.items.at(-1);
    if (!last) return [];
    const end = this.#pairEnd(last);
    // A list such as `[text: a]` contains a map without braces.
    if (this.#text[start] !== '{') return [[insertion(start, `{ ${line}, `), insertion(end, ' }')]];
    const pairStart = this.#pairStart(map, at < 0 ? map.items.length - 1 : at);
    const indent = /(?:^|\n)([ \t]*)$/.exec(this.#text.slice(0, pairStart))?.[1];
    const eol = this.#lineEnding(pairStart);
    if (at >= 0) return [[insertion(pairStart, indent === undefined ? `${line}, ` : `${line},${eol}${indent}`)]];
    const [comma] = /^\s*,/.exec(this.#text.slice(end)) ?? [];
    if (comma) return [[insertion(end + comma.length, ` ${line},`)]];
    const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/.exec(this.#text.slice(end));
    if (indent === undefined || !rest) return [[insertion(end, `, ${line}`)]];
    return [[insertion(end, ','), insertion(end + rest[0].length, `${eol}${indent}${line}`)]];
  }

  /** Where a field begins, with the `?`, anchor or tag of its key. */
  #pairStart(map: YAMLMap, index: number): number {
    const start = (map.items[index]?.key as Node | undefined)?.range?.[0] ?? 0;
    const previous = map.items[index - 1];
    const from = Math.max(previous ? this.#pairEnd(previous) : 0, this.#lineStart(start));
    const properties = /(?:(?:\?|[&!][^\s,[\]{}]*)[ \t]+)*$/.exec(this.#text.slice(from, start));
    return start - (properties?.[0].length ?? 0);
  }

  #pairEnd({ key, value }: Pair): number {
    return Math.max(this.#contentEnd(key), this.#contentEnd(value));
  }

  // The range of a block map or list extends to the next line, as does that of a block scalar.
  #contentEnd(node: unknown): number {
    if (isCollection(node) && !node.flow) {
      const last: unknown = node.items.at(-1);
      return isPair(last) ? this.#pairEnd(last) : this.#contentEnd(last);
    }
    const [start = 0, end = 0] = (node as Node | null)?.range ?? [];
    const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    return isBlock ? start + this.#text.slice(start, end).replace(/[ \t\r\n]+$/, '').length : end;
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  #column(offset: number): number {
    const start = this.#lineStart(offset);
    return offset - start - (this.#text.startsWith('\ufeff', start) ? 1 : 0);
  }

  /** The line ending of the line of an offset, or of the line above if it is the last. */
  #lineEnding(offset: number): string {
    const next = this.#text.indexOf('\n', offset);
    const end = next < 0 ? this.#text.lastIndexOf('\n') : next;
    return this.#text[end - 1] === '\r' ? '\r\n' : '\n';
  }
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function isKey({ key }: Pair, name: string | undefined): boolean {
  return isScalar(key) && key.value === name;
}

// Aliases of the old value have the new one, so an object is changed in place.
function set(data: unknown, { map, field, value }: FieldChange): void {
  const parent = map.reduce((at, step) => (at as Record<string | number, unknown>)[step], data) as Record<
    string,
    unknown
  >;
  const old = parent[field];
  if (typeof old !== 'object' || old === null || Array.isArray(old)) {
    parent[field] = { ...value };
    return;
  }
  for (const key of Object.keys(old)) delete (old as Record<string, unknown>)[key];
  Object.assign(old, value);
}

interface Comment {
  readonly start: number;
  readonly source: string;
}

function sourceOf({ source }: Comment): string {
  return source;
}

/** The comments of a YAML text in order. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  let [start, isScalar] = [0, false];
  for (const token of new Lexer().lex(text)) {
    // The lexer writes a control character before a document and a scalar, and where a flow map or list is not closed.
    const isMark = !isScalar && (token === '\x02' || token === '\x18' || token === '\x1f');
    if (!isMark && !isScalar && token.startsWith('#')) comments.push({ start, source: token });
    isScalar = isMark && token === '\x1f';
    if (!isMark) start += token.length;
  }
  return comments;
}

function isJson(text: string): boolean {
  const json = text.replace(/^\ufeff/, '');
  if (!/^\s*\{/.test(json)) return false;
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
