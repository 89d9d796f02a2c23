import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../failure.ts';
import type { Operation } from '../query/operation.ts';
import { formatProblem } from '../text/problem.ts';
import { problemsOf } from './count.ts';
import { withDatabase } from './database.ts';
import { helpText } from './help.ts';
import { progressLine, say, warn } from './terminal.ts';
import { readStandardInput, readTextFile, writeTextFile } from './text-file.ts';

interface Options {
  readonly format: 'json' | 'csv' | 'ndjson';
  readonly bom?: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operation?: string;
  readonly out?: string;
}

export function addQuery(program: Command): void {
  program
    .command('query')
    .summary('run a GraphQL operation from a file')
    .description(
      'Run a GraphQL operation on the database. Prints the answer as JSON, or all rows of a list as CSV or NDJSON.',
    )
    .argument('<FILE>', 'file with the operation; - reads standard input')
    .addOption(
      new Option('--format <FORMAT>', 'json, csv or ndjson').choices(['json', 'csv', 'ndjson']).default('json'),
    )
    .option('--bom', 'start CSV with a byte order mark, so that Excel detects UTF-8')
    .option('--variables <JSON>', 'variables, as a JSON object', readVariables, {})
    .option('--operation <NAME>', 'operation to run, if the file has several')
    .option('--out <FILE>', 'write to a file; on failure it is left unchanged')
    .addHelpText(
      'after',
      helpText({
        examples: [
          ['onrecord query seeds/questions/sides-of-a-proposal.graphql', 'the answer as JSON'],
          ['onrecord query mine.graphql --format csv --out mine.csv', 'a list as a CSV file'],
          ["echo '{ people { nodes { name } } }' | onrecord query - --format ndjson", 'one line per row'],
        ],
        settings: ['databaseUrl', 'dataFolder', 'statementTimeout', 'maxCost'],
        failure: 'the operation is rejected (one line per reason on standard error), or the database failed',
      }),
    )
    .action(query);
}

async function query(file: string, options: Options): Promise<void> {
  const config = readConfig();
  const text = file === '-' ? await readStandardInput() : await readTextFile(file);
  const [{ buildSchema }, { DEFAULT_LIMITS }] = await Promise.all([
    import('../api.ts'),
    import('../query/limit/limit.ts'),
  ]);
  const schema = buildSchema();
  try {
    const { operation: operationName, variables } = options;
    const limits = { ...DEFAULT_LIMITS, cost: config.maxCost };
    const operation = { schema, document: await readDocument(schema, text), operationName, variables, limits };
    await withDatabase(config, async (database) => {
      await warnIfEmpty(database);
      await write(
        options.format === 'json' ? answered(database, operation) : downloaded(database, operation, options),
        options.out,
      );
    });
  } catch (error) {
    throw (await asFailure(error, file)) ?? error;
  }
}

/** Parses and validates a document. Throws a syntax error, or all validation errors as a Rejection. */
async function readDocument(schema: GraphQLSchema, text: string): Promise<DocumentNode> {
  const { parse, validate } = await import('graphql');
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Rejection(errors);
  return document;
}

/** Several GraphQL errors thrown as one. */
class Rejection extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.errors = errors;
  }
}

/** The answer as JSON. */
async function* answered(database: Database, operation: Operation): AsyncGenerator<string, void> {
  const [{ compileOperation }, { answer }] = await Promise.all([
    import('../query/operation.ts'),
    import('../query/run.ts'),
  ]);
  const compiled = compileOperation(operation);
  const text = compiled && (await answer(database, compiled));
  if (compiled?.passThrough) {
    yield `{"data":${text}}\n`;
    return;
  }
  const { execute, getOperationAST } = await import('graphql');
  const { schema, document, operationName, variables: variableValues } = operation;
  if (getOperationAST(document, operationName)?.operation === 'subscription') {
    const { badUserInput } = await import('../errors.ts');
    throw badUserInput('subscriptions need a server: send it to one, or change it into a query for the current data');
  }
  const rootValue: unknown = text === undefined ? undefined : JSON.parse(text);
  const result = await execute({ schema, document, operationName, variableValues, rootValue });
  if (result.errors) throw new Rejection(result.errors);
  yield `${JSON.stringify(result)}\n`;
}

/** The rows of the operation's list as CSV or NDJSON. Shows a counter on a terminal. */
async function* downloaded(
  database: Database,
  operation: Operation,
  { format, bom }: Options,
): AsyncGenerator<string, void> {
  const [{ compileFile }, { formatRows }, { rows }] = await Promise.all([
    import('../query/file/file.ts'),
    import('../query/file/format.ts'),
    import('../query/run.ts'),
  ]);
  const compiled = compileFile(operation);
  const progress = progressLine('Rows');
  let count = 0;
  const counted = async function* () {
    for await (const batch of rows(database, compiled)) {
      count += batch.length;
      progress.count(count);
      yield batch;
    }
  };
  try {
    yield* formatRows(counted(), compiled.layout, format === 'ndjson' ? 'ndjson' : bom ? 'csv-bom' : 'csv');
  } finally {
    progress.end();
  }
}

async function write(pieces: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) await pipeline(Readable.from(pieces), process.stdout, { end: false });
  else await writeTextFile(out, pieces);
}

async function warnIfEmpty(database: Database): Promise<void> {
  const revision = await database.read({ text: 'select coalesce(max("number"), 0)::text from "Revision"', values: [] });
  if (revision === '0') warn('The database is empty: run onrecord import first.');
}

/** Prints the reasons why an operation was rejected, and returns a Failure; undefined for other errors. */
async function asFailure(error: unknown, file: string): Promise<Failure | undefined> {
  const { GraphQLError } = await import('graphql');
  const errors = error instanceof Rejection ? error.errors : error instanceof GraphQLError ? [error] : undefined;
  if (!errors) return undefined;
  for (const { message, locations, path, extensions } of errors) {
    const { line = 0, column = 0 } = locations?.[0] ?? {};
    const [where, code] = [path?.length ? `${path.join('.')}: ` : '', extensions.code];
    say(formatProblem({ file, line, column, message: `${where}${message}${code ? ` (${code})` : ''}` }));
  }
  return new Failure('NOT_ANSWERED', `${file} has ${problemsOf(errors.length)} (above) and was not run.`);
}

function readVariables(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Handled below, like JSON that is not an object.
  }
  throw new InvalidArgumentError('Use a JSON object, for example \'{"slug":"kaja-kallas"}\'.');
}
