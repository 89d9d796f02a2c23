import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Database } from '../db/database.ts';
import { trustedDocuments } from '../explorer/render.tsx';
import { DEFAULT_LIMITS, type Limits } from '../query/limit/limit.ts';
import type { Ask } from './ask.ts';
import type { Assets } from './asset.ts';
import { GRAPHQL_PATH } from './graphql-path.ts';
import { maskError } from './mask-error.ts';
import { OpenStreams } from './open-streams.ts';
import { usePassThrough } from './pass-through.ts';
import type { Question } from './question.ts';
import { showsTexts } from './shown-text.ts';
import { useAccept } from './use-accept.ts';
import { useAsset } from './use-asset.ts';
import { useBodyLimit } from './use-body-limit.ts';
import { useCache } from './use-cache.ts';
import { useCors } from './use-cors.ts';
import { useDownload } from './use-download.ts';
import { useDownloadLink } from './use-download-link.ts';
import { useExplorer } from './use-explorer.ts';
import { useGraphiql } from './use-graphiql.ts';
import { useHead } from './use-head.ts';
import { useHealth } from './use-health.ts';
import { useHint } from './use-hint.ts';
import { useLimit } from './use-limit.ts';
import { useLinkedData } from './use-linked-data.ts';
import { useLive } from './use-live.ts';
import { useMethod } from './use-method.ts';
import { useRoute } from './use-route.ts';
import { useSchemaFile } from './use-schema-file.ts';
import { DOCUMENT_ID, useTrustedDocument } from './use-trusted-document.ts';

export type AppOptions = {
  schema: GraphQLSchema;
  database: Database;
  /** The library that GraphiQL offers. */
  questions: readonly Question[];
  /** How much one request may ask for; `DEFAULT_LIMITS` when left out. */
  limits?: Limits;
  /** Whether a client may see cost, SQL and plan of its question; not when left out. */
  mayExplain?: boolean;
  /** What browsers load; without it there is no page for people. */
  assets?: Assets;
  /** Texts of documents that a request may name by their ids, beside those of the page. */
  documents?: ReadonlyMap<string, string>;
  /** Whether other documents than these are refused; not when left out. */
  trustedOnly?: boolean;
  /** Where streams of events are counted and ended; by themselves when left out. */
  streams?: OpenStreams;
  /** Gets what clients must not see: bugs of ours, and a database that fails. */
  log: (error: unknown) => void;
};

/** Answers requests by `fetch`, without a port; it is also a listener for Node's http server. */
export type App = YogaServerInstance<object, object>;

/** Yoga would answer any address that ends so; no address has a blank, so that `useHealth` answers. */
const NO_PATH = ' ';

/** The page for people at `/`, GraphQL at `/graphql`, GraphiQL there for a browser, downloads at `/download`, JSON-LD at `/article` and `/person`, `/health`. */
export function createApp({
  schema,
  database,
  questions,
  log,
  limits = DEFAULT_LIMITS,
  mayExplain = false,
  assets,
  documents = new Map(),
  trustedOnly = false,
  streams = new OpenStreams(),
}: AppOptions): App {
  const ask: Ask = (request, context = {}) => app.fetch(request, context);
  const app: App = createYoga({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    healthCheckEndpoint: NO_PATH,
    landingPage: false,
    multipart: false,
    logging: false,
    maskedErrors: { maskError: (error) => maskError(error, log) },
    extraParamNames: [DOCUMENT_ID],
    graphiql: false,
    cors: false,
    plugins: [
      useCors(!showsTexts(schema)),
      useMethod(),
      useHead(ask),
      useHealth(database, log),
      useDownloadLink(ask),
      useSchemaFile(schema),
      useLinkedData({ schema, database, log }),
      ...(assets
        ? [
            useAsset(assets),
            useExplorer({ assets, ask, trustedOnly, log }),
            useGraphiql({ assets, questions, mayExplain }),
          ]
        : []),
      useRoute(),
      useBodyLimit(),
      useTrustedDocument(new Map([...trustedDocuments, ...documents]), trustedOnly),
      useLimit(limits),
      useHint(),
      useAccept(),
      useCache(database, schema),
      useDownload(database, { limits, log }),
      usePassThrough(database, { limits, mayExplain }),
      useLive(database, { limits, mayExplain, streams, log }),
    ],
  });
  return app;
}
