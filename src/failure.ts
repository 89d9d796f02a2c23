/**
 * An error that the user or operator can fix: the message says what is wrong and what to do. The command line prints it
 * without a stack trace and exits with 1. Internal errors are plain errors.
 */
export class Failure extends Error {
  override name = 'Failure';
  /** Stable identifier for scripts and tests, for example `PORT_IN_USE`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
