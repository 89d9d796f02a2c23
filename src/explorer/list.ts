import type { ComponentChildren } from 'preact';
import type { Address } from './address.ts';
import type { TypedDocumentString } from './generated/operation.ts';
import type { Kind } from './kind.ts';
import type { NamedKind } from './named.ts';

/** One page of a list, as the API returns it. */
export interface Connection<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  };
}

/** The variables of every list's query. */
export interface ListVariables<Where, Order> {
  readonly conditions?: Where[] | Where | null;
  readonly orderBy?: Order[] | Order | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export type Direction = 'ASC' | 'DESC';

export interface ListColumn<Row> {
  readonly name: string;
  /** The order that sorts by this column. */
  readonly order?: string;
  /** A number is aligned right, a text gets more width. */
  readonly look?: 'numeric' | 'text';
  readonly cell: (row: Row) => ComponentChildren;
}

/** An order of a list: `?order=name`, or `?order=-name` reversed. */
export interface OrderOption<Order> {
  /** The direction of `?order=name`. */
  readonly natural: Direction;
  readonly by: (direction: Direction) => Order[];
}

/** A filter of a list: `?speaker=kaja-kallas`. */
export interface Filter<Where, Row> {
  /** Shown before the value: "said by"; for chips, the name of the group. */
  readonly label: string;
  readonly where: (value: string) => Where;
  /** The kind of thing that the value names. */
  readonly names?: NamedKind;
  /** The allowed values with their labels, unless the value is a name. */
  readonly values?: Readonly<Record<string, string>>;
  /** The name for the slug, taken from a row of the result. */
  readonly nameOf?: (row: Row, slug: string) => string | null | undefined;
}

type Filters<Where, Row> = Readonly<Record<string, Filter<Where, Row>>>;

/** The queries of a list: one page of it, and all of it for a file. */
export interface ListQueries<Data, Row, Where, Order> {
  readonly document: TypedDocumentString<Data, ListVariables<Where, Order>>;
  readonly file: TypedDocumentString<unknown, Pick<ListVariables<Where, Order>, 'conditions' | 'orderBy'>>;
  readonly rows: (data: Data) => Connection<Row>;
}

/** How a list is shown, ordered and filtered. */
export interface ListDefinition<Row, Where, Order> {
  readonly kind: Kind;
  readonly intro: string;
  readonly keyOf: (row: Row) => string;
  /** The first column names the row and links to its page. */
  readonly columns: readonly ListColumn<Row>[];
  /** The first is the default. */
  readonly orders: Readonly<Record<string, OrderOption<Order>>>;
  /** The condition for rows that contain a text. */
  readonly contains: (text: string) => Where;
  /** The fields it searches: "name or other spelling". */
  readonly containsWhat: string;
  readonly filters?: Filters<Where, Row>;
}

/** Rows per page. */
export const ROWS = 40;

/** The order in an address: its name, and whether it is reversed. */
export function orderOf(orders: Readonly<Record<string, unknown>>, { search }: Address) {
  const asked = search.order ?? '';
  const reversed = asked.startsWith('-');
  const name = reversed ? asked.slice(1) : asked;
  return Object.hasOwn(orders, name) ? { name, reversed } : { name: Object.keys(orders)[0] ?? '', reversed: false };
}

/** The filters set in an address; one with a value that is not allowed is ignored. */
export function filtersOf<Where, Row>(
  filters: Filters<Where, Row> = {},
  { search }: Address,
): readonly { readonly name: string; readonly value: string; readonly filter: Filter<Where, Row> }[] {
  return Object.entries(filters).flatMap(([name, filter]) => {
    const value = search[name];
    if (!value || (filter.values && !Object.hasOwn(filter.values, value))) return [];
    return [{ name, value, filter }];
  });
}

/** The kinds that the values of filters name, by filter. */
export function namesOf<Where, Row>(filters: Filters<Where, Row> = {}): Readonly<Record<string, NamedKind>> {
  return Object.fromEntries(Object.entries(filters).flatMap(([name, { names }]) => (names ? [[name, names]] : [])));
}

/** Values in an address that are not allowed by their filter, and an unknown order. */
export function notUnderstood<Row, Where, Order>(
  { filters = {}, orders }: Pick<ListDefinition<Row, Where, Order>, 'filters' | 'orders'>,
  { search }: Address,
): readonly string[] {
  const { order } = search;
  const values = Object.entries(filters).flatMap(([name, { values }]) => {
    const value = search[name];
    return value && values && !Object.hasOwn(values, value) ? [value] : [];
  });
  return order && !Object.hasOwn(orders, order.replace(/^-/, '')) ? [...values, order] : values;
}

/** The condition and order in an address, shared by the page and its file. */
export function restOf<Row, Where, Order>(list: ListDefinition<Row, Where, Order>, address: Address) {
  const contains = address.search.contains?.trim();
  const order = orderOf(list.orders, address);
  const option = list.orders[order.name];
  return {
    conditions: [
      ...(contains ? [list.contains(contains)] : []),
      ...filtersOf(list.filters, address).map(({ filter, value }) => filter.where(value)),
    ],
    orderBy: option ? option.by(order.reversed ? opposite(option.natural) : option.natural) : [],
  };
}

/** The variables for one page of a list. */
export function variablesOf<Row, Where, Order>(
  list: ListDefinition<Row, Where, Order>,
  address: Address,
): ListVariables<Where, Order> {
  const { after, before } = address.search;
  const page = before ? { last: ROWS, before } : { first: ROWS, ...(after && { after }) };
  return { ...restOf(list, address), ...page };
}

/** This address with some query parameters changed; undefined removes one. */
export function addressWith(
  { pathname, search }: Address,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const entries = Object.entries({ ...search, ...changes }).filter((entry): entry is [string, string] => !!entry[1]);
  const text = new URLSearchParams(entries).toString();
  return text ? `${pathname}?${text}` : pathname;
}

export function opposite(direction: Direction): Direction {
  return direction === 'ASC' ? 'DESC' : 'ASC';
}
