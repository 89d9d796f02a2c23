import { type Model, type ModelName, models } from '../model/model.ts';
import { type Row, relationOf } from './row.ts';
import { type Sql, sql } from './sql.ts';

/** The name of a dimension: that of the field in capitals, `speakerTitle` as SPEAKER_TITLE. */
export function dimensionName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** What values of a dimension tell rows apart by: the key of the row at the other end of a to-one relation, or an enum. */
export interface Dimension {
  readonly kind: 'relation' | 'enum';
  readonly name: string;
}

/** The column to count by under `count(...)`: each value once, nulls not at all. `dimension` is the enum's internal value. */
export function countedBy(row: Row, dimension: Dimension): Sql {
  const column = dimension.kind === 'relation' ? relationOf(row.model, dimension.name).from : dimension.name;
  return sql`distinct ${row.column(column)}`;
}

/** True for a field of this model that is a dimension: a to-one relation or an enum. */
export function isDimension(model: Model, field: { readonly kind: string; readonly column?: string }): boolean {
  if (field.kind === 'one') return true;
  if (field.kind !== 'column' || !field.column) return false;
  const column = model.columns[field.column] ?? baseOf(model)?.columns[field.column];
  return column?.type === 'Enum';
}

function baseOf(model: Model): Model | undefined {
  const name: ModelName | undefined = model.base?.model;
  return name && models[name];
}
