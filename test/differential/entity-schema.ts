import { GraphQLObjectType, GraphQLSchema } from 'graphql';

/** Root fields that are no list of an entity: their own tests compare them with plain loops. */
const QUESTIONS = ['pairs', 'paths'];

/** The schema without these root fields. */
export function entitySchema(schema: GraphQLSchema): GraphQLSchema {
  const { types, query: whole, ...config } = schema.toConfig();
  if (!whole) throw new Error('a schema without queries');
  const { fields, ...rest } = whole.toConfig();
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !QUESTIONS.includes(name)));
  const query = new GraphQLObjectType({ ...rest, fields: kept });
  return new GraphQLSchema({ ...config, query, types: types.filter((type) => type !== whole) });
}
