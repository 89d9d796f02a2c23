import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badUserInput, forbidden, notFound } from '../errors.ts';
import { asRequestError } from './mask-error.ts';

/** The parameter that names a document, as the GraphQL over HTTP specification has it. */
export const DOCUMENT_ID = 'documentId';

/** Hashes are written with or without the name of what made them: `sha256:ab…` is `ab…`. */
export const bare = (id: string) => id.replace(/^sha256:/, '');

/**
 * Lets a request name its document by id instead of sending it: in `documentId`, or as Apollo's and urql's persisted
 * queries do it. Nothing that a client sends is kept. With `only`, documents that are not in the map are refused.
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
        if (id !== undefined && !isNamed(sent, { id, text })) throw asRequestError(different(id));
      } else if (text !== undefined) setParams({ ...params, query: text });
      else if (only) throw asRequestError(notTrusted());
      else if (id !== undefined) throw asRequestError(persisted ? persistedQueryNotFound() : unknown(id));
    },
  };
}

type Params = GraphQLParams & { readonly [DOCUMENT_ID]?: unknown };

/** The id that a request gives, and whether it does so as persisted queries do. */
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
  throw asRequestError(badUserInput(`${name} must be the id of a document, a text like "sha256:1f2e…"`));
}

/** Whether a document that came with an id can be the one of that id; an id that is no hash and unknown says nothing. */
function isNamed(sent: string, { id, text }: { readonly id: string; readonly text: string | undefined }): boolean {
  if (text !== undefined) return sent === text || hashOf(sent) === bare(id);
  return !/^[\da-f]{64}$/.test(bare(id)) || hashOf(sent) === bare(id);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const unknown = (id: string) => notFound(`No document here has the id "${shown(id)}": send its text as query.`);

const different = (id: string) =>
  badUserInput(`query is not the document of the id "${shown(id)}": send one of the two, or the text of that id`);

const notTrusted = () =>
  forbidden(
    `this server answers trusted documents alone: send the id of one as ${DOCUMENT_ID}, or have its operator add yours to ONRECORD_DOCUMENTS`,
  );

/** Apollo's and urql's clients then send the text as well: by these very words. */
function persistedQueryNotFound(): GraphQLError {
  const hint = 'No document here has this hash: send its text as query.';
  return new GraphQLError('PersistedQueryNotFound', { extensions: { ...notFound(hint).extensions, hint } });
}

const shown = (id: string) => id.slice(0, 80);
