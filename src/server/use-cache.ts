import { readFileSync, statSync } from 'node:fs';
import { type GraphQLSchema, printSchema } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { stateOf } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';
import { EXPLAIN } from './explanation.ts';
import { rowFormatOf } from './media-type.ts';
import { cacheControl, showsTexts } from './shown-text.ts';
import { hasTag, tagOf } from './tag.ts';

/**
 * Makes answers to GET cacheable. Each has an `ETag` that changes with every import; a request with the current tag
 * gets 304 after one small SQL statement. Caches must revalidate on each use, so they never show old data. Errors are
 * not cached.
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
      if (method !== 'GET' || headers.has(EXPLAIN) || wantsStream(accept)) return;
      program ??= programTagOf(schema);
      // Read before the answer: if an import happens in between, the tag is outdated and the next request misses.
      const state = await stateOf(database, signal);
      const { query, operationName, variables } = params;
      const tag = tagOf([program, state, accept, query, operationName, variables]);
      tags.set(request, tag);
      if (!hasTag(request, tag)) return;
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
      headers.set('vary', 'accept, accept-encoding');
      // Yoga's event stream sets `Cache-Control`; setting ours without deleting would send both.
      headers.delete('cache-control');
      headers.set('cache-control', tag === undefined ? 'no-store' : control);
      if (tag !== undefined) headers.set('etag', tag);
    },
  };
}

/** Whether a client asks for a download or an event stream. Neither is cached. */
function wantsStream(accept: string): boolean {
  return rowFormatOf(accept) !== undefined || accept.includes('text/event-stream');
}

/** Identifies everything except the data that can change an answer: the build, the library versions, the schema. */
function programTagOf(schema: GraphQLSchema): string {
  const built = statSync(new URL(import.meta.url)).mtimeMs;
  const versions = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return tagOf([built, versions, showsTexts(schema), printSchema(schema)]);
}
