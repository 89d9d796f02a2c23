import { From, Row } from '../sql/row.ts';
import { and, list, raw, type Sql, sql } from '../sql/sql.ts';
import { beyond, cursorSql, fingerprintOf, readCursor } from './cursor.ts';
import type { List } from './list.ts';
import { type OrderKey, orderBy } from './order.ts';
import type { PageRequest } from './page.ts';

/** The rows of one connection: the statement of its page, made as far as the selection needs it. */
export class PageRows {
  readonly #list: List;
  readonly #page: PageRequest;
  /** What the page is called in the statement: unique, so that a nested list can point to it from anywhere. */
  readonly #alias: Sql;
  readonly #outer: From;
  readonly #inner: Row;
  readonly #keys: readonly OrderKey[];
  readonly #conditions: readonly Sql[];
  readonly #fingerprint: string;
  readonly #outputs = new Map<string, Sql>();
  /** Whether the page's own scan counts the list: where each of its rows is looked at anyway, one scan does for both. */
  readonly #countsAll: boolean;
  #row: Row | undefined;
  #oneMore = false;

  get backwards(): boolean {
    return this.#page.backwards;
  }

  /** `counted` says that both rows of the page and the number of all rows are asked for. */
  constructor(list: List, page: PageRequest, counted: boolean) {
    this.#list = list;
    this.#page = page;
    const begins = page.cursor === undefined && page.offset === 0 && page.size > 0;
    this.#countsAll = counted && begins && !list.whole;
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

  /** A row of the page, for the selection. Its columns become outputs of the page's own SELECT. */
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

  /** The values of the page's rows as a JSON list, in order. */
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

  /** Whether rows follow the page in the direction in which it was asked: one more row than asked tells. */
  hasMore(): Sql {
    this.row();
    this.#oneMore = true;
    return sql`count(*) > ${this.#page.size}::int`;
  }

  /** Whether rows stand before the page, seen in the direction in which it was asked. */
  hasBehind(): Sql {
    const { cursor, offset, argument, backwards } = this.#page;
    if (cursor === undefined && offset === 0) return raw('false');
    const { row, conditions, keys } = this.#list.rows(false);
    const values = cursor === undefined ? undefined : readCursor(cursor, this.#fingerprint, { keys, argument });
    const behind = values ? [sql`(${beyond(keys, values, backwards)}) is not true`] : [];
    const condition = and([...conditions, ...behind, row.isOfType()]);
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

  /** The whole: without a FROM when the selection needs no page. */
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
