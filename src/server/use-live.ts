import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { stateOf } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';
import { badUserInput, unavailable } from '../errors.ts';
import type { Limits } from '../query/limit/limit.ts';
import { type CompiledOperation, compileOperation, readOperation } from '../query/operation.ts';
import { answer } from '../query/run.ts';
import { explained } from './explanation.ts';
import { asRequestError } from './mask-error.ts';
import type { OpenStreams } from './open-streams.ts';
import { RevisionWatch } from './revision-watch.ts';
import { verbatim } from './verbatim.ts';

export interface LiveOptions {
  readonly limits: Limits;
  readonly mayExplain: boolean;
  readonly streams: OpenStreams;
  /** Called with the error when the database becomes unavailable. */
  readonly log: (error: unknown) => void;
}

const EVENTS = 'text/event-stream';

/** Answers a subscription with an event stream: one event with the current data, then one after each import. */
export function useLive(database: Database, { limits, mayExplain, streams, log }: LiveOptions): Plugin {
  const watch = new RevisionWatch(database, log);
  const eventsOf = async function* (compiled: CompiledOperation, request: Request, signal: AbortSignal) {
    let seen: string | undefined;
    do {
      try {
        const state = await stateOf(database, signal);
        if (state === seen) continue;
        const explanation = await explained(database, compiled, { request, mayExplain });
        const text = await answer(database, compiled, { signal });
        // If an import happened in between, the answer may be from before or after it: run it again.
        if ((await stateOf(database, signal)) !== state) continue;
        seen = state;
        yield verbatim(text, explanation);
      } catch (error) {
        if (signal.aborted) return;
        if (seen === undefined || !isUnavailable(error)) throw error;
      }
    } while (seen === undefined || (await watch.change(seen, signal)));
  };
  return {
    onSubscribe({ args, context: { request }, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues: variables } = args;
      const type = OperationTypeNode.SUBSCRIPTION;
      try {
        if (!acceptsEvents(request.headers.get('accept')))
          throw badUserInput(`subscriptions need an event stream: send the header accept: ${EVENTS}`);
        const operation = { schema, document, operationName, variables, limits, type };
        if (readOperation(operation)?.fields.size === 0)
          throw badUserInput('the subscription selects nothing: @skip or @include removes its only field');
        const compiled = compileOperation(operation);
        if (!compiled) return;
        if (streams.isFull) throw full(streams);
        setResultAndStopExecution(streams.open(request.signal, (signal) => eventsOf(compiled, request, signal)));
      } catch (error) {
        throw error instanceof GraphQLError ? asRequestError(error) : error;
      }
    },
  };
}

const full = ({ most }: OpenStreams) =>
  unavailable(`all ${most} event streams of this server are in use: try again later`);

function acceptsEvents(accept: string | null): boolean {
  const types = (accept ?? '*/*').toLowerCase();
  return [EVENTS, 'text/*', '*/*'].some((type) => types.includes(type));
}

function isUnavailable(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions.code === 'UNAVAILABLE';
}
