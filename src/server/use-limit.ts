import { type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badUserInput, costExceeded } from '../errors.ts';
import { checkBrackets, checkDocument, checkLength, type Limits } from '../query/limit/limit.ts';
import { asRequestError } from './mask-error.ts';

/** Refuses a document that is too long, too deep or full of aliases before more work goes into it, and a name that none of its operations has. */
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
      // Yoga's own words for a name that no operation has are those for several without a name.
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
    known.length > 0 ? `it has ${known.slice(0, 20).join(', ')}` : 'its operation has no name: leave operationName out';
  return badUserInput(`the document has no operation "${wanted.slice(0, 80)}": ${has}`);
}

/** Parses a document that keeps the limits; throws a coded GraphQLError for one that does not, and graphql-js' own for a mistake in the syntax. */
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

/** graphql-js takes too many tokens for a mistake in the syntax. */
function tooMany({ message }: GraphQLError, { tokens }: Limits): GraphQLError | undefined {
  if (!/Document contains more tha[nt] \d+ tokens/.test(message)) return undefined;
  return costExceeded(
    `the document has more than ${tokens} words and signs: put values into variables, or ask in several operations`,
  );
}
