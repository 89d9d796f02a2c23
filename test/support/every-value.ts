import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Database } from '../../src/db/database.ts';
import { ask } from './ask.ts';

/** All scalar values of the rows in every root list that needs no argument, by field name. */
export function everyValue(database: Database, schema: GraphQLSchema): Promise<unknown> {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const type = getNamedType(field.type);
    const asks = isObjectType(type) && type.name.endsWith('Connection') && !field.args.some(isRequiredArgument);
    return asks ? [`${field.name} { nodes ${values(type)} }`] : [];
  });
  return ask(database, `{ ${lists.join(' ')} }`);
}

function values(connection: GraphQLObjectType): string {
  const nodes = connection.getFields().nodes;
  const node = nodes && getNamedType(nodes.type);
  if (!isObjectType(node) && !isInterfaceType(node)) throw new Error(`${connection.name} has no nodes`);
  const fields = Object.values(node.getFields()).flatMap(({ name, type }) => {
    const to = getNamedType(type);
    if (isLeafType(to)) return [name];
    return to.name === 'When' ? [`${name} { earliest latest time text }`] : [];
  });
  return `{ ${fields.join(' ')} }`;
}
