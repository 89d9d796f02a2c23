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

/** The address at which a browser asks: the document by its hash, so that answers can be kept. */
export function addressOfQuestion(document: TypedDocumentString<unknown, never>, variables: object): string {
  const parameters = new URLSearchParams({ documentId: hashOf(document), variables: JSON.stringify(variables) });
  return `/graphql?${parameters}`;
}

/** Asks from the browser. Throws when the server cannot be reached, or answers with an error. */
export async function ask<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const response = await fetch(addressOfQuestion(document, variables), {
    headers: { accept: 'application/graphql-response+json' },
    ...(signal && { signal }),
  });
  const { data, errors }: Answer<Data> = await response.json();
  if (!data) throw new Error(errors?.[0]?.message ?? 'The server gave no answer.');
  return data;
}
