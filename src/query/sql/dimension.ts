import { type Column, type Model, models, type Relation } from '../../model/model.ts';
import { columnOf, type Row, relationOf } from './row.ts';
import { raw, type Sql, sql } from './sql.ts';

/**
 * What rows of a list can be told apart, counted and grouped by.
 *
 * A `relation` is the row at the end of a path of relations, of which all but the last are to-one; with a link
 * table at its end it has many values, and a row counts once for each. An `enum` is a column. A `bucket` is the
 * day, week (its Monday) or month (its first day) in which a `When` surely lies; a When that reaches over more has none.
 */
export type Dimension = { readonly name: string } & (
  | { readonly kind: 'relation'; readonly path: readonly string[] }
  | { readonly kind: 'enum'; readonly column: string }
  | { readonly kind: 'bucket'; readonly when: string; readonly unit: 'day' | 'week' | 'month' }
);

/** What a group can tell the least and the greatest of: a column, or a `When` (its earliest and its latest day). */
export type Measure = { readonly name: string } & (
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'when'; readonly when: string }
);

/** The name of a dimension: that of the field in capitals, `speakerTitle` as SPEAKER_TITLE. */
export function dimensionName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The value of a dimension as SQL: a row's id, an enum, a day; null where the row has none. Joins what that takes. */
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

/** True when one row can have several values, so that counting by it takes a join that repeats rows. */
export function isManyValued(model: Model, dimension: Dimension): boolean {
  return dimension.kind === 'relation' && endOf(model, dimension.path).through !== null;
}

/** The model of the rows that a relation dimension leads to. */
export function targetOf(model: Model, dimension: Dimension): Model | undefined {
  return dimension.kind === 'relation' ? models[endOf(model, dimension.path).model] : undefined;
}

function endOf(model: Model, path: readonly string[]): Relation {
  const [first = '', ...rest] = path;
  const relation = relationOf(model, first);
  return rest.length ? endOf(models[relation.model], rest) : relation;
}

/** What a dimension's values are like, as a column. */
export function columnLike(model: Model, dimension: Dimension): Column {
  if (dimension.kind === 'enum') return { ...columnOf(model, dimension.column), nullable: true };
  const type = dimension.kind === 'relation' ? 'String' : 'Date';
  return { type, enum: null, nullable: true, list: false, sortKey: null, doc: '' };
}
