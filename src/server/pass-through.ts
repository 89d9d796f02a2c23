import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import { compileOperation } from '../query/operation.ts';
import { answer } from '../query/run.ts';
import { asRequestError } from './mask-error.ts';

/**
 * Lets the database answer: its text goes to the client untouched when it is the whole answer, and is otherwise the
 * tree that graphql-js walks, each field by its response key. What the database has no part in (introspection, a
 * wrong variable) is left to graphql-js alone.
 */
export function usePassThrough(database: Database): Plugin {
  return {
    async onExecute({ args, context, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues: variables } = args;
      try {
        const compiled = compileOperation({ schema, document, operationName, variables });
        if (!compiled) return;
        const text = await answer(database, compiled, { signal: context.request.signal });
        if (compiled.passThrough) setResultAndStopExecution(verbatim(text));
        else args.rootValue = JSON.parse(text);
      } catch (error) {
        throw error instanceof GraphQLError ? asRequestError(error) : error;
      }
    },
  };
}

/** A result that Yoga prints by `stringify`; whoever reads `data` gets it parsed. */
function verbatim(text: string) {
  return {
    get data() {
      return JSON.parse(text);
    },
    stringify: () => `{"data":${text}}`,
  };
}
