import type { ModelName } from '../model/model.ts';
import type { Location } from '../text/yaml-file.ts';
import { type AnyRow, completeRow, type NewRow, type Row, rowKey } from './row.ts';

interface Entry {
  row: AnyRow;
  readonly location: Location;
}

/** All rows of a dataset folder, each with the location of its entry. */
export class Rows {
  readonly #entries = new Map<ModelName, Map<string, Entry>>();
  /** A cache: rows by the value of a column, by model and column; dropped when the model's rows change. */
  readonly #groups = new Map<ModelName, Map<string, Map<unknown, AnyRow[]>>>();

  /** Adds a row unless its key is taken; returns the location of the row that has the key. */
  add<M extends ModelName>(model: M, row: NewRow<M>, location: Location): Location | undefined {
    const complete = completeRow(model, row as AnyRow);
    const key = rowKey(model, complete);
    const entries = this.#of(model);
    const taken = entries.get(key);
    if (taken) return taken.location;
    entries.set(key, { row: complete, location });
    this.#groups.delete(model);
    return undefined;
  }

  /** Sets columns that depend on other rows. */
  set<M extends ModelName>(model: M, id: string, columns: Partial<NewRow<M>>): void {
    const entry = this.#of(model).get(id);
    if (entry) entry.row = completeRow(model, { ...entry.row, ...(columns as AnyRow) });
    this.#groups.delete(model);
  }

  all<M extends ModelName>(model: M): Row<M>[] {
    return [...this.#of(model).values()].map((entry) => entry.row as Row<M>);
  }

  get<M extends ModelName>(model: M, id: string | null): Row<M> | undefined {
    return id === null ? undefined : (this.#of(model).get(id)?.row as Row<M> | undefined);
  }

  /** The rows with this value in a column, in the order in which they were added. */
  where<M extends ModelName>(model: M, column: keyof Row<M> & string, value: string): Row<M>[] {
    const byColumn = this.#groups.get(model) ?? new Map<string, Map<unknown, AnyRow[]>>();
    this.#groups.set(model, byColumn);
    const groups =
      byColumn.get(column) ??
      groupBy(
        [...this.#of(model).values()].map(({ row }) => row),
        column,
      );
    byColumn.set(column, groups);
    return (groups.get(value) ?? []) as Row<M>[];
  }

  /** The location of the entry that the row comes from. */
  location(model: ModelName, id: string): Location | undefined {
    return this.#of(model).get(id)?.location;
  }

  count(model: ModelName): number {
    return this.#entries.get(model)?.size ?? 0;
  }

  #of(model: ModelName): Map<string, Entry> {
    const entries = this.#entries.get(model) ?? new Map<string, Entry>();
    this.#entries.set(model, entries);
    return entries;
  }
}

/** Groups rows by the value of a column. */
export function groupBy(rows: readonly AnyRow[], column: string): Map<unknown, AnyRow[]> {
  const groups = new Map<unknown, AnyRow[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}
