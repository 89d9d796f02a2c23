import type SchemaBuilder from '@pothos/core';
import type { ModelName } from '../model/model.ts';
import type { FieldDeclarations } from './declaration.ts';
import type { DimensionDeclaration, MeasureDeclaration } from './dimension.ts';

/** The scalars of the API. */
export interface ScalarTypes {
  Scalars: {
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
}

/** Pothos' own builder with our scalars: all that types need to be made. */
export type PothosBuilder = InstanceType<typeof SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<ScalarTypes>>>;

/** An entity as declared, including what it inherits from its supertype. */
export interface Entity {
  readonly name: ModelName;
  readonly fields: FieldDeclarations;
  readonly filters: FieldDeclarations;
  readonly root: {
    readonly one?: string;
    readonly list?: string;
    readonly only?: string;
    readonly latest?: string;
    readonly live?: string;
  };
  readonly slugHistory: string | null;
  /** Whether its lists have `groups`. */
  readonly grouped: boolean;
  readonly dimensions: readonly DimensionDeclaration[];
  readonly measures: readonly MeasureDeclaration[];
  /** The dimensions that are paths, as declared: a subtype inherits them. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Names of the entities that are subtypes of this one. */
  readonly subtypes: readonly ModelName[];
  readonly supertype: ModelName | null;
}
