import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { isDecimal, isExact } from './decimal.ts';
import type { Problem } from './problem.ts';
import { yamlMistakes } from './yaml-mistake.ts';

export type Path = readonly (string | number)[];

/** A YAML file that knows the position of each of its values. */
export class YamlFile {
  /** The contents as plain objects, lists and scalars; null when the file is empty or invalid. */
  readonly data: unknown;
  /** Why the file is not a valid YAML document: syntax errors, duplicate keys, several documents. */
  readonly problems: readonly Problem[];
  readonly document: Document.Parsed;
  readonly #lines = new LineCounter();

  constructor(
    /** Path of the file, as shown in problems. */
    readonly file: string,
    readonly text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const problems = yamlMistakes(this.document, text).map((m) => this.problemAtOffset(m.offset, m.message));
    if (problems.length === 0) problems.push(...this.#contentProblems());
    this.data = null;
    if (problems.length === 0) {
      try {
        this.data = this.document.toJS();
      } catch {
        problems.push(this.problemAtOffset(0, 'its aliases expand to too many values: repeat the entries instead'));
      }
    }
    this.problems = problems;
  }

  /** Problems in well-formed YAML: undefined and duplicate anchors, invalid keys, values that cannot be stored. */
  #contentProblems(): Problem[] {
    const problems: Problem[] = [];
    const anchors = new Map<string, number>();
    const report = (node: Node, message: string) => {
      problems.push(this.problemAtOffset(node.range?.[0] ?? 0, message));
    };
    visit(this.document, {
      Node: (key, node) => {
        if (isAlias(node)) {
          if (!anchors.has(node.source))
            report(node, `no anchor &${node.source} is defined above: quote a text that begins with *`);
          return;
        }
        if (isScalar(node) && typeof node.value === 'string' && UNSTORABLE.test(node.value))
          report(node, 'this text contains a NUL character or half a surrogate pair: remove it');
        if (isScalar(node) && typeof node.value === 'string' && node.value.startsWith('\ufeff'))
          report(node, 'this text begins with a byte order mark, which some readers drop: remove it');
        const number = key === 'key' ? undefined : numberProblem(node);
        if (number) report(node, number);
        if (!node.anchor) return;
        const { line } = this.problemAtOffset(node.range?.[0] ?? 0, '');
        const taken = anchors.get(node.anchor);
        if (taken !== undefined)
          report(node, `the anchor &${node.anchor} is already defined on line ${taken}: choose another name`);
        anchors.set(node.anchor, taken ?? line);
      },
      Pair: (_, pair) => {
        const problem = keyProblem(pair);
        if (problem) report(pair.key as Node, problem);
      },
    });
    return problems;
  }

  /** A problem at an offset in the file (UTF-16 units). */
  problemAtOffset(offset: number, message: string): Problem {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  }

  /** The node at a path, with aliases resolved; if the path does not exist, its deepest existing node. */
  nodeAt(path: Path): Node | null {
    return this.#follow(path).node;
  }

  /** A scalar at a path as it is written, without quotation marks; undefined for another value. */
  sourceAt(path: Path): string | undefined {
    const { node, complete } = this.#follow(path);
    return complete && isScalar(node) ? node.source : undefined;
  }

  /** The UTF-16 offset of the value at a path, or of its key if `key` is set. */
  offsetAt(path: Path, key = false): number {
    const { node, pair, complete } = this.#follow(path);
    if (key && complete && pair !== undefined) return rangeStart(pair.key) ?? 0;
    return rangeStart(node) ?? rangeStart(pair?.key) ?? 0;
  }

  #follow(path: Path): { node: Node | null; pair: Pair | undefined; complete: boolean } {
    let node: Node | null = this.#resolve(this.document.contents);
    let pair: Pair | undefined;
    for (const step of path) {
      if (isMap(node)) {
        const next = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
        if (next === undefined) return { node, pair, complete: false };
        pair = next;
        node = this.#resolve(next.value) ?? node;
      } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
        pair = undefined;
        node = this.#resolve(node.items[step]) ?? node;
      } else return { node, pair, complete: false };
    }
    return { node, pair, complete: true };
  }

  #resolve(node: unknown): Node | null {
    if (isAlias(node)) return node.resolve(this.document) ?? null;
    return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
  }
}

/** The location of a value in a YAML file. */
export class Location {
  constructor(
    readonly file: YamlFile,
    readonly path: Path = [],
  ) {}

  at(...path: Path): Location {
    return new Location(this.file, [...this.path, ...path]);
  }

  /** A problem located at this value. */
  problem(message: string): Problem {
    return this.file.problemAtOffset(this.file.offsetAt(this.path), message);
  }

  /** A problem located at the key of this value. */
  keyProblem(message: string): Problem {
    return this.file.problemAtOffset(this.file.offsetAt(this.path, true), message);
  }

  /** A scalar as it is written, without quotation marks; undefined for another value. */
  get source(): string | undefined {
    return this.file.sourceAt(this.path);
  }

  /** File and line, for reference in another problem's message. */
  toString(): string {
    const { file, line } = this.problem('');
    return `${file}:${line}`;
  }
}

/** Characters that PostgreSQL cannot store: NUL and unpaired surrogates. */
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/** What is wrong with a key that is not a text: as keys of objects, 7 and "7" would be the same. */
function keyProblem({ key, value }: Pair): string | undefined {
  if (isMap(key) || isSeq(key)) return 'a map or list cannot be a key: write a name';
  if (isAlias(key)) return 'an alias cannot be a key: write the name';
  if (!isScalar(key)) return undefined;
  if (key.value === '__proto__') return '"__proto__" cannot be a key: choose another name';
  if (typeof key.value === 'string') return undefined;
  if (!key.source) return 'this key is empty: write a name before the colon';
  if (value === null && /^\d+$/.test(key.source)) {
    return `"${key.source}" is not a field: write a number without commas, and put a text that contains a comma in quotation marks`;
  }
  return `YAML reads the key ${key.source} as ${nounOf(key.value)}: put it in quotation marks`;
}

function nounOf(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean' || value === null) return String(value);
  return value instanceof Date ? 'a date' : 'another type';
}

/** What is wrong with a number that is rounded, or that readers of YAML 1.1 and 1.2 read differently. */
function numberProblem(node: Node): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'number' || !node.source) return undefined;
  const { source, value } = node;
  if (isDecimal(source)) {
    if (isExact(source, value)) return undefined;
    return `YAML reads this number as ${value}: put it in quotation marks to keep all its digits`;
  }
  if (!Number.isFinite(value)) return undefined;
  return `YAML reads this as the number ${value}: write ${value}, or put a text in quotation marks`;
}

function rangeStart(node: unknown): number | undefined {
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) return node.range?.[0];
  return undefined;
}
