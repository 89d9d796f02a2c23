import { type GraphQLError, getOperationAST, getVariableValues, OperationTypeNode } from 'graphql';
import type { Statement } from '../../db/database.ts';
import { badUserInput } from '../../errors.ts';
import { located } from '../located.ts';
import { type Operation, readOperation } from '../operation.ts';
import { selectRoot } from '../root.ts';
import { rejectNul } from '../sql/nul.ts';
import { Aliases } from '../sql/row.ts';
import { Shared } from '../sql/shared.ts';
import { type Layout, layoutOf } from './layout.ts';

/** A list to be taken along whole: one row of the statement for each row of the list. */
export interface CompiledFile {
  /** Gives one text column: a JSON object without line breaks. */
  readonly statement: Statement;
  /** The scalars that the objects hold, in the order selected. */
  readonly layout: Layout;
  /** The operation's name, or the response key of its list: letters, digits and underscores. */
  readonly name: string;
}

const ACCEPTED =
  'an export takes one root field that is a list, and of that its nodes, as in { list(where: …) { nodes { … } } }, or the nodes of its groups, or paths';

/**
 * Compiles an operation that asks for one list into a statement that gives the list row by row: all of its rows, or
 * `first` of them. Throws a GraphQLError for an operation that is not of this shape, or wrong otherwise.
 */
export function compileFile(operation: Operation): CompiledFile {
  const read = readOperation(operation);
  if (!read) throw whyNot(operation);
  const { context, type, fields } = read;
  const [[key, nodes] = ['', []], ...others] = fields;
  const [node] = nodes;
  if (!node || others.length > 0) throw badUserInput(`the operation asks for ${fields.size} root fields: ${ACCEPTED}`);
  return located(key, nodes, () => {
    const field = type.getFields()[node.name.value];
    const layout = field && layoutOf(context, field, nodes);
    if (!layout) throw badUserInput(`${node.name.value} is not the nodes of a list alone: ${ACCEPTED}`);
    const aliases = new Aliases();
    const shared = new Shared(aliases);
    const rows = selectRoot({
      context: { ...context, executed: false, asRows: true },
      aliases,
      shared,
      type,
      nodes,
      node,
    });
    if (!rows) throw new Error(`${node.name.value} means nothing`);
    rejectNul(rows);
    const name = getOperationAST(operation.document, operation.operationName)?.name?.value ?? key;
    const { text, values } = shared.statement(rows);
    return { statement: { text, values }, layout, name };
  });
}

/** Why an operation cannot be read. */
function whyNot({ schema, document, operationName, variables }: Operation): GraphQLError {
  const definition = getOperationAST(document, operationName);
  if (!definition)
    return badUserInput(
      operationName
        ? `the document has no operation ${operationName}: name one that it has`
        : 'the document has several operations: name one in operationName',
    );
  if (definition.operation !== OperationTypeNode.QUERY)
    return badUserInput(`a ${definition.operation} cannot be exported: ${ACCEPTED}`);
  const { errors } = getVariableValues(schema, definition.variableDefinitions ?? [], variables ?? {});
  return badUserInput(errors?.[0]?.message ?? 'the variables have wrong values');
}
