import { type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badUserInput, costExceeded } from '../errors.ts';
import { checkBrackets, checkDocument, checkLength, type Limits } from '../query/limit/limit.ts';
import { asRequestError } from './mask-error.ts';

/** Rejects a document that is too long, too deep or has too many aliases while parsing it, and an unknown `operationName`. */
export function useLimit(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: unknown, options?: object): DocumentNode => {
        try {
          return parseWithin(String((source as { body?: string }).body ?? source), limits, options);
        } catch (error) {
          if (!(error instanceof GraphQLError) || !error.extensions.code) throw error;
          throw asRequestError(error);
        }
      });
      // Yoga answers an unknown name as if the name were missing, so check it here.
      return ({ result, context }) => {
        const { operationName } = (context as { params?: GraphQLParams }).params ?? {};
        if (typeof operationName !== 'string' || operationName === '' || !isDocument(result)) return;
        const names = result.definitions.flatMap((one) =>
          one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : [],
        );
        if (!names.includes(operationName)) throw asRequestError(noSuchOperation(operationName, names));
      };
    },
  };
}

function isDocument(result: unknown): result is DocumentNode {
  return typeof result === 'object' && result !== null && 'definitions' in result;
}

function noSuchOperation(wanted: string, names: readonly (string | undefined)[]): GraphQLError {
  const known = names.flatMap((name) => (name === undefined ? [] : [`"${name}"`]));
  const has =
    known.length > 0 ? `it has ${known.slice(0, 20).join(', ')}` : 'its operation has no name, so remove operationName';
  return badUserInput(`the document has no operation "${wanted.slice(0, 80)}": ${has}`);
}

/** Parses a document. Throws a coded GraphQLError if it exceeds a limit, and graphql-js's own for a syntax error. */
export function parseWithin(text: string, limits: Limits, options: object = {}): DocumentNode {
  checkLength(text, limits);
  checkBrackets(text);
  let document: DocumentNode;
  try {
    document = parse(text, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    throw (error instanceof GraphQLError && tooMany(error, limits)) || error;
  }
  checkDocument(document, limits);
  return document;
}

/** Replaces the syntax error that graphql-js throws for too many tokens. */
function tooMany({ message }: GraphQLError, { tokens }: Limits): GraphQLError | undefined {
  if (!/Document contains more tha[nt] \d+ tokens/.test(message)) return undefined;
  return costExceeded(
    `the document has more than ${tokens} tokens: move values into variables, or split it into several operations`,
  );
}
