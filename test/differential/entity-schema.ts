import { GraphQLObjectType, type GraphQLOutputType, GraphQLSchema, getNamedType } from 'graphql';
import { models } from '../../src/model/model.ts';

/** The schema with only the root fields that return rows of entities; the other fields have their own tests against plain loops. */
export function entitySchema(schema: GraphQLSchema): GraphQLSchema {
  const { types, query: whole, ...config } = schema.toConfig();
  if (!whole) throw new Error('a schema without queries');
  const { fields, ...rest } = whole.toConfig();
  const kept = Object.fromEntries(Object.entries(fields).filter(([, { type }]) => givesRows(type)));
  const query = new GraphQLObjectType({ ...rest, fields: kept });
  return new GraphQLSchema({ ...config, query, types: types.filter((type) => type !== whole) });
}

function givesRows(type: GraphQLOutputType): boolean {
  const { name } = getNamedType(type);
  return name === 'Node' || name.replace(/Connection$/, '') in models;
}
