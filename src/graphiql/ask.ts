import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, OperationTypeNode } from 'graphql';
import { readEvents } from './events.ts';

/** A question to the server, with headers of the asker's own. */
export interface Asked {
  readonly operation: FetcherParams;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Where GraphQL is: the address of this page. */
export const GRAPHQL_PATH = '/graphql';

/** Asks the server; an error says in words that it cannot be reached. */
export async function ask({ operation, headers }: Asked): Promise<Response> {
  const { query, variables, operationName } = operation;
  try {
    return await fetch(GRAPHQL_PATH, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables, ...(operationName && { operationName }) }),
    });
  } catch {
    throw new Error('The server does not answer. Is it running, and is this device connected to it?');
  }
}

/** Reads an answer that is JSON whatever its status; an error says what came instead. */
export async function readAnswer(response: Response) {
  try {
    return await response.json();
  } catch {
    throw new Error(`The server answered with status ${response.status} and no JSON.`);
  }
}

/** What an answer's errors say, in one text; undefined when it has none. */
export function errorsOf(answer: unknown): string | undefined {
  const { errors } = Object(answer) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.length ? errors.map(({ message }) => message).join('\n') : undefined;
}

const EVENTS = 'text/event-stream';

/** How GraphiQL runs what is in the editor. What goes wrong on the way is shown like an error of the server. */
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
