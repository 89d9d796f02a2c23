import { pick, tryParseJSONC, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { useEffect, useRef } from 'react';
import { GRAPHQL_PATH } from './ask.ts';

/** A question as an address carries it; variables are JSON. */
export interface Shared {
  readonly query: string;
  readonly variables?: string | undefined;
  readonly operationName?: string | undefined;
}

/** Proxies take lines of 8 kB, as a rule: what is longer stays out of the address. */
export const LONGEST = 8_000;

/** How long the editors must rest before the address follows, in milliseconds; browsers count its changes. */
const REST = 500;

/** The question with which this address opens, laid out as its variables are; undefined when it has none. */
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
 * Path and parameters of a question; undefined when that is too long also without the question's layout, or when the
 * layout would not come back. Variables that cannot be read are left out.
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

/** A question that came in one line, in lines; any other as it is, and one with a comment, which would be lost. */
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

/** The question of the open tab; its operation has a name where there are several. */
export function useShared(): Shared {
  const { tabs, activeTabIndex, operations, operationName } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'operations', 'operationName'),
  );
  const { query, variables } = tabs[activeTabIndex] ?? {};
  const named = (operations?.length ?? 0) > 1;
  return { query: query ?? '', variables: variables ?? '', ...(named && { operationName }) };
}

/** Keeps the address in step with the open tab, and chooses the operation that the first address named. */
export function AddressInStep(): null {
  const shared = useShared();
  const address = (shared.query && addressOf(shared)) || GRAPHQL_PATH;
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(null, '', address), REST);
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
