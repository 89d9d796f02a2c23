import { type GraphQLSchema, isObjectType } from 'graphql';
import { meaningOf } from '../query/meaning.ts';

/** Whether a server with this schema shows the texts of articles: what it answers is not for strangers. */
export function showsTexts(schema: GraphQLSchema): boolean {
  const article = schema.getType('Article');
  const body = isObjectType(article) ? article.getFields().body : undefined;
  return body !== undefined && meaningOf(body)?.kind !== 'hidden';
}
