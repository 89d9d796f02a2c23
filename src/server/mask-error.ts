import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { type ErrorCode, errorCodes, internal, unavailable } from '../errors.ts';
import { Failure } from '../failure.ts';

/** Our codes for those of Yoga. */
const translated = new Map<unknown, ErrorCode>([
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['REQUEST_ENTITY_TOO_LARGE', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
]);

/** Our messages for those of graphql-js and Yoga, with what to do. */
const reworded = new Map([
  ['Must provide query string.', 'The query is missing: send JSON like {"query": "{ revision { number } }"}.'],
  [
    'Could not determine what operation to execute.',
    'The document has several operations: name the one to run in operationName.',
  ],
  [
    'Schema is not configured to execute mutation operation.',
    'There are no mutations: data is imported from files with onrecord import.',
  ],
  ['POST body sent invalid JSON.', 'The body is not JSON: send {"query": "…", "variables": {…}}.'],
]);

/** The HTTP status of a failed request by code; 400 for all other codes. */
const statuses: { readonly [code: string]: number } = { FORBIDDEN: 403, TIMEOUT: 504, UNAVAILABLE: 503, INTERNAL: 500 };

/** Seconds after which a client should retry if the database is unavailable. */
const RETRY_AFTER = '30';

/**
 * The error that a client sees. Errors with one of our codes stay as they are, and errors in the request get a code.
 * All others are logged and become INTERNAL, or UNAVAILABLE if they are Failures, which the operator can fix.
 */
export function maskError(error: unknown, log: (error: unknown) => void): GraphQLError {
  if (error instanceof GraphQLError) {
    if (isCode(error.extensions.code)) return error;
    if (isAboutRequest(error)) return asRequestError(ofRequest(error));
  }
  log(error instanceof GraphQLError ? (error.originalError ?? error) : error);
  if (error instanceof Failure)
    return asRequestError(unavailable('The server cannot answer at the moment: try again later.'));
  return error instanceof GraphQLError ? withExtensions(internal(), {}, error) : asRequestError(internal());
}

/**
 * Sets the HTTP status of an error that fails the whole request. With the media type `application/json`, client errors
 * have the status 200, as the GraphQL over HTTP specification requires.
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

/** Whether an error from graphql-js or Yoga is about the request: it has no path and wraps no other error. Otherwise it is internal. */
function isAboutRequest({ path, originalError }: GraphQLError): boolean {
  return path === undefined && (originalError === undefined || originalError instanceof GraphQLError);
}

/** Rewords an error in the request. If it wraps a parse error, the body is unreadable, which is 400 for every media type. */
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

/** A copy with more extensions, and with the locations and path of `place`. */
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
