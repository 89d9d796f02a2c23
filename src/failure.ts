/**
 * Something that whoever runs the program can mend: the message says what is wrong and what to do.
 * The command line prints it without a stack and exits with 1. Bugs of ours stay plain errors.
 */
export class Failure extends Error {
  override name = 'Failure';
  /** Stable word for scripts and tests, for example `PORT_IN_USE`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
