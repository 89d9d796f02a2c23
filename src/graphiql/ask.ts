import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, OperationTypeNode } from 'graphql';
import { readEvents } from './events.ts';

/** An operation to send, with the user's headers. */
export interface Asked {
  readonly operation: FetcherParams;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The path of the GraphQL endpoint, which is also this page. */
export const GRAPHQL_PATH = '/graphql';

/** Sends an operation. Throws an error with a readable message if the server cannot be reached. */
export async function ask({ operation, headers }: Asked): Promise<Response> {
  const { query, variables, operationName } = operation;
  try {
    return await fetch(GRAPHQL_PATH, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables, ...(operationName && { operationName }) }),
    });
  } catch {
    throw new Error('The server does not answer. Check that it is running and that you are online.');
  }
}

/** Reads a JSON response of any status. Throws if it is not JSON. */
export async function readAnswer(response: Response) {
  try {
    return await response.json();
  } catch {
    throw new Error(`The server answered with status ${response.status}, but not with JSON.`);
  }
}

/** The messages of an answer's errors; undefined if there are none. */
export function errorsOf(answer: unknown): string | undefined {
  const { errors } = Object(answer) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.length ? errors.map(({ message }) => message).join('\n') : undefined;
}

const EVENTS = 'text/event-stream';

/** Runs an operation for GraphiQL. Network errors are shown like errors of the server. */
export const fetcher: Fetcher = async (operation, { headers, documentAST } = {}) => {
  const type = documentAST && getOperationAST(documentAST, operation.operationName)?.operation;
  const events = type === OperationTypeNode.SUBSCRIPTION && { accept: EVENTS };
  try {
    const response = await ask({ operation, headers: { ...headers, ...events } });
    const streams = response.headers.get('content-type')?.startsWith(EVENTS);
    return streams && response.body ? readEvents(response.body) : await readAnswer(response);
  } catch (error) {
    return { errors: [{ message: messageOf(error) }] };
  }
};

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
