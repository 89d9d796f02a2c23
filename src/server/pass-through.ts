import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import { badUserInput, forbidden } from '../errors.ts';
import type { Limits } from '../query/limit/limit.ts';
import { type CompiledOperation, compileOperation } from '../query/operation.ts';
import { answer, type Explanation, explain } from '../query/run.ts';
import { asRequestError } from './mask-error.ts';

export interface PassThroughOptions {
  readonly limits: Limits;
  /** Whether a client that asks for it by a header gets cost, SQL and plan. */
  readonly mayExplain: boolean;
}

/** The header by which a client asks for an explanation: `plan`, or `analyze` to run the statement once more and measure it. */
export const EXPLAIN = 'x-onrecord-explain';

/**
 * Lets the database answer: its text goes to the client untouched when it is the whole answer, and is otherwise the
 * tree that graphql-js walks, each field by its response key. What the database has no part in (introspection, a
 * wrong variable) is left to graphql-js alone.
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

/** The explanation of a question, where its client asks for one by a header and may have it. */
export async function explained(
  database: Database,
  compiled: CompiledOperation,
  { request, mayExplain }: { readonly request: Request; readonly mayExplain: boolean },
): Promise<Explanation | undefined> {
  const wanted = request.headers.get(EXPLAIN);
  if (wanted === null) return undefined;
  if (!mayExplain) throw forbidden(`this server explains nothing: leave out the header ${EXPLAIN}`);
  if (wanted !== 'plan' && wanted !== 'analyze')
    throw badUserInput(`${EXPLAIN}: "${wanted.slice(0, 40)}" is neither plan nor analyze`);
  return explain(database, compiled, wanted === 'analyze');
}

/** A result that Yoga prints by `stringify`; whoever reads `data` gets it parsed. */
export function verbatim(text: string, explanation: Explanation | undefined) {
  const extensions = explanation && { explain: explanation };
  return {
    get data() {
      return JSON.parse(text);
    },
    ...(extensions && { extensions }),
    stringify: () => `{"data":${text}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`,
  };
}
