import { type Model, type ModelName, models } from '../model/model.ts';
import { type Dimension, dimensionName, type Measure, targetOf } from '../query/sql/dimension.ts';
import { columnOf, relationOf } from '../query/sql/row.ts';
import type { FieldDeclarations } from './declaration.ts';
import { firstSentence } from './first-sentence.ts';

/** A dimension and the name of its key in groups. */
export interface DimensionDeclaration {
  readonly key: string;
  readonly dimension: Dimension;
  readonly description: string;
  /** The entity of its values; undefined for enums and days. */
  readonly target: ModelName | undefined;
}

export interface MeasureDeclaration {
  readonly measure: Measure;
  readonly description: string;
}

const UNITS = [
  ['day', 'The day, where it is known to the day.'],
  ['week', 'The Monday of the week, if the date is known to lie within one week.'],
  ['month', 'The first day of the month, if the date is known to lie within one month.'],
] as const;

/**
 * The dimensions of an entity: its to-one relations and enums by name; day, week and month of its `When`
 * values (prefixed with the name of the second and later ones); and the paths that the entity declares.
 */
export function dimensionsOf(
  name: ModelName,
  fields: FieldDeclarations,
  paths: Readonly<Record<string, readonly string[]>>,
): readonly DimensionDeclaration[] {
  const model = models[name];
  const made = new Map<string, DimensionDeclaration>();
  const add = (key: string, kind: DistributiveOmit<Dimension, 'name'>, description: string) => {
    const dimension = { name: dimensionName(key), ...kind };
    made.set(key, {
      key,
      dimension,
      description: firstSentence(description),
      target: targetOf(model, dimension)?.name,
    });
  };
  for (const [key, path] of Object.entries(paths)) add(key, { kind: 'relation', path }, pathDoc(model, path));
  let whens = 0;
  for (const [key, { mapping, description }] of Object.entries(fields)) {
    if (mapping.kind === 'one') add(key, { kind: 'relation', path: [mapping.relation] }, description);
    if (mapping.kind === 'column' && columnOf(model, mapping.column).type === 'Enum') {
      add(key, { kind: 'enum', column: mapping.column }, description);
    }
    if (mapping.kind !== 'when') continue;
    whens += 1;
    for (const [unit, doc] of UNITS) {
      const bucket = whens === 1 ? unit : `${key}${unit[0]?.toUpperCase()}${unit.slice(1)}`;
      add(bucket, { kind: 'bucket', when: mapping.when, unit }, `${doc} ${description}`);
    }
  }
  return [...made.values()];
}

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

function pathDoc(model: Model, path: readonly string[]): string {
  const [first = '', ...rest] = path;
  const relation = relationOf(model, first);
  if (rest.length) return pathDoc(models[relation.model], rest);
  if (!relation.many) return relation.doc;
  return `${relation.doc} A row counts once for each of them, and under null when there is none.`;
}

/** The numbers and dates of an entity, which have a minimum and a maximum. */
export function measuresOf(name: ModelName, fields: FieldDeclarations): readonly MeasureDeclaration[] {
  return Object.entries(fields).flatMap(([key, { mapping, description }]): MeasureDeclaration[] => {
    if (mapping.kind === 'when')
      return [{ measure: { name: dimensionName(key), kind: 'when', when: mapping.when }, description }];
    if (mapping.kind !== 'column' || !MEASURED.has(columnOf(models[name], mapping.column).type)) return [];
    return [{ measure: { name: dimensionName(key), kind: 'column', column: mapping.column }, description }];
  });
}

const MEASURED: ReadonlySet<string> = new Set(['Int', 'Decimal', 'Date', 'DateTime']);
