import { From, Row } from '../sql/row.ts';
import { and, list, raw, type Sql, sql } from '../sql/sql.ts';
import { beyond, cursorSql, fingerprintOf, readCursor } from './cursor.ts';
import type { List } from './list.ts';
import { type OrderKey, orderBy } from './order.ts';
import type { PageRequest } from './page.ts';

/**
 * The rows of one page of a connection. Its subquery selects only the columns that the selection uses, and it is left
 * out when the selection needs no rows. When possible, it also counts the list.
 *
 * @example
 * // books(first: 2, where: { pages: { gte: 100 } }) { nodes { name } totalCount }
 * //
 * // (select json_build_object(
 * //     'nodes', coalesce(json_agg(json_build_object('name', t1.c0) order by t1.rn)
 * //       filter (where t1.rn <= $1::int), '[]'::json),
 * //     'totalCount', coalesce(max(t1.total), 0))
 * //   from (select q.*, row_number() over () as rn from (
 * //     select t2."name" as c0, count(*) over () as total from "Book" t2 where t2."pages" >= $2::int
 * //     order by t2."sortKey" asc, t2."id" asc limit $3::int) q) t1
 * //   group by ())
 */
export class PageRows {
  readonly #list: List;
  readonly #page: PageRequest;
  /** The alias of the page's subquery, unique in the statement, so that nested lists can refer to it. */
  readonly #alias: Sql;
  readonly #outer: From;
  readonly #inner: Row;
  readonly #keys: readonly OrderKey[];
  readonly #conditions: readonly Sql[];
  readonly #fingerprint: string;
  readonly #outputs = new Map<string, Sql>();
  /** Whether the page's own scan also counts the list, by a window function. */
  readonly #countsAll: boolean;
  #row: Row | undefined;
  #oneMore = false;

  get backwards(): boolean {
    return this.#page.backwards;
  }

  /** `counted` is true when the selection has both rows and `totalCount`. */
  constructor(list: List, page: PageRequest, counted: boolean) {
    this.#list = list;
    this.#page = page;
    const isFirst = page.cursor === undefined && page.offset === 0 && page.size > 0;
    this.#countsAll = counted && isFirst && !list.whole;
    this.#alias = list.aliases.next();
    this.#outer = new From(list.aliases);
    const { row, conditions, keys } = list.rows(counted);
    this.#inner = row;
    this.#keys = keys;
    this.#fingerprint = fingerprintOf(list.identity);
    const { cursor, argument } = page;
    const values = cursor === undefined ? undefined : readCursor(cursor, this.#fingerprint, { keys, argument });
    this.#conditions = values ? [...conditions, beyond(keys, values, page.backwards)] : conditions;
  }

  /** A row of the page, for the selection. Its columns become outputs of the page's subquery. */
  row(): Row {
    this.#row ??= new Row(this.#outer, this.#inner.model, (owner, column) =>
      this.#output(`${owner.name}.${column}`, () => this.#inner.resolve(owner, column)),
    );
    return this.#row;
  }

  #output(name: string, make: () => Sql): Sql {
    const value = this.#outputs.get(name) ?? make();
    this.#outputs.set(name, value);
    const place = [...this.#outputs.keys()].indexOf(name);
    return sql`${this.#alias}.${raw(`c${place}`)}`;
  }

  cursor(): Sql {
    const values = this.#keys.map((key, i) => this.#output(`key ${i}`, () => key.value));
    return cursorSql(this.#fingerprint, this.#keys, values);
  }

  /** A JSON list of a value of each row, in order. */
  collect(value: Sql): Sql {
    this.row();
    return sql`coalesce(json_agg(${value} order by ${this.#alias}.rn${this.#direction()})${this.#onPage()}, '[]'::json)`;
  }

  /** A value of the first or the last row of the page; null when the page is empty. */
  edge(value: Sql, end: 'first' | 'last'): Sql {
    this.row();
    const direction = (end === 'last') !== this.#page.backwards ? raw(' desc') : raw('');
    return sql`(array_agg(${value} order by ${this.#alias}.rn${direction})${this.#onPage()})[1]`;
  }

  /** Whether rows follow the page, in the direction of paging. The subquery then reads one more row. */
  hasMore(): Sql {
    this.row();
    this.#oneMore = true;
    return sql`count(*) > ${this.#page.size}::int`;
  }

  /** Whether rows precede the page, in the direction of paging. */
  hasRowsBefore(): Sql {
    const { cursor, offset, argument, backwards } = this.#page;
    if (cursor === undefined && offset === 0) return raw('false');
    const { row, conditions, keys } = this.#list.rows(false);
    const values = cursor === undefined ? undefined : readCursor(cursor, this.#fingerprint, { keys, argument });
    const before = values ? [sql`(${beyond(keys, values, backwards)}) is not true`] : [];
    const condition = and([...conditions, ...before, row.isOfType()]);
    return sql`exists (select 1 from ${row.from.sql} where ${condition})`;
  }

  totalCount(): Sql {
    if (this.#countsAll) {
      this.row();
      return sql`coalesce(max(${this.#alias}.total), 0)`;
    }
    const { row, conditions } = this.#list.rows(true);
    const condition = and([...conditions, row.isOfType()]);
    return sql`(select count(*) from ${row.from.sql} where ${condition})`;
  }

  /** The complete subquery of the connection; without a FROM clause when the selection needs no rows. */
  select(object: Sql): Sql {
    if (!this.#row) return sql`(select ${object})`;
    const { size, offset, backwards } = this.#page;
    const outputs = [...this.#outputs.values()].map((value, i) => sql`${value} as ${raw(`c${i}`)}`);
    if (this.#countsAll) outputs.push(raw('count(*) over () as total'));
    const limit = this.#oneMore ? size + 1 : size;
    const condition = and([...this.#conditions, this.#inner.isOfType()]);
    const rowsOfPage = sql`select ${list(outputs.length ? outputs : [raw('1')])} from ${this.#inner.from.sql} where ${condition} order by ${orderBy(this.#keys, backwards)} limit ${limit}::int${offset ? sql` offset ${offset}::int` : raw('')}`;
    return sql`(select ${object} from (select q.*, row_number() over () as rn from (${rowsOfPage}) q) ${this.#alias} ${this.#outer.sql} group by ())`;
  }

  #direction(): Sql {
    return raw(this.#page.backwards ? ' desc' : '');
  }

  #onPage(): Sql {
    return sql` filter (where ${this.#alias}.rn <= ${this.#page.size}::int)`;
  }
}
