import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { type ErrorCode, errorCodes, internal, unavailable } from '../errors.ts';
import { Failure } from '../failure.ts';

/** Codes of the libraries below, in our words. */
const translated = new Map<unknown, ErrorCode>([
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['REQUEST_ENTITY_TOO_LARGE', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
]);

/** What the libraries say of a request that is none, with the way out. */
const reworded = new Map([
  ['Must provide query string.', 'The question is missing: send JSON like {"query": "{ revision { number } }"}.'],
  [
    'Could not determine what operation to execute.',
    'The document has several operations: say in operationName which one to run.',
  ],
  [
    'Schema is not configured to execute mutation operation.',
    'There are no mutations here: knowledge comes in through files, by onrecord import.',
  ],
  ['POST body sent invalid JSON.', 'The body is not JSON: send {"query": "…", "variables": {…}}.'],
]);

/** HTTP status of a request that failed as a whole; 400 for every other code. */
const statuses: { readonly [code: string]: number } = { FORBIDDEN: 403, TIMEOUT: 504, UNAVAILABLE: 503, INTERNAL: 500 };

/** Seconds after which what is not there now may be. */
const RETRY_AFTER = '30';

/**
 * What a client sees of an error: one with a code of ours as it is, a mistake in the request with its code, anything
 * else as INTERNAL (UNAVAILABLE when it is for the operator to mend), and then `log` gets the truth.
 */
export function maskError(error: unknown, log: (error: unknown) => void): GraphQLError {
  if (error instanceof GraphQLError) {
    if (isCode(error.extensions.code)) return error;
    if (isAboutRequest(error)) return asRequestError(ofRequest(error));
  }
  log(error instanceof GraphQLError ? (error.originalError ?? error) : error);
  if (error instanceof Failure) return asRequestError(unavailable('The server cannot answer now: try again later.'));
  return error instanceof GraphQLError ? withExtensions(internal(), {}, error) : asRequestError(internal());
}

/**
 * The error of a request that has no answer at all: it sets the HTTP status. A client that asks for plain
 * `application/json` gets 200 for its own mistakes, as the GraphQL over HTTP specification has it.
 */
export function asRequestError(error: GraphQLError): GraphQLError {
  if (error.extensions.http) return error;
  const status = statuses[String(error.extensions.code)] ?? 400;
  const later = status === 503 && { headers: { 'retry-after': RETRY_AFTER } };
  return withExtensions(error, { http: { status, spec: status === 400, ...later } });
}

function isCode(code: unknown): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}

/** graphql-js and Yoga speak of the request where there is no field and no error but GraphQL's own; else it is a bug of ours. */
function isAboutRequest({ path, originalError }: GraphQLError): boolean {
  return path === undefined && (originalError === undefined || originalError instanceof GraphQLError);
}

/** Without what the library below said: where that was no GraphQL error, the body is unreadable, and 400 for every client. */
function ofRequest(error: GraphQLError): GraphQLError {
  const { nodes, source, positions } = error;
  const { http, originalError } = error.extensions;
  return new GraphQLError(reworded.get(error.message) ?? error.message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code: codeOf(error), ...(http && { http: originalError ? { status: 400 } : http }) },
  });
}

function codeOf(error: GraphQLError): ErrorCode {
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  return translated.get(error.extensions.code) ?? 'BAD_USER_INPUT';
}

/** A copy with more extensions, at the place in the query of `place`. */
function withExtensions(error: GraphQLError, more: GraphQLErrorExtensions, place = error): GraphQLError {
  const { nodes, source, positions, path } = place;
  return new GraphQLError(error.message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...error.extensions, ...more },
  });
}
