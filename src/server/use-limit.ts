import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costExceeded } from '../errors.ts';
import { checkBrackets, checkDocument, checkLength, type Limits } from '../query/limit.ts';
import { asRequestError } from './mask-error.ts';

/** Refuses a document that is too long, too deep or full of aliases before more work goes into it. */
export function useLimit(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: unknown, options?: object): DocumentNode => {
        const text = String((source as { body?: string }).body ?? source);
        try {
          checkLength(text, limits);
          checkBrackets(text);
          const document = parse(text, { ...options, maxTokens: limits.tokens });
          checkDocument(document, limits);
          return document;
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          const refused = tooMany(error, limits) ?? error;
          throw refused.extensions.code ? asRequestError(refused) : error;
        }
      });
    },
  };
}

/** graphql-js takes too many tokens for a mistake in the syntax. */
function tooMany({ message }: GraphQLError, { tokens }: Limits): GraphQLError | undefined {
  if (!/Document contains more tha[nt] \d+ tokens/.test(message)) return undefined;
  return costExceeded(
    `the document has more than ${tokens} words and signs: put values into variables, or ask in several operations`,
  );
}
