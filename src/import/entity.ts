import type { z } from 'zod';
import type { ModelName } from '../model/model.ts';
import type { DatasetDraft } from './dataset-draft.ts';
import type { EntryContext } from './entry-context.ts';
import type { StoredContext } from './stored-context.ts';

/**
 * An entry on its way back to a file, with every field of its shape: null and empty lists stand for what is left out.
 */
export type Entry<Value> = Value extends object
  ? { [K in keyof Value]-?: undefined extends Value[K] ? Exclude<Value[K], undefined> | null : Value[K] }
  : Value;

/** One kind of thing in the files: what its YAML looks like, the rows that it makes, and the way back. */
export interface Entity<Value = unknown> {
  /** The model of its rows; for an actor or assertion the subtype table. */
  readonly model: ModelName;
  readonly shape: z.ZodType<Value>;
  /** The global id: of the natural key, so that the same thing has the same id forever. */
  id(value: Value, context: EntryContext): string;
  /** Adds its rows to the context, and says what is wrong with the references. */
  rows(value: Value, context: EntryContext, id: string): void;
  /** Called once when all rows are there: what needs several of them, to check or to compute. */
  finish?(dataset: DatasetDraft): void;
  /** The inverse of `rows`: what a file says of the row with this id. Fields stand in the order in which people write them. */
  entry(id: string, context: StoredContext): Entry<Value>;
  /** Models of other rows that `rows` adds and `entry` reads, each of which refers to this entity's model or its supertype. */
  readonly parts?: readonly ModelName[];
}
