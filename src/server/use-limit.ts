import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { checkDocument, checkLength, type Limits } from '../query/limit.ts';
import { asRequestError } from './mask-error.ts';

/** Refuses a document that is too long, too deep or full of aliases before more work goes into it. */
export function useLimit(limits: Limits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: unknown, options?: object): DocumentNode => {
        const text = String((source as { body?: string }).body ?? source);
        try {
          checkLength(text, limits);
          const document = parse(text, { ...options, maxTokens: limits.tokens });
          checkDocument(document, limits);
          return document;
        } catch (error) {
          throw error instanceof GraphQLError && error.extensions.code ? asRequestError(error) : error;
        }
      });
    },
  };
}
