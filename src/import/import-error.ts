import { Failure } from '../failure.ts';
import { formatProblem, type Problem } from '../text/problem.ts';

/** The files cannot be imported as they are; nothing was written. The message has one line for each problem. */
export class ImportError extends Failure {
  override name = 'ImportError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('IMPORT_REFUSED', problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
