import type { enums as generatedEnums } from '../model/generated.ts';
import { type EnumName, type ModelName, type Models, models } from '../model/model.ts';
import { sortKey } from '../text/sort-key.ts';

type Columns<M extends ModelName> = Models[M]['columns'];

type Scalar<C> = C extends { enum: infer E extends EnumName }
  ? keyof (typeof generatedEnums)[E]['values']
  : C extends { type: 'Int' }
    ? number
    : C extends { type: 'Boolean' }
      ? boolean
      : string;

type Value<C> = C extends { list: true }
  ? readonly string[]
  : Scalar<C> | (C extends { nullable: true } ? null : never);

/**
 * A row as the import computes it, with every column; null if it has no value. A date is YYYY-MM-DD, a decimal is a
 * string without trailing zeros.
 */
export type Row<M extends ModelName> = { [K in keyof Columns<M>]: Value<Columns<M>[K]> };

type KeyColumn<M extends ModelName> = {
  [K in keyof Columns<M>]: Columns<M>[K] extends { sortKey: infer S extends string } ? S : never;
}[keyof Columns<M>];

type TypeColumn<M extends ModelName> = Models[M]['supertype'] extends { typeColumn: infer T extends string }
  ? T
  : never;

/** A row without the columns that `completeRow` computes: sort keys of texts, and the type column of a subtype. */
export type NewRow<M extends ModelName> = Omit<Row<M>, KeyColumn<M> | TypeColumn<M>>;

/** Any row of any model. */
export type AnyRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Adds the columns that `NewRow` leaves out. */
export function completeRow(model: ModelName, row: AnyRow): AnyRow {
  const { supertype, columns } = models[model];
  const complete: Record<string, AnyRow[string]> = { ...row };
  if (supertype) complete[supertype.typeColumn] = supertype.type;
  for (const [name, column] of Object.entries(columns)) {
    const text = row[name];
    if (column.sortKey) complete[column.sortKey] = typeof text === 'string' ? sortKey(text) : null;
  }
  return complete;
}

/** The values of a row's primary key, as one string. */
export function rowKey(model: ModelName, row: AnyRow): string {
  return models[model].key.map((column) => row[column]).join(' ');
}
