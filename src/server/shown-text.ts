import { type GraphQLSchema, isObjectType } from 'graphql';
import { mappingOf } from '../query/mapping.ts';

/** Whether a server with this schema shows the texts of articles (ONRECORD_TEXTS=show), which makes its answers private. */
export function showsTexts(schema: GraphQLSchema): boolean {
  const article = schema.getType('Article');
  const body = isObjectType(article) ? article.getFields().body : undefined;
  return body !== undefined && mappingOf(body)?.kind !== 'hidden';
}

/** The Cache-Control header for responses that are revalidated on each use. Shared caches must not keep article texts. */
export function cacheControl(schema: GraphQLSchema): string {
  return `${showsTexts(schema) ? 'private' : 'public'}, no-cache`;
}
