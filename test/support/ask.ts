import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { type CompiledOperation, compileOperation } from '../../src/query/operation.ts';
import { answer } from '../../src/query/run.ts';

/** The schema of a server that shows texts: it includes the fields that others hide. */
export const schema: GraphQLSchema = buildSchema(undefined, { showsTexts: true });

type Variables = Readonly<Record<string, unknown>>;

/** Compiles an operation as the server does; throws if the document is invalid. */
export function compiled(
  query: string,
  { variables = {}, executed = false }: { variables?: Variables; executed?: boolean } = {},
): CompiledOperation {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  const operation = compileOperation({ schema, document, variables, executed });
  if (!operation) throw new Error('nothing to compile');
  return operation;
}

/** The `data` of an operation, as the database returns it. */
export async function ask(database: Database, query: string, variables: Variables = {}): Promise<unknown> {
  return JSON.parse(await answer(database, compiled(query, { variables })));
}

/** The `data` of the same operation, executed by graphql-js. Errors are thrown. */
export async function askExecuted(database: Database, query: string, variables: Variables = {}): Promise<unknown> {
  const text = await answer(database, compiled(query, { variables, executed: true }));
  const result = await execute({
    schema,
    document: parse(query),
    rootValue: JSON.parse(text),
    variableValues: variables,
  });
  if (result.errors?.[0]) throw result.errors[0];
  return JSON.parse(JSON.stringify(result.data));
}
