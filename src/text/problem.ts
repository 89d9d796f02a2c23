/** Something wrong in a file that a person wrote, with the place where it can be mended. */
export interface Problem {
  /** Path of the file as the caller named it. */
  readonly file: string;
  /** From 1; 0 when the whole file is meant. */
  readonly line: number;
  /** From 1; 0 when the whole file is meant. */
  readonly column: number;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/**
 * One line for an editor or a terminal.
 *
 * @example formatProblem(problem) // 'seeds/articles/x.yaml:12:5: unknown actor "kaja-kalas": did you mean "kaja-kallas"?'
 */
export function formatProblem({ file, line, column, message }: Problem): string {
  return line === 0 ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}

/** Orders problems by file, then by place. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
