import { type GraphQLSchema, isObjectType } from 'graphql';
import { mappingOf } from '../query/mapping.ts';

/** Whether a server with this schema shows the texts of articles: what it answers is not for strangers. */
export function showsTexts(schema: GraphQLSchema): boolean {
  const article = schema.getType('Article');
  const body = isObjectType(article) ? article.getFields().body : undefined;
  return body !== undefined && mappingOf(body)?.kind !== 'hidden';
}

/** For what is kept and asked for again each time. Texts are shown only to who may read them: a cache that strangers share must not hold them. */
export function cacheControl(schema: GraphQLSchema): string {
  return `${showsTexts(schema) ? 'private' : 'public'}, no-cache`;
}
