import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { GraphQLError } from 'graphql';
import { type Plugin, processRegularResult } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import { compileFile } from '../query/file/file.ts';
import { formatRows, type RowFormat } from '../query/file/format.ts';
import type { Limits } from '../query/limit/limit.ts';
import { rows } from '../query/run.ts';
import { asRequestError } from './mask-error.ts';
import { CSV, NDJSON, rowFormatOf } from './media-type.ts';

export interface ExportOptions {
  readonly limits: Limits;
  /** Gets why a file broke off: the client only sees that it did. */
  readonly log: (error: unknown) => void;
}

/** A file that has begun: whatever could be wrong with the question is not. */
interface Begun {
  readonly first: string;
  readonly rest: AsyncGenerator<string, void>;
  readonly format: RowFormat;
  readonly name: string;
}

/**
 * Answers an operation with its list as a file, row by row as the database gives them, where the Accept header asks
 * for CSV or NDJSON. Errors before the first rows have a status and are JSON; one after them breaks the connection
 * off, for a file that ends is a whole file.
 */
export function useExport(database: Database, { limits, log }: ExportOptions): Plugin<object, NodeContext> {
  const begun = new WeakMap<Request, Begun>();
  return {
    async onExecute({ args, context: { request }, setResultAndStopExecution }) {
      const format = rowFormatOf(request.headers.get('accept'));
      if (!format) return;
      const { schema, document, operationName, variableValues: variables } = args;
      try {
        const compiled = compileFile({ schema, document, operationName, variables, limits });
        const { signal } = request;
        const rest = formatRows(rows(database, compiled, { signal }), compiled.layout, format);
        const { value: first } = await rest.next();
        begun.set(request, { first: first ?? '', rest, format, name: compiled.name });
        setResultAndStopExecution({ data: null });
      } catch (error) {
        throw error instanceof GraphQLError ? asRequestError(error) : error;
      }
    },
    onResultProcess({ request, setResultProcessor, serverContext }) {
      if (!rowFormatOf(request.headers.get('accept'))) return;
      const file = begun.get(request);
      if (!file) {
        setResultProcessor(processError, GRAPHQL_JSON);
        return;
      }
      const headers = {
        'content-type': file.format === 'ndjson' ? `${NDJSON}; charset=utf-8` : `${CSV}; charset=utf-8; header=present`,
        'content-disposition': `attachment; filename="${file.name}.${file.format === 'ndjson' ? 'ndjson' : 'csv'}"`,
        'x-content-type-options': 'nosniff',
        vary: 'accept',
      };
      const body = bodyOf(file, request.signal);
      body.on('error', (error) => {
        if (!request.signal.aborted) log(error);
        serverContext.res?.destroy();
      });
      setResultProcessor((_, { Response }) => new Response(body as unknown as BodyInit, { headers }), file.format);
    },
  };
}

/** Node's own response, where a request came through its server. */
interface NodeContext {
  readonly res?: ServerResponse;
}

const GRAPHQL_JSON = 'application/graphql-response+json';

/** An error has its status, as in GraphQL's own media type, but is JSON to every reader, as a link's are that never becomes a question. */
function processError(...[result, fetchAPI]: Parameters<typeof processRegularResult>): Response {
  const response = processRegularResult(result, fetchAPI, GRAPHQL_JSON);
  // Yoga wrote it `Content-Type`: set alone would leave both spellings.
  response.headers.delete('content-type');
  response.headers.set('content-type', 'application/json; charset=utf-8');
  return response;
}

function bodyOf({ first, rest }: Begun, signal: AbortSignal): Readable {
  const pieces = async function* () {
    yield first;
    yield* rest;
  };
  const body = Readable.from(pieces(), { objectMode: false });
  const end = () => void body.destroy();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  // A generator that nobody started would not hear of it by itself.
  body.once('close', () => {
    signal.removeEventListener('abort', end);
    void rest.return().catch(() => {});
  });
  return body;
}
