import { type Column, type Model, models, type Relation } from '../../model/model.ts';
import { columnOf, type Row, relationOf } from './row.ts';
import { raw, type Sql, sql } from './sql.ts';

/**
 * What the rows of a list can be counted and grouped by.
 *
 * A `relation` is the row at the end of a path of relations. All but the last are to-one; if the last goes through a
 * link table, a row has several values and counts once for each. An `enum` is a column. A `bucket` is the day, week (its
 * Monday) or month (its first day) of a `When`; null for a When that spans more than one.
 */
export type Dimension = { readonly name: string } & (
  | { readonly kind: 'relation'; readonly path: readonly string[] }
  | { readonly kind: 'enum'; readonly column: string }
  | { readonly kind: 'bucket'; readonly when: string; readonly unit: 'day' | 'week' | 'month' }
);

/** What a group has a minimum and a maximum of: a column, or a `When` (its `dayOf`, earliest or latest). */
export type Measure = { readonly name: string } & (
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'when'; readonly when: string }
);

/** The name of a field's dimension: FIRST_AUTHOR for `firstAuthor`. */
export function dimensionName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The SQL of a row's value of a dimension: an id, an enum value or a day; may be null. Adds the joins it needs. */
export function keyOf(row: Row, dimension: Dimension): Sql {
  switch (dimension.kind) {
    case 'relation': {
      const steps = dimension.path.slice(0, -1);
      const last = dimension.path.at(-1) ?? '';
      const end = steps.reduce((at, step) => at.one(step), row);
      return relationOf(end.model, last).through ? end.linked(last) : end.column(relationOf(end.model, last).from);
    }
    case 'enum':
      return row.column(dimension.column);
    case 'bucket': {
      const unit = raw(`'${dimension.unit}'`);
      const [earliest, latest] = [row.column(`${dimension.when}Earliest`), row.column(`${dimension.when}Latest`)];
      const start = (day: Sql) => (dimension.unit === 'day' ? day : sql`date_trunc(${unit}, ${day})::date`);
      return sql`case when ${start(earliest)} = ${start(latest)} then ${start(earliest)} end`;
    }
  }
}

/**
 * The earliest or latest possible day of a `When`, for orders and extremes: where one of the two is open, the other
 * one. "By 14 December" is thus before 15 December.
 */
export function dayOf(row: Row, when: string, end: 'Earliest' | 'Latest'): Sql {
  const other = end === 'Earliest' ? 'Latest' : 'Earliest';
  return sql`coalesce(${row.column(`${when}${end}`)}, ${row.column(`${when}${other}`)})`;
}

/** True when a row can have several values, so that grouping by the dimension needs a join that repeats rows. */
export function isManyValued(model: Model, dimension: Dimension): boolean {
  return dimension.kind === 'relation' && endOf(model, dimension.path).through !== null;
}

/** The model of the values of a `relation`. */
export function targetOf(model: Model, dimension: Dimension): Model | undefined {
  return dimension.kind === 'relation' ? models[endOf(model, dimension.path).model] : undefined;
}

function endOf(model: Model, path: readonly string[]): Relation {
  const [first = '', ...rest] = path;
  const relation = relationOf(model, first);
  return rest.length ? endOf(models[relation.model], rest) : relation;
}

/** The type of a dimension's values, as a column. */
export function columnLike(model: Model, dimension: Dimension): Column {
  if (dimension.kind === 'enum') return { ...columnOf(model, dimension.column), nullable: true };
  const type = dimension.kind === 'relation' ? 'String' : 'Date';
  return { type, enum: null, nullable: true, list: false, sortKey: null, doc: '' };
}
