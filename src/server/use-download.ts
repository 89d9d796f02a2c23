import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { GraphQLError } from 'graphql';
import { type Plugin, processRegularResult } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import { compileFile } from '../query/file/file.ts';
import { formatRows, type RowFormat } from '../query/file/format.ts';
import type { Limits } from '../query/limit/limit.ts';
import { rows } from '../query/run.ts';
import { type Coding, codingOf, compressor } from './content-coding.ts';
import { asRequestError } from './mask-error.ts';
import { CSV, NDJSON, rowFormatOf } from './media-type.ts';

export interface DownloadOptions {
  readonly limits: Limits;
  /** Called with the reason when a transfer is cut off, since the client never sees it. */
  readonly log: (error: unknown) => void;
}

/** A file whose first rows have been read, so the operation is known to be valid. */
interface StartedFile {
  readonly first: string;
  readonly rest: AsyncGenerator<string, void>;
  readonly format: RowFormat;
  readonly name: string;
}

/**
 * Streams an operation's list as a file if the Accept header asks for CSV or NDJSON. Errors before the first rows have
 * a status and are sent as JSON. A later error closes the connection: a complete transfer means a complete file.
 */
export function useDownload(database: Database, { limits, log }: DownloadOptions): Plugin<object, NodeContext> {
  const started = new WeakMap<Request, StartedFile>();
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
        started.set(request, { first: first ?? '', rest, format, name: compiled.name });
        setResultAndStopExecution({ data: null });
      } catch (error) {
        throw error instanceof GraphQLError ? asRequestError(error) : error;
      }
    },
    onResultProcess({ request, setResultProcessor, serverContext }) {
      if (!rowFormatOf(request.headers.get('accept'))) return;
      const file = started.get(request);
      if (!file) {
        setResultProcessor(processError, GRAPHQL_JSON);
        return;
      }
      const coding = codingOf(request);
      const headers = {
        'content-type': file.format === 'ndjson' ? `${NDJSON}; charset=utf-8` : `${CSV}; charset=utf-8; header=present`,
        'content-disposition': `attachment; filename="${file.name}.${file.format === 'ndjson' ? 'ndjson' : 'csv'}"`,
        'x-content-type-options': 'nosniff',
        vary: 'accept, accept-encoding',
        ...(coding && { 'content-encoding': coding }),
      };
      const body = bodyOf(file, { coding, signal: request.signal });
      body.on('error', (error) => {
        if (!request.signal.aborted) log(error);
        serverContext.res?.destroy();
      });
      setResultProcessor((_, { Response }) => new Response(body as unknown as BodyInit, { headers }), file.format);
    },
  };
}

/** The response of Node's server; absent if the request was made with `fetch`. */
interface NodeContext {
  readonly res?: ServerResponse;
}

const GRAPHQL_JSON = 'application/graphql-response+json';

/** Gives an error the status that GraphQL's own media type prescribes, but sends it as plain JSON, which every client reads. */
function processError(...[result, fetchAPI]: Parameters<typeof processRegularResult>): Response {
  const response = processRegularResult(result, fetchAPI, GRAPHQL_JSON);
  // Yoga spells it `Content-Type`; setting ours without deleting would send both.
  response.headers.delete('content-type');
  response.headers.set('content-type', 'application/json; charset=utf-8');
  return response;
}

interface BodyOptions {
  readonly coding: Coding | undefined;
  readonly signal: AbortSignal;
}

function bodyOf({ first, rest }: StartedFile, { coding, signal }: BodyOptions): Readable {
  const pieces = async function* () {
    yield first;
    yield* rest;
  };
  const body = Readable.from(pieces(), { objectMode: false });
  const end = () => void body.destroy();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  // Destroying the body does not end a generator that has not started, so end it explicitly.
  body.once('close', () => {
    signal.removeEventListener('abort', end);
    void rest.return().catch(() => {});
  });
  // Errors on either side end the other.
  return coding ? pipeline(body, compressor(coding), () => {}) : body;
}
