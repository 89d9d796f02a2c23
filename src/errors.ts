import { GraphQLError } from 'graphql';

/** The error codes in `extensions.code`. */
export const errorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'COST_EXCEEDED',
  'DEPTH_EXCEEDED',
  'TIMEOUT',
  'FORBIDDEN',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The request is invalid: the message says what is accepted. */
export function badUserInput(message: string): GraphQLError {
  return coded('BAD_USER_INPUT', message);
}

/** Something named in the request does not exist, and null would be ambiguous. */
export function notFound(message: string): GraphQLError {
  return coded('NOT_FOUND', message);
}

/** Disabled by a setting of the server. */
export function forbidden(message: string): GraphQLError {
  return coded('FORBIDDEN', message);
}

/** The operation requests too much: the message says what the limit is. */
export function costExceeded(message: string): GraphQLError {
  return coded('COST_EXCEEDED', message);
}

/** The operation is nested too deeply: the message says what the limit is. */
export function depthExceeded(message: string): GraphQLError {
  return coded('DEPTH_EXCEEDED', message);
}

/** The operation took too long: the message says how to request less. */
export function timeout(message: string): GraphQLError {
  return coded('TIMEOUT', message);
}

/** The database is unavailable at the moment: the client may retry later. */
export function unavailable(message: string): GraphQLError {
  return coded('UNAVAILABLE', message);
}

/** An internal error: the client only learns that it has been logged. */
export function internal(): GraphQLError {
  return coded('INTERNAL', 'Something went wrong on our side. It has been logged.');
}

function coded(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
