/** An error in a hand-written file, with its location. */
export interface Problem {
  /** Path of the file, as given by the caller. */
  readonly file: string;
  /** The line, from 1; 0 for the whole file. */
  readonly line: number;
  /** The column, from 1; 0 for the whole file. */
  readonly column: number;
  /** What is wrong and what is accepted. */
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

/** Sorts problems by file, line and column. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
