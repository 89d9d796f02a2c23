import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import type { ErrorCode } from '../errors.ts';
import { type Found, LINKED_KINDS, type LinkedKind, linkedData } from '../linked-data/document.ts';
import { errorResponse } from './error-response.ts';
import { asRequestError, maskError } from './mask-error.ts';
import { qualityOf } from './media-type.ts';
import { SentText } from './sent-text.ts';
import { cacheControl } from './shown-text.ts';

export const JSON_LD = 'application/ld+json';

export interface LinkedDataOptions {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly log: (error: unknown) => void;
}

const SUFFIX = '.jsonld';

/**
 * Serves `/article/<slug>` and `/person/<slug>` as JSON-LD to clients that accept it, and to all clients with the suffix
 * `.jsonld`. A slug that was merged into another redirects to that one.
 */
export function useLinkedData({ schema, database, log }: LinkedDataOptions): Plugin {
  const headers = { 'content-type': JSON_LD, 'cache-control': cacheControl(schema), vary: 'accept' };
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const { Response } = fetchAPI;
      const path = readPath(url.pathname);
      if (!path || !(request.method === 'GET' || request.method === 'HEAD')) return;
      const { kind, slug, suffix } = path;
      if (!suffix && qualityOf(request.headers.get('accept'), JSON_LD) === 0) return;
      const at = (name: string) => `/${kind}/${encodeURIComponent(name)}${suffix}`;
      try {
        const found = await linkedData({ schema, database, signal: request.signal }, kind, slug);
        if ('suggestion' in found) {
          const hint = found.suggestion === undefined ? '' : `: did you mean ${at(found.suggestion)}?`;
          const message = `No ${kind} has the slug "${slug}"${hint}`;
          endResponse(errorResponse(fetchAPI, { code: 'NOT_FOUND', message, status: 404 }));
        } else if (found.slug === slug) endResponse(await textOf(found).to(request, { fetchAPI, headers }));
        else endResponse(new Response(null, { status: 301, headers: { location: at(found.slug), vary: 'accept' } }));
      } catch (error) {
        const masked = asRequestError(maskError(error, log));
        const { message, extensions } = masked;
        const { http, code = 'INTERNAL' } = extensions as { http?: { status?: number }; code?: ErrorCode };
        endResponse(errorResponse(fetchAPI, { code, message, status: http?.status ?? 500 }));
      }
    },
  };
}

function textOf({ document }: Found): SentText {
  return new SentText(`${JSON.stringify(document)}\n`);
}

function readPath(pathname: string): { kind: LinkedKind; slug: string; suffix: string } | undefined {
  const [, first, rest] = /^\/([a-z]+)\/([^/]+)$/.exec(pathname) ?? [];
  const kind = LINKED_KINDS.find((one) => one === first);
  if (!kind || rest === undefined) return undefined;
  const suffix = rest.endsWith(SUFFIX) ? SUFFIX : '';
  try {
    return { kind, slug: decodeURIComponent(suffix ? rest.slice(0, -SUFFIX.length) : rest), suffix };
  } catch {
    return undefined;
  }
}
