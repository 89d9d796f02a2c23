import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { type Model, models } from '../../model/model.ts';
import { mappingOf } from '../mapping.ts';
import { columnOf, relationOf } from '../sql/row.ts';

/**
 * How a filter can leave few rows of a table: `directly`, or only by an `OR` of which each alternative can. One that
 * only counts, denies or tells kinds apart cannot.
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

/** Whether a filter asks nothing, so that every row passes: `{}`, or an `AND` of such. */
export function asksNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([key, inner]) => key === 'AND' && Array.isArray(inner) && inner.every(asksNothing),
  );
}

/** Whether a filter asks anything of rows beyond the row itself. */
export function leadsElsewhere(type: GraphQLInputObjectType, value: unknown): boolean {
  return Object.keys(value as object).some((key) => {
    const definition = type.getFields()[key];
    const kind = definition && mappingOf(definition)?.kind;
    return kind === 'one' || kind === 'many' || kind === 'farText';
  });
}

/** Whether a filter asks nothing of a row but its key: only which other rows point to it. */
export function asksOnlyKey(model: Model, type: GraphQLInputObjectType, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, inner]: [string, unknown]) => {
    if (key === 'NOT') return asksOnlyKey(model, type, inner);
    if (Array.isArray(inner)) return inner.every((item) => asksOnlyKey(model, type, item));
    const definition = type.getFields()[key];
    const mapping = definition && mappingOf(definition);
    if (mapping?.kind === 'column') return mapping.column === 'id';
    return mapping?.kind === 'many' && relationOf(model, mapping.relation).from === 'id';
  });
}
