export const GRAPHQL_PATH = '/graphql';

/** Whether a URL is the GraphQL endpoint, with or without a trailing slash. */
export function isGraphql({ pathname }: { readonly pathname: string }): boolean {
  return pathname === GRAPHQL_PATH || pathname === `${GRAPHQL_PATH}/`;
}
