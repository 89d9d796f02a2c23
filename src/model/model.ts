import { enums as generatedEnums, models as generatedModels } from './generated.ts';

/** The data model of prisma/schema.prisma, as written by prisma/model-generator.mjs. */
export type Models = typeof generatedModels;
export type ModelName = keyof Models;
export type EnumName = keyof typeof generatedEnums;

export type ColumnType = 'String' | 'Int' | 'Boolean' | 'Decimal' | 'Date' | 'DateTime' | 'Enum';

export interface Column {
  readonly type: ColumnType;
  readonly enum: EnumName | null;
  readonly nullable: boolean;
  readonly list: boolean;
  /** The column with this column's sort key; null without one. */
  readonly sortKey: string | null;
  readonly doc: string;
}

/** A relation to another model: the rows whose `to` equals this row's `from`, possibly through a link table. */
export interface Relation {
  readonly model: ModelName;
  readonly many: boolean;
  readonly nullable: boolean;
  readonly from: string;
  readonly to: string;
  readonly through: { readonly table: string; readonly from: string; readonly to: string } | null;
  readonly doc: string;
}

export interface Model {
  readonly name: ModelName;
  readonly table: string;
  readonly doc: string;
  /** True for a link table, which the API does not show. */
  readonly link: boolean;
  /** For a subtype: its supertype, whose key it shares, and its value of the type column. */
  readonly supertype: { readonly model: ModelName; readonly typeColumn: string; readonly type: string } | null;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /** The `When` values: each is five columns whose names begin with its name. */
  readonly whens: Readonly<Record<string, { readonly doc: string }>>;
  readonly relations: Readonly<Record<string, Relation>>;
}

export interface EnumModel {
  readonly doc: string;
  readonly values: Readonly<Record<string, string>>;
}

export const models: Readonly<Record<ModelName, Model>> = generatedModels;
export const enums: Readonly<Record<EnumName, EnumModel>> = generatedEnums;

/** The subtypes of a model by their values of its type column; empty for a model without subtypes. */
export function subtypesOf(supertype: ModelName): ReadonlyMap<string, Model> {
  const subtypes = Object.values(models).filter((m) => m.supertype?.model === supertype);
  return new Map(subtypes.map((m) => [m.supertype?.type ?? '', m]));
}
