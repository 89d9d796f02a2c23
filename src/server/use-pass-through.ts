import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import type { Limits } from '../query/limit/limit.ts';
import { compileOperation } from '../query/operation.ts';
import { answer } from '../query/run.ts';
import { explained } from './explanation.ts';
import { asRequestError } from './mask-error.ts';
import { verbatim } from './verbatim.ts';

export interface PassThroughOptions {
  readonly limits: Limits;
  /** Whether clients may ask for cost, SQL and plan. */
  readonly mayExplain: boolean;
}

/**
 * Answers queries from the database. Its JSON text is passed through unchanged if it is the whole answer. Otherwise
 * it becomes the root value that graphql-js executes, with each field under its response key. Operations that need no
 * database (introspection, an invalid variable) are left to graphql-js.
 */
export function usePassThrough(database: Database, { limits, mayExplain }: PassThroughOptions): Plugin {
  return {
    async onExecute({ args, context, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues: variables } = args;
      try {
        const compiled = compileOperation({ schema, document, operationName, variables, limits });
        if (!compiled) return;
        const explanation = await explained(database, compiled, { request: context.request, mayExplain });
        const text = await answer(database, compiled, { signal: context.request.signal });
        if (compiled.passThrough) setResultAndStopExecution(verbatim(text, explanation));
        else args.rootValue = JSON.parse(text);
        if (compiled.passThrough || !explanation) return;
        return {
          onExecuteDone({ result, setResult }) {
            if ('data' in result) setResult({ ...result, extensions: { explain: explanation } });
          },
        };
      } catch (error) {
        throw error instanceof GraphQLError ? asRequestError(error) : error;
      }
    },
  };
}
