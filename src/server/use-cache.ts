import { readFileSync, statSync } from 'node:fs';
import { type GraphQLSchema, printSchema } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { stateOf } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';
import { rowFormatOf } from './media-type.ts';
import { EXPLAIN } from './pass-through.ts';
import { cacheControl, showsTexts } from './shown-text.ts';
import { brings, tagOf } from './tag.ts';

/**
 * Lets browsers and proxies keep the answers to questions that came by GET: each has an `ETag` that is another after
 * the next import, and a request that brings the tag of the present state gets 304 by one small statement. What is
 * kept is always asked for again, so that nobody sees an old answer; errors are never kept.
 */
export function useCache(database: Database, schema: GraphQLSchema): Plugin {
  const tags = new WeakMap<Request, string>();
  const unchanged = new WeakSet<Request>();
  const answered = new WeakSet<Request>();
  const control = cacheControl(schema);
  let program: string | undefined;
  return {
    async onExecute({ context: { request, params }, setResultAndStopExecution }) {
      const { method, headers, signal } = request;
      const accept = headers.get('accept') ?? '';
      if (method !== 'GET' || headers.has(EXPLAIN) || isStreamed(accept)) return;
      program ??= programOf(schema);
      // Read before the answer: where an import comes between, the tag is too old, and the next request asks again.
      const state = await stateOf(database, signal);
      const { query, operationName, variables } = params;
      const tag = tagOf([program, state, accept, query, operationName, variables]);
      tags.set(request, tag);
      if (!brings(request, tag)) return;
      unchanged.add(request);
      setResultAndStopExecution({ data: null });
    },
    onResultProcess({ request, result, setResultProcessor }) {
      if (request.method !== 'GET') return;
      answered.add(request);
      if (isAsyncIterable(result) || Array.isArray(result) || ('errors' in result && result.errors?.length)) {
        tags.delete(request);
      } else if (unchanged.has(request)) {
        setResultProcessor((_, { Response }) => new Response(null, { status: 304 }), '');
      }
    },
    onResponse({ request, response: { status, headers } }) {
      if (!answered.has(request)) return;
      const tag = status < 400 ? tags.get(request) : undefined;
      headers.set('vary', 'accept');
      // Yoga's stream of events has a `Cache-Control`: set alone would leave both spellings.
      headers.delete('cache-control');
      headers.set('cache-control', tag === undefined ? 'no-store' : control);
      if (tag !== undefined) headers.set('etag', tag);
    },
  };
}

/** Files and events are long: they are made anew each time. */
function isStreamed(accept: string): boolean {
  return rowFormatOf(accept) !== undefined || accept.includes('text/event-stream');
}

/** What can make another answer of the same data: another version or build of the program or of a library, another schema. */
function programOf(schema: GraphQLSchema): string {
  const built = statSync(new URL(import.meta.url)).mtimeMs;
  const versions = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return tagOf([built, versions, showsTexts(schema), printSchema(schema)]);
}
