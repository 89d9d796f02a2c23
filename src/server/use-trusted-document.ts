import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badUserInput, forbidden, notFound } from '../errors.ts';
import { asRequestError } from './mask-error.ts';

/** The parameter for the id of a document, named as in the GraphQL over HTTP specification. */
export const DOCUMENT_ID = 'documentId';

/** An id without the optional prefix: `sha256:ab…` is the same as `ab…`. */
export const bare = (id: string) => id.replace(/^sha256:/, '');

/**
 * Accepts the id of a document instead of its text: in `documentId`, or in Apollo's and urql's format for persisted
 * queries. Texts sent by clients are not stored. With `only`, documents that are not in the map are rejected.
 */
export function useTrustedDocument(documents: ReadonlyMap<string, string>, only: boolean): Plugin {
  const texts = new Map([...documents].map(([id, text]) => [bare(id), text]));
  const trusted = new Set(documents.values());
  return {
    onParams({ request, params, setParams }) {
      const { id, persisted } = readId(request, params);
      const text = id === undefined ? undefined : texts.get(bare(id));
      const sent = params.query;
      if (sent !== undefined && sent !== null) {
        if (only && !trusted.has(sent)) throw asRequestError(notTrusted());
        if (id !== undefined && !matchesId(sent, { id, text })) throw asRequestError(different(id));
      } else if (text !== undefined) setParams({ ...params, query: text });
      else if (only) throw asRequestError(notTrusted());
      else if (id !== undefined) throw asRequestError(persisted ? persistedQueryNotFound() : unknown(id));
    },
  };
}

type Params = GraphQLParams & { readonly [DOCUMENT_ID]?: unknown };

/** The document id in a request, and whether it uses the format for persisted queries. */
function readId(request: Request, params: Params): { id: string | undefined; persisted: boolean } {
  const inUrl = request.method === 'GET' ? new URL(request.url).searchParams.get(DOCUMENT_ID) : null;
  const id = inUrl ?? params[DOCUMENT_ID] ?? undefined;
  if (id !== undefined) return { id: asText(id, DOCUMENT_ID), persisted: false };
  const persisted: { sha256Hash?: unknown } | null | undefined = params.extensions?.persistedQuery;
  if (persisted === undefined || persisted === null) return { id: undefined, persisted: false };
  return { id: asText(persisted.sha256Hash, 'extensions.persistedQuery.sha256Hash'), persisted: true };
}

function asText(id: unknown, name: string): string {
  if (typeof id === 'string' && id !== '') return id;
  throw asRequestError(badUserInput(`${name} must be the id of a document, a string like "sha256:1f2e…"`));
}

/** Whether a document sent with an id may have that id. An unknown id that is not a hash cannot be checked. */
function matchesId(sent: string, { id, text }: { readonly id: string; readonly text: string | undefined }): boolean {
  if (text !== undefined) return sent === text || hashOf(sent) === bare(id);
  return !/^[\da-f]{64}$/.test(bare(id)) || hashOf(sent) === bare(id);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const unknown = (id: string) => notFound(`No document has the id "${shown(id)}": send its text as query.`);

const different = (id: string) =>
  badUserInput(`query is not the document with the id "${shown(id)}": send only one of them, or the matching text`);

const notTrusted = () =>
  forbidden(
    `this server accepts only trusted documents: send the id of one as ${DOCUMENT_ID}, or ask the operator to add yours to ONRECORD_DOCUMENTS`,
  );

/** The clients of Apollo and urql recognise this exact message and send the text as well. */
function persistedQueryNotFound(): GraphQLError {
  const hint = 'No document has this hash: send its text as query.';
  return new GraphQLError('PersistedQueryNotFound', { extensions: { ...notFound(hint).extensions, hint } });
}

const shown = (id: string) => id.slice(0, 80);
