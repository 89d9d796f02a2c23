import { GraphQLError } from 'graphql';

/** The codes that a client meets, in `extensions.code`. */
export const errorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'COST_EXCEEDED',
  'DEPTH_EXCEEDED',
  'TIMEOUT',
  'CONFLICT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What the client asked cannot be answered as asked: the message says what would be accepted instead. */
export function badUserInput(message: string): GraphQLError {
  return coded('BAD_USER_INPUT', message);
}

/** What the client named does not exist, and null would not say so. */
export function notFound(message: string): GraphQLError {
  return coded('NOT_FOUND', message);
}

/** The server is set not to do this for anybody. */
export function forbidden(message: string): GraphQLError {
  return coded('FORBIDDEN', message);
}

/** The question asks for too much at once: the message says how much passes. */
export function costExceeded(message: string): GraphQLError {
  return coded('COST_EXCEEDED', message);
}

/** The question is nested too deep: the message says how deep passes. */
export function depthExceeded(message: string): GraphQLError {
  return coded('DEPTH_EXCEEDED', message);
}

/** The question took longer than one may: the message says how to ask for less. */
export function timeout(message: string): GraphQLError {
  return coded('TIMEOUT', message);
}

/** The database does not answer now; the same question may be answered later. */
export function unavailable(message: string): GraphQLError {
  return coded('UNAVAILABLE', message);
}

/** A bug of ours: the client learns that it is logged, and nothing else. */
export function internal(): GraphQLError {
  return coded('INTERNAL', 'Something went wrong; it was logged.');
}

function coded(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
