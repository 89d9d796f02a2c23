import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { type Model, models } from '../../model/model.ts';
import { mappingOf } from '../mapping.ts';
import { columnOf, relationOf } from '../sql/row.ts';

/**
 * Whether a filter probably leaves only a few rows of a table: `directly`, or only because every alternative of an `OR`
 * does. A filter by counts, negations, enums or subtypes alone does not.
 */
export function narrowing(
  model: Model,
  type: GraphQLInputObjectType,
  value: unknown,
): 'directly' | 'by OR' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const ways = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const items = Array.isArray(inner) ? inner.map((item) => narrowing(model, type, item)) : [];
    if (key === 'AND') return strongest(items);
    if (key === 'is') return 'directly';
    if (key === 'OR') return items.length > 0 && items.every((way) => way) ? 'by OR' : undefined;
    return narrowsBy(model, type, { key, inner }) ? 'directly' : undefined;
  });
  return strongest(ways);
}

function strongest(ways: readonly ReturnType<typeof narrowing>[]): ReturnType<typeof narrowing> {
  return ways.find((way) => way === 'directly') ?? ways.find((way) => way);
}

function narrowsBy(
  model: Model,
  type: GraphQLInputObjectType,
  { key, inner }: { readonly key: string; readonly inner: unknown },
): boolean {
  const definition = type.getFields()[key];
  const mapping = definition && mappingOf(definition);
  const innerType = definition && getNamedType(definition.type);
  if (!isInputObjectType(innerType)) return false;
  switch (mapping?.kind) {
    case 'column':
      return !['Enum', 'Boolean'].includes(columnOf(model, mapping.column).type);
    case 'anyText':
    case 'farText':
    case 'when':
      return true;
    case 'one':
      return narrowing(models[relationOf(model, mapping.relation).model], innerType, inner) !== undefined;
    case 'subtype':
      return narrowing(models[mapping.model], innerType, inner) !== undefined;
    case 'many': {
      const some = getNamedType(innerType.getFields().some?.type);
      const filter = (inner as { readonly some?: unknown } | null)?.some;
      return isInputObjectType(some) && narrowing(models[mapping.of], some, filter) !== undefined;
    }
    default:
      return false;
  }
}

/** Whether a filter is empty, so that every row passes: `{}`, or an `AND` of empty filters. */
export function isEmptyFilter(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([key, inner]) => key === 'AND' && Array.isArray(inner) && inner.every(isEmptyFilter),
  );
}

/** Whether a filter has a condition on other rows than the row itself. */
export function filtersOtherRows(type: GraphQLInputObjectType, value: unknown): boolean {
  return Object.keys(value as object).some((key) => {
    const definition = type.getFields()[key];
    const kind = definition && mappingOf(definition)?.kind;
    return kind === 'one' || kind === 'many' || kind === 'farText';
  });
}

/** Whether a filter needs only the row's key: its id, or which other rows point to it. */
export function needsOnlyKey(model: Model, type: GraphQLInputObjectType, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, inner]: [string, unknown]) => {
    if (key === 'is') return true;
    if (key === 'NOT') return needsOnlyKey(model, type, inner);
    if (Array.isArray(inner)) return inner.every((item) => needsOnlyKey(model, type, item));
    const definition = type.getFields()[key];
    const mapping = definition && mappingOf(definition);
    if (mapping?.kind === 'column') return mapping.column === 'id';
    return mapping?.kind === 'many' && relationOf(model, mapping.relation).from === 'id';
  });
}
