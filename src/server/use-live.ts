import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { stateOf } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';
import { badUserInput, unavailable } from '../errors.ts';
import type { Limits } from '../query/limit/limit.ts';
import { type CompiledOperation, compileOperation, readOperation } from '../query/operation.ts';
import { answer } from '../query/run.ts';
import { asRequestError } from './mask-error.ts';
import type { OpenStreams } from './open-streams.ts';
import { explained, verbatim } from './pass-through.ts';
import { RevisionWatch } from './revision.ts';

export interface LiveOptions {
  readonly limits: Limits;
  readonly mayExplain: boolean;
  readonly streams: OpenStreams;
  /** Gets why the database does not answer. */
  readonly log: (error: unknown) => void;
}

const EVENTS = 'text/event-stream';

/** Answers a subscription by a stream of events, each the answer of one statement to its selection: now, and after each import. */
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
        // Where an import came between, nobody knows which of the two states was asked: once more.
        if ((await stateOf(database, signal)) !== state) continue;
        seen = state;
        yield verbatim(text, explanation);
      } catch (error) {
        if (signal.aborted) return;
        if (seen === undefined || !isAway(error)) throw error;
      }
    } while (seen === undefined || (await watch.change(seen, signal)));
  };
  return {
    onSubscribe({ args, context: { request }, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues: variables } = args;
      const type = OperationTypeNode.SUBSCRIPTION;
      try {
        if (!takesEvents(request.headers.get('accept')))
          throw badUserInput(`a subscription is answered by a stream of events: accept ${EVENTS}`);
        const operation = { schema, document, operationName, variables, limits, type };
        if (readOperation(operation)?.fields.size === 0)
          throw badUserInput('the subscription asks for nothing: @skip or @include leaves out its only field');
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
  unavailable(`this server has ${most} streams of events open, as many as it may: try again later`);

function takesEvents(accept: string | null): boolean {
  const types = (accept ?? '*/*').toLowerCase();
  return [EVENTS, 'text/*', '*/*'].some((type) => types.includes(type));
}

function isAway(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions.code === 'UNAVAILABLE';
}
