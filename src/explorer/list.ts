import type { ComponentChildren } from 'preact';
import type { Address } from './address.ts';
import type { TypedDocumentString } from './generated/operation.ts';
import type { NamedKind } from './named.ts';

/** A page of a list, as the API gives it. */
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

/** What is asked of every list: which rows, in what order, which of them. */
export interface ListVariables<Where, Order> {
  readonly conditions?: Where[] | Where | null;
  readonly orderBy?: Order[] | Order | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export type Direction = 'ASC' | 'DESC';

export interface Column<Row> {
  readonly name: string;
  /** Which of the orders is by this column. */
  readonly order?: string;
  /** How the cell is set: a number to the right, a text with room. */
  readonly look?: 'numeric' | 'text';
  readonly cell: (row: Row) => ComponentChildren;
}

/** A way to order a list: `?order=name`, the other way round `?order=-name`. */
export interface OrderOption<Order> {
  /** The direction of `?order=name`: what a reader wants first. */
  readonly natural: Direction;
  readonly by: (direction: Direction) => Order[];
}

/** A way to narrow a list: `?speaker=kaja-kallas`. */
export interface Filter<Where, Row> {
  /** Read before the value: "said by". */
  readonly label: string;
  readonly where: (value: string) => Where;
  /** What its value names, by slug. */
  readonly names?: NamedKind;
  /** The values that there are, with the words for them, where they are no names. */
  readonly values?: Readonly<Record<string, string>>;
  /** The name of what the slug stands for, out of a row that passed. */
  readonly nameOf?: (row: Row) => string | null | undefined;
}

type Filters<Where, Row> = Readonly<Record<string, Filter<Where, Row>>>;

/** What a list asks: a page of it, and the whole of it with its scalars for a file. */
export interface ListQuestions<Data, Row, Where, Order> {
  readonly document: TypedDocumentString<Data, ListVariables<Where, Order>>;
  readonly file: TypedDocumentString<unknown, Pick<ListVariables<Where, Order>, 'conditions' | 'orderBy'>>;
  readonly rows: (data: Data) => Connection<Row>;
}

/** How a list is shown, ordered and narrowed. */
export interface ListDefinition<Row, Where, Order> {
  readonly path: string;
  readonly title: string;
  /** "1 person", "2 people". */
  readonly one: string;
  readonly many: string;
  readonly intro: string;
  readonly keyOf: (row: Row) => string;
  /** The first names the row and leads to its page. */
  readonly columns: readonly Column<Row>[];
  /** The first is that of a list without `?order=`. */
  readonly orders: Readonly<Record<string, OrderOption<Order>>>;
  /** What holds of rows that contain a text. */
  readonly contains: (text: string) => Where;
  /** What the filter looks at: "name or other spelling". */
  readonly containsWhat: string;
  readonly filters?: Filters<Where, Row>;
}

/** Rows on one page of a list. */
export const ROWS = 40;

/** The order that an address asks for: its name, and whether it runs against its natural direction. */
export function orderOf(orders: Readonly<Record<string, unknown>>, { search }: Address) {
  const asked = search.order ?? '';
  const reversed = asked.startsWith('-');
  const name = reversed ? asked.slice(1) : asked;
  return Object.hasOwn(orders, name) ? { name, reversed } : { name: Object.keys(orders)[0] ?? '', reversed: false };
}

/** The filters that an address sets, with their values; a value that there is not sets none. */
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

/** What the values of filters name, by filter. */
export function namesOf<Where, Row>(filters: Filters<Where, Row> = {}): Readonly<Record<string, NamedKind>> {
  return Object.fromEntries(Object.entries(filters).flatMap(([name, { names }]) => (names ? [[name, names]] : [])));
}

/** The values in an address that their filters do not have, and an order that there is not. */
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

/** Which rows an address asks for, and in what order: what the page and its file share. */
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

/** What an address of a list asks the API. */
export function variablesOf<Row, Where, Order>(
  list: ListDefinition<Row, Where, Order>,
  address: Address,
): ListVariables<Where, Order> {
  const { after, before } = address.search;
  const page = before ? { last: ROWS, before } : { first: ROWS, ...(after && { after }) };
  return { ...restOf(list, address), ...page };
}

/** An address like this one with other values behind the question mark; undefined takes one out. */
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
