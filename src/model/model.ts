import { enums as generatedEnums, models as generatedModels } from './generated.ts';

/** The data model as prisma/schema.prisma states it, in the shape that prisma/model-generator.mjs writes. */
export type Models = typeof generatedModels;
export type ModelName = keyof Models;
export type EnumName = keyof typeof generatedEnums;

export type ColumnType = 'String' | 'Int' | 'Boolean' | 'Decimal' | 'Date' | 'DateTime' | 'Enum';

export interface Column {
  readonly type: ColumnType;
  readonly enum: EnumName | null;
  readonly nullable: boolean;
  readonly list: boolean;
  /** The column with this column's sort key; null when the text needs none. */
  readonly sortKey: string | null;
  readonly doc: string;
}

/** A way from one model's rows to another's: rows whose `to` equals this row's `from`, through a link table if there is one. */
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
  /** True for a table that only links two models; the API does not show it. */
  readonly link: boolean;
  /** For a subtype table: the supertype table whose key it shares, and the value of the supertype's type column. */
  readonly supertype: { readonly model: ModelName; readonly typeColumn: string; readonly type: string } | null;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /** The `When` values: each is spread over five columns that begin with its name. */
  readonly whens: Readonly<Record<string, { readonly doc: string }>>;
  readonly relations: Readonly<Record<string, Relation>>;
}

export interface EnumModel {
  readonly doc: string;
  readonly values: Readonly<Record<string, string>>;
}

export const models: Readonly<Record<ModelName, Model>> = generatedModels;
export const enums: Readonly<Record<EnumName, EnumModel>> = generatedEnums;

/** The subtype models of a supertype model, by the value of its type column; empty for any other model. */
export function subtypesOf(supertype: ModelName): ReadonlyMap<string, Model> {
  const subtypes = Object.values(models).filter((m) => m.supertype?.model === supertype);
  return new Map(subtypes.map((m) => [m.supertype?.type ?? '', m]));
}
