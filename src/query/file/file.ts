import { type GraphQLError, getOperationAST, getVariableValues, OperationTypeNode } from 'graphql';
import type { Statement } from '../../db/database.ts';
import { badUserInput } from '../../errors.ts';
import { located } from '../located.ts';
import { type Operation, readOperation } from '../operation.ts';
import { selectRoot } from '../root.ts';
import { Aliases } from '../sql/row.ts';
import { Scope } from '../sql/scope.ts';
import { Shared } from '../sql/shared.ts';
import { rejectUnstorable } from '../sql/unstorable.ts';
import { type Layout, layoutOf } from './layout.ts';

/** A list as a file: the statement has a row for each row of the list. */
export interface CompiledFile {
  /** Its rows have one text column, a JSON object without line breaks. */
  readonly statement: Statement;
  /** The columns of the file, in the order selected. */
  readonly layout: Layout;
  /** The operation's name, or the response key of its list: letters, digits and underscores. */
  readonly name: string;
}

const ACCEPTED =
  'a download needs exactly one list with its nodes, as in { list(where: …) { nodes { … } } }, or the nodes of its groups, or paths';

/**
 * Compiles an operation with one list into a statement that returns the list row by row: all of its rows, or `first` of
 * them. Throws a GraphQLError for any other operation.
 */
export function compileFile(operation: Operation): CompiledFile {
  const read = readOperation(operation);
  if (!read) throw whyNot(operation);
  const { context, type, fields } = read;
  const [[key, nodes] = ['', []], ...others] = fields;
  const [node] = nodes;
  if (!node || others.length > 0) throw badUserInput(`the operation has ${fields.size} root fields: ${ACCEPTED}`);
  return located(key, nodes, () => {
    const field = type.getFields()[node.name.value];
    const layout = field && layoutOf(context, field, nodes);
    if (!layout) throw badUserInput(`${node.name.value} cannot be downloaded with this selection: ${ACCEPTED}`);
    const aliases = new Aliases();
    const shared = new Shared(aliases);
    const rows = selectRoot({
      context: { ...context, executed: false, asRows: true, scope: Scope.empty },
      aliases,
      shared,
      type,
      nodes,
      node,
    });
    if (!rows) throw new Error(`${node.name.value} has no mapping`);
    rejectUnstorable(rows);
    const name = getOperationAST(operation.document, operation.operationName)?.name?.value ?? key;
    const { text, values } = shared.statement(rows);
    return { statement: { text, values }, layout, name };
  });
}

/** The error for an operation that cannot be read. */
function whyNot({ schema, document, operationName, variables }: Operation): GraphQLError {
  const definition = getOperationAST(document, operationName);
  if (!definition)
    return badUserInput(
      operationName
        ? `the document has no operation ${operationName}: use the name of one of its operations`
        : 'the document has several operations: choose one with operationName',
    );
  if (definition.operation !== OperationTypeNode.QUERY)
    return badUserInput(`a ${definition.operation} cannot be downloaded: ${ACCEPTED}`);
  const { errors } = getVariableValues(schema, definition.variableDefinitions ?? [], variables ?? {});
  return badUserInput(errors?.[0]?.message ?? 'the variables have invalid values');
}
