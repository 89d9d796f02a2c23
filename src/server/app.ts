import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { AppOptions } from './app-options.ts';
import type { Ask } from './ask.ts';
import { GRAPHQL_PATH } from './graphql-path.ts';
import { maskError } from './mask-error.ts';
import { pluginsOf } from './plugins.ts';
import { DOCUMENT_ID } from './use-trusted-document.ts';

/** Answers requests by `fetch`, without a port. Also a request listener for Node's HTTP server. */
export type App = YogaServerInstance<object, object>;

/** Disables Yoga's own health check, which would match every URL with this suffix: no URL contains a space. */
const NO_PATH = ' ';

/**
 * The web UI at `/`, GraphQL and GraphiQL at `/graphql`, downloads at `/download`, JSON-LD at `/article` and `/person`,
 * the schema at `/schema.graphql`, and `/health`.
 */
export function createApp(options: AppOptions): App {
  return appWith(options, (ask) => Object.values(pluginsOf(options, ask)));
}

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly log: (error: unknown) => void;
}

/** Makes an app of the given plugins. They can run further requests with `ask`. */
export function appWith({ schema, log }: YogaOptions, plugins: (ask: Ask) => Plugin[]): App {
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
    plugins: plugins(ask),
  });
  return app;
}
