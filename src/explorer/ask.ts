import type { TypedDocumentString } from './generated/operation.ts';

/** What a server answers: as GraphQL has it. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The hash by which the server knows a document. */
export function hashOf(document: TypedDocumentString<unknown, never>): string {
  return String((document as { __meta__?: { hash?: string } }).__meta__?.hash);
}

/** Asks the API for the answer to a document that it knows by its hash. */
export type Ask = (hash: string, variables: object, signal?: AbortSignal) => Promise<Answer<unknown>>;

/** The address at which a browser asks: the document by its hash, so that answers can be kept. */
export function addressOfQuestion(hash: string, variables: object): string {
  return `/graphql?${new URLSearchParams({ documentId: hash, variables: JSON.stringify(variables) })}`;
}

/** Asks from the browser. Throws when the server cannot be reached. */
export const askServer: Ask = async (hash, variables, signal) => {
  const response = await fetch(addressOfQuestion(hash, variables), {
    headers: { accept: 'application/graphql-response+json' },
    ...(signal && { signal }),
  });
  return response.json();
};

/** Asks from the browser. Throws when the server cannot be reached, or answers with an error. */
export async function ask<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const { data, errors } = await askServer(hashOf(document), variables, signal);
  if (!data) throw new Error(errors?.[0]?.message ?? 'The server gave no answer.');
  return data as Data;
}
