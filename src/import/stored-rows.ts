import type { ModelName } from '../model/model.ts';
import { type AnyRow, type NewRow, rowKey } from './row.ts';
import { groupBy } from './rows.ts';

/** The rows that were read from the database so far, without the sort keys of texts. */
export class StoredRows {
  readonly #rows = new Map<ModelName, Map<string, AnyRow>>();
  readonly #groups = new Map<string, Map<unknown, AnyRow[]>>();

  add(model: ModelName, rows: readonly AnyRow[]): void {
    const known = this.#of(model);
    for (const row of rows) known.set(rowKey(model, row), row);
    this.#groups.clear();
  }

  has(model: ModelName, id: string): boolean {
    return this.#of(model).has(id);
  }

  /** The row with this id; throws if it was not read, which is an internal error. */
  get<M extends ModelName>(model: M, id: string): NewRow<M> {
    const row = this.#of(model).get(id);
    if (!row) throw new Error(`${model} ${id} was not read.`);
    return row as NewRow<M>;
  }

  /** The rows with this value in a column. */
  where<M extends ModelName>(model: M, column: Extract<keyof NewRow<M>, string>, value: string): NewRow<M>[] {
    const name = `${model} ${column}`;
    const groups = this.#groups.get(name) ?? groupBy([...this.#of(model).values()], column);
    this.#groups.set(name, groups);
    return (groups.get(value) ?? []) as NewRow<M>[];
  }

  #of(model: ModelName): Map<string, AnyRow> {
    const rows = this.#rows.get(model) ?? new Map<string, AnyRow>();
    this.#rows.set(model, rows);
    return rows;
  }
}
