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
import type { Problem } from './problem.ts';
import { yamlMistakes } from './yaml-mistake.ts';

export type Path = readonly (string | number)[];

/** A YAML file that remembers where each of its values stands. */
export class YamlFile {
  /** The file's value as plain objects, lists and scalars; null when the file is empty or not YAML. */
  readonly data: unknown;
  /** Why it is not one sound YAML document: syntax, a key given twice, several documents. */
  readonly problems: readonly Problem[];
  readonly document: Document.Parsed;
  readonly #lines = new LineCounter();

  constructor(
    /** Path of the file, as it shall appear in problems. */
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
        problems.push(this.problemAtOffset(0, 'its aliases unfold to too much: write the entries out'));
      }
    }
    this.problems = problems;
  }

  /** What is wrong in a document that is well formed: names and texts that nothing can be made of. */
  #contentProblems(): Problem[] {
    const problems: Problem[] = [];
    const anchors = new Map<string, number>();
    const report = (node: Node, message: string) => {
      problems.push(this.problemAtOffset(node.range?.[0] ?? 0, message));
    };
    visit(this.document, {
      Node: (_, node) => {
        if (isAlias(node)) {
          if (!anchors.has(node.source))
            report(
              node,
              `no anchor &${node.source} stands above this: a text that begins with * stands between quotation marks`,
            );
          return;
        }
        if (isScalar(node) && typeof node.value === 'string' && UNSTORABLE.test(node.value))
          report(node, 'this text has a NUL or half a character: remove it');
        if (isScalar(node) && typeof node.value === 'string' && node.value.startsWith('\ufeff'))
          report(node, 'this text begins with a byte order mark, which not every reader keeps: remove it');
        if (!node.anchor) return;
        const { line } = this.problemAtOffset(node.range?.[0] ?? 0, '');
        const taken = anchors.get(node.anchor);
        if (taken !== undefined)
          report(node, `the anchor &${node.anchor} stands in line ${taken} already: choose another name`);
        anchors.set(node.anchor, taken ?? line);
      },
      Pair: (_, { key }) => {
        if (isMap(key) || isSeq(key)) report(key, 'a map or a list cannot be a key: write a name');
        if (isScalar(key) && key.value === '__proto__') report(key, '"__proto__" cannot be a key: choose another name');
      },
    });
    return problems;
  }

  /** A problem at an offset of the file's text (UTF-16 units). */
  problemAtOffset(offset: number, message: string): Problem {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  }

  /** The node at a path, through aliases; where the path leaves the file, the last node on the way. */
  nodeAt(path: Path): Node | null {
    return this.#walk(path).node;
  }

  /** Where the value at a path begins, or its key where `key` is set (UTF-16 offset). */
  offsetAt(path: Path, key = false): number {
    const { node, pair, complete } = this.#walk(path);
    if (key && complete && pair !== undefined) return rangeStart(pair.key) ?? 0;
    return rangeStart(node) ?? rangeStart(pair?.key) ?? 0;
  }

  #walk(path: Path): { node: Node | null; pair: Pair | undefined; complete: boolean } {
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

/** A value of a YAML file. */
export class Place {
  constructor(
    readonly file: YamlFile,
    readonly path: Path = [],
  ) {}

  at(...path: Path): Place {
    return new Place(this.file, [...this.path, ...path]);
  }

  /** A problem that points at this value. */
  problem(message: string): Problem {
    return this.file.problemAtOffset(this.file.offsetAt(this.path), message);
  }

  /** A problem that points at the key of this value. */
  keyProblem(message: string): Problem {
    return this.file.problemAtOffset(this.file.offsetAt(this.path, true), message);
  }

  /** File and line, to point at it from another problem. */
  toString(): string {
    const { file, line } = this.problem('');
    return `${file}:${line}`;
  }
}

/** What no database takes: NUL, and surrogates that stand alone. */
const UNSTORABLE = /[\0\ud800-\udfff]/u;

function rangeStart(node: unknown): number | undefined {
  if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) return node.range?.[0];
  return undefined;
}
