import { Failure } from '../failure.ts';
import { formatProblem, type Problem } from '../text/problem.ts';

/** The files have problems and nothing was written. The message has one line per problem. */
export class ImportError extends Failure {
  override name = 'ImportError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('IMPORT_REJECTED', problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
