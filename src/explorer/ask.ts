import type { TypedDocumentString } from './generated/operation.ts';

/** A GraphQL response. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The hash that identifies a trusted document. */
export function hashOf(document: TypedDocumentString<unknown, never>): string {
  return String((document as { __meta__?: { hash?: string } }).__meta__?.hash);
}

/** Executes a trusted document by its hash. */
export type Ask = (hash: string, variables: object, signal?: AbortSignal) => Promise<Answer<unknown>>;

/** The URL of a query by its document's hash, as GET, so that browsers and proxies can cache the response. */
export function addressOfQuery(hash: string, variables: object): string {
  return `/graphql?${new URLSearchParams({ documentId: hash, variables: JSON.stringify(variables) })}`;
}

/** Sends a query from the browser. Throws when the server cannot be reached. */
export const askServer: Ask = async (hash, variables, signal) => {
  const response = await fetch(addressOfQuery(hash, variables), {
    headers: { accept: 'application/graphql-response+json' },
    ...(signal && { signal }),
  });
  return response.json();
};

/** Sends a query from the browser. Throws when the server cannot be reached or answers with errors. */
export async function ask<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const { data, errors } = await askServer(hashOf(document), variables, signal);
  if (!data) throw new Error(errors?.[0]?.message ?? 'The server sent no data.');
  return data as Data;
}
