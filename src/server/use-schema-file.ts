import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { brings, tagOf } from './tag.ts';

/** `/schema.graphql`: the schema as text, for those who write programs against it. */
export function useSchemaFile(schema: GraphQLSchema): Plugin {
  let file: { readonly text: string; readonly tag: string } | undefined;
  const made = () => {
    const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
    return { text, tag: tagOf([text]) };
  };
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== '/schema.graphql') return;
      file ??= made();
      const headers = { etag: file.tag, 'cache-control': 'public, no-cache' };
      if (brings(request, file.tag)) endResponse(new fetchAPI.Response(null, { status: 304, headers }));
      else
        endResponse(
          new fetchAPI.Response(file.text, { headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } }),
        );
    },
  };
}
