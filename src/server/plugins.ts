import type { Plugin } from 'graphql-yoga';
import { trustedDocuments } from '../explorer/render.tsx';
import { DEFAULT_LIMITS } from '../query/limit/limit.ts';
import type { AppOptions } from './app-options.ts';
import type { Ask } from './ask.ts';
import { OpenStreams } from './open-streams.ts';
import { showsTexts } from './shown-text.ts';
import { useAccept } from './use-accept.ts';
import { useAsset } from './use-asset.ts';
import { useBody } from './use-body.ts';
import { useCache } from './use-cache.ts';
import { useCompression } from './use-compression.ts';
import { useCors } from './use-cors.ts';
import { useDownload } from './use-download.ts';
import { useDownloadLink } from './use-download-link.ts';
import { useExplorer } from './use-explorer.ts';
import { useGraphiql } from './use-graphiql.ts';
import { useHead } from './use-head.ts';
import { useHealth } from './use-health.ts';
import { useHint } from './use-hint.ts';
import { useHost } from './use-host.ts';
import { useLimit } from './use-limit.ts';
import { useLinkedData } from './use-linked-data.ts';
import { useLive } from './use-live.ts';
import { useMethod } from './use-method.ts';
import { usePassThrough } from './use-pass-through.ts';
import { useQueryString } from './use-query-string.ts';
import { useRoute } from './use-route.ts';
import { useSchemaFile } from './use-schema-file.ts';
import { useTrustedDocument } from './use-trusted-document.ts';

/**
 * The plugins of the server, in the order in which they run. Their order matters within the hooks `onRequest` and
 * `onExecute`: the first plugin that answers ends the round, and later ones are not called. The comments give the
 * reasons, and `test/server/plugins.db.test.ts` swaps each pair that must not be swapped.
 */
export function pluginsOf(options: AppOptions, ask: Ask): Readonly<Record<string, Plugin>> {
  const { schema, database, assets, log, limits = DEFAULT_LIMITS, mayExplain = false, trustedOnly = false } = options;
  const documents = new Map([...trustedDocuments, ...(options.documents ?? [])]);
  return {
    // onRequest. Public answers to any host name may be read by all websites anyway.
    ...(showsTexts(schema) && { host: useHost(options) }),
    // Answers OPTIONS, which `method` would reject.
    cors: useCors(!showsTexts(schema)),
    // Before all that read the query string.
    queryString: useQueryString(),
    // Rejects POST before `health`, `schemaFile`, `asset` and `explorer` answer: they do not check the method.
    method: useMethod(),
    // Turns HEAD into GET before anything answers: the later plugins only know GET.
    head: useHead(ask),
    // These answer all requests to their paths. They come before `explorer`, which takes every path that a browser requests.
    health: useHealth(database, log),
    downloadLink: useDownloadLink(ask),
    schemaFile: useSchemaFile(schema),
    linkedData: useLinkedData({ schema, database, log }),
    ...(assets && {
      asset: useAsset(assets),
      // Before `graphiql`: if only trusted documents are accepted, it replaces GraphiQL with an explanation.
      explorer: useExplorer({ assets, ask, trustedOnly, log }),
      // Before `route`, which rejects a GraphQL URL with invalid variables; GraphiQL shows it for editing.
      graphiql: useGraphiql({ assets, questions: options.questions, mayExplain }),
    }),
    // Answers 404 to all paths that no plugin before it has answered, except GraphQL's.
    route: useRoute(),
    // After `route`: the body of a request to an unknown path is not read.
    body: useBody(),

    // onParams, onParse and onValidate, one plugin each.
    trustedDocument: useTrustedDocument(documents, trustedOnly),
    limit: useLimit(limits),
    hint: useHint(),

    // onExecute and onResultProcess.
    accept: useAccept(),
    // Before `passThrough`: answers 304 without running the operation.
    cache: useCache(database, schema),
    // Before `passThrough`, which would answer with JSON.
    download: useDownload(database, { limits, log }),
    passThrough: usePassThrough(database, { limits, mayExplain }),

    // onSubscribe.
    live: useLive(database, { limits, mayExplain, streams: options.streams ?? new OpenStreams(), log }),

    // onResponse.
    compression: useCompression(),
  };
}
