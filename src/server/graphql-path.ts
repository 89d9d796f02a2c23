/** Where GraphQL is. */
export const GRAPHQL_PATH = '/graphql';

/** Whether GraphQL is at an address: with a slash at its end, too. */
export function isGraphql({ pathname }: { readonly pathname: string }): boolean {
  return pathname === GRAPHQL_PATH || pathname === `${GRAPHQL_PATH}/`;
}
