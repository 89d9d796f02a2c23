import { pick, tryParseJSONC, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { useEffect, useRef } from 'react';
import { GRAPHQL_PATH } from './ask.ts';

/** A query in an address; variables are JSON. */
export interface Shared {
  readonly query: string;
  readonly variables?: string | undefined;
  readonly operationName?: string | undefined;
}

/** The maximum length of an address, since most proxies accept lines of 8 kB. */
export const LONGEST = 8_000;

/** The pause in editing after which the address is updated, in milliseconds; browsers limit the rate of updates. */
const PAUSE = 500;

/** The query in this address, with its variables formatted; undefined if there is none. */
export function readAddress({ search }: Location = location): Shared | undefined {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (query === null) return undefined;
  const variables = parameters.get('variables') ?? '';
  return {
    query: inLines(query),
    variables: laidOut(variables) ?? variables,
    operationName: parameters.get('operationName') ?? '',
  };
}

/**
 * The address of a query. A long query is minified; undefined if it is still too long, or if formatting it again would
 * not restore it. Invalid variables are left out.
 */
export function addressOf(shared: Shared): string | undefined {
  const address = withQuery(shared);
  if (address.length <= LONGEST) return address;
  const query = compact(shared.query);
  if (query === undefined || inLines(query) !== shared.query.trimEnd()) return undefined;
  const short = withQuery({ ...shared, query });
  return short.length <= LONGEST ? short : undefined;
}

function withQuery({ query, variables, operationName }: Shared): string {
  const parameters = new URLSearchParams({ query });
  const values = laidOut(variables ?? '', 0);
  if (values) parameters.set('variables', values);
  if (operationName) parameters.set('operationName', operationName);
  return `${GRAPHQL_PATH}?${parameters}`;
}

function compact(query: string): string | undefined {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return undefined;
  }
}

/** Formats a query that is on one line; others, and those with comments (which would be lost), stay as they are. */
function inLines(query: string): string {
  if (/[\n#]/.test(query)) return query;
  try {
    return print(parse(query));
  } catch {
    return query;
  }
}

function laidOut(variables: string, indent = 2): string | undefined {
  try {
    const values = tryParseJSONC(variables);
    return values && JSON.stringify(values, null, indent);
  } catch {
    return undefined;
  }
}

/** The query in the open tab, with the operation name if there are several operations. */
export function useShared(): Shared {
  const { tabs, activeTabIndex, operations, operationName } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'operations', 'operationName'),
  );
  const { query, variables } = tabs[activeTabIndex] ?? {};
  const named = (operations?.length ?? 0) > 1;
  return { query: query ?? '', variables: variables ?? '', ...(named && { operationName }) };
}

/** Keeps the address up to date with the open tab, and selects the operation named in the first address. */
export function AddressInStep(): null {
  const shared = useShared();
  const address = (shared.query && addressOf(shared)) || GRAPHQL_PATH;
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(null, '', address), PAUSE);
    return () => clearTimeout(timer);
  }, [address]);

  const wanted = useRef(readAddress()?.operationName);
  const operations = useGraphiQL(({ operations }) => operations);
  const { setOperationName } = useGraphiQLActions();
  useEffect(() => {
    const name = wanted.current;
    if (!operations || !name) return;
    wanted.current = undefined;
    if (operations.some((operation) => operation.name?.value === name)) setOperationName(name);
  }, [operations, setOperationName]);
  return null;
}
