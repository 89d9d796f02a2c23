import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { SentText } from './sent-text.ts';

/** Serves the schema as text at `/schema.graphql`. */
export function useSchemaFile(schema: GraphQLSchema): Plugin {
  let file: SentText | undefined;
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, no-cache' };
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== '/schema.graphql') return;
      file ??= new SentText(`${printSchema(lexicographicSortSchema(schema))}\n`);
      endResponse(await file.to(request, { fetchAPI, headers }));
    },
  };
}
