import type { Aliases } from './row.ts';
import { join, type Sql, sql } from './sql.ts';
import { rejectUnstorable } from './unstorable.ts';

/** Materialised subqueries (WITH) that several root fields of one statement can read. Each is computed once. */
export class Shared {
  readonly #aliases: Aliases;
  readonly #tables = new Map<string, { readonly name: Sql; readonly rows: Sql }>();

  constructor(aliases: Aliases) {
    this.#aliases = aliases;
  }

  /** The name of the table with this key; `make` gives its rows when the key is new. */
  table(key: unknown, make: () => Sql): Sql {
    const text = JSON.stringify(key);
    const table = this.#tables.get(text) ?? { name: this.#aliases.next(), rows: make() };
    rejectUnstorable(table.rows);
    this.#tables.set(text, table);
    return table.name;
  }

  /** The statement: the subqueries, then the SELECT that reads them. */
  statement(select: Sql): Sql {
    if (this.#tables.size === 0) return select;
    const tables = [...this.#tables.values()].map(({ name, rows }) => sql`${name} as materialized (${rows})`);
    return sql`with ${join(tables, ',\n')}\n${select}`;
  }
}
