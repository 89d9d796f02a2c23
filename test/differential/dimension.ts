import type { ModelName } from '../../src/model/model.ts';
import { compareText, comparisonOf } from './compare.ts';
import type { Value } from './dataset.ts';
import { columnOf, type Entity, isRelation, isWhen, relationOf, type World } from './world.ts';

/** One value of a dimension: what identifies it, and what is shown of it. */
export interface DimensionValue {
  readonly key: string | null;
  readonly shown: Entity | Value;
}

const NOTHING: DimensionValue = { key: null, shown: null };

/** The name of the field that shows a dimension: `SPEAKER_ORGANISATION` is `speakerOrganisation`. */
export function fieldOf(dimension: string): string {
  return dimension.toLowerCase().replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());
}

/** A dimension of an entity; for a supertype, one that its subtypes share. */
export interface Dimension {
  readonly of: ModelName;
  readonly name: string;
}

/** The values of a dimension under which a row is counted; a single null if it has none. */
export function dimensionValues(
  world: World,
  row: Entity,
  { of: name, name: dimension }: Dimension,
): readonly DimensionValue[] {
  const field = fieldOf(dimension);
  if (columnOf(name, field)?.type === 'Enum') return [plain(row.values[field] ?? null)];
  if (isToOne(name, field)) return entities([world.one(row, field)]);
  const bucket = bucketOf(name, dimension);
  if (bucket) return [plain(startOf(row, bucket))];
  if (dimension === 'ORIGIN' && name !== 'Article') {
    const article = world.one(row, 'article');
    return entities([article && world.one(article, 'origin')]);
  }
  return entities(manyValues(world, row, { of: name, name: dimension }));
}

/** Whether a field is a relation to one other row, rather than from a supertype row to its subtype row. */
function isToOne(name: ModelName, field: string): boolean {
  if (!isRelation(name, field)) return false;
  const { many, from } = relationOf(name, field);
  return !many && from !== 'id';
}

function plain(value: Value): DimensionValue {
  return value === null ? NOTHING : { key: String(value), shown: value };
}

function entities(found: readonly (Entity | null)[]): readonly DimensionValue[] {
  const values = found.flatMap((entity) => (entity ? [{ key: String(entity.values.id), shown: entity }] : []));
  return values.length ? values : [NOTHING];
}

/** Dimensions for which a row can have several values. */
function manyValues(world: World, row: Entity, { of, name }: Dimension): readonly Entity[] {
  const target = (field: string) => (isRelation(of, field) ? world.one(row, field) : null);
  const list = (entity: Entity | null, field: string) => (entity ? world.many(entity, field) : []);
  if (name === 'OUTLET') return list(of === 'Article' ? row : target('article'), 'publishers');
  if (name === 'ORGANISATION') return list(row, 'speaksFor');
  if (name === 'ACTOR_ORGANISATION') return list(target('actor'), 'speaksFor');
  if (name === 'SPEAKER_ORGANISATION')
    return list(target(of === 'Quote' ? 'canonicalSpeaker' : 'speaker'), 'speaksFor');
  if (name === 'PROPOSAL') return list(of === 'Wording' ? target('quote') : row, 'proposals');
  if (name === 'ABOUT') return list(row, 'about');
  if (name === 'DISAGREEMENT' || of === 'Disagreement' || of === 'Account') return list(row, `${fieldOf(name)}s`);
  throw new Error(`${of} has no dimension ${name}`);
}

interface Bucket {
  readonly when: string;
  readonly unit: 'DAY' | 'WEEK' | 'MONTH';
}

/** The When of an entity that its dimensions DAY, WEEK and MONTH are about, if it is not called `when`. */
const WHENS: Readonly<Partial<Record<ModelName, string>>> = { Article: 'published', Wording: 'said' };

function bucketOf(name: ModelName, dimension: string): Bucket | undefined {
  const [, prefix = '', unit] = /^(?:(.*)_)?(DAY|WEEK|MONTH)$/.exec(dimension) ?? [];
  const when = prefix ? fieldOf(prefix) : (WHENS[name] ?? 'when');
  if (!when || !isWhen(name, when)) return undefined;
  return unit === 'DAY' || unit === 'WEEK' || unit === 'MONTH' ? { when, unit } : undefined;
}

/** The first day of the bucket that certainly contains a date; null if it could be in several. */
function startOf(row: Entity, { when, unit }: Bucket): string | null {
  const [earliest, latest] = ['Earliest', 'Latest'].map((part) => row.values[`${when}${part}`] ?? null);
  if (typeof earliest !== 'string' || typeof latest !== 'string') return null;
  const starts = [earliest, latest].map((day) => firstDay(day, unit));
  return starts[0] === starts[1] ? (starts[0] ?? null) : null;
}

function firstDay(day: string, unit: Bucket['unit']): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'MONTH') date.setUTCDate(1);
  if (unit === 'WEEK') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** Compares values of a dimension: rows in the natural order of their list. Never called with null. */
export function compareShown({ of, name }: Dimension): (a: Entity | Value, b: Entity | Value) => number {
  const column = columnOf(of, fieldOf(name));
  const compare = comparisonOf(column?.type === 'Enum' ? column : { type: 'String', enum: null });
  return (a, b) => (isEntity(a) && isEntity(b) ? byNature(a, b) : compare(a as Value, b as Value));
}

function isEntity(shown: Entity | Value): shown is Entity {
  return typeof shown === 'object' && shown !== null && 'typename' in shown;
}

/** The natural order of a list: by sort key, then by id. */
export function byNature(a: Entity, b: Entity): number {
  const by = (column: string) => compareText(String(a.values[column]), String(b.values[column]));
  return by('sortKey') || by('id');
}
