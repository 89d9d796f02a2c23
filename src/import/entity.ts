import type { z } from 'zod';
import type { ModelName } from '../model/model.ts';
import type { DatasetDraft } from './dataset-draft.ts';
import type { EntryContext } from './entry-context.ts';
import type { StoredContext } from './stored-context.ts';

/**
 * An entry to export, with every field of its shape. Null and empty lists are left out of the file.
 */
export type Entry<Value> = Value extends object
  ? { [K in keyof Value]-?: undefined extends Value[K] ? Exclude<Value[K], undefined> | null : Value[K] }
  : Value;

/** One kind of thing in the files: the shape of its YAML, how it becomes rows, and how rows become YAML again. */
export interface Entity<Value = unknown> {
  /** The model of its rows; for an actor or assertion the subtype table. */
  readonly model: ModelName;
  readonly shape: z.ZodType<Value>;
  /** The global id. It follows from the natural key, so the same thing always has the same id. */
  id(value: Value, context: EntryContext): string;
  /** Adds its rows to the draft and reports problems with references. */
  rows(value: Value, context: EntryContext, id: string): void;
  /** Called once after all rows were added: checks and computes what depends on several of them. */
  finish?(dataset: DatasetDraft): void;
  /** The inverse of `rows`: the entry for the row with this id, its fields in the order in which people write them. */
  entry(id: string, context: StoredContext): Entry<Value>;
  /** Other models that `rows` writes and `entry` reads; each refers to this entity's model, its supertype, or a part listed before it. */
  readonly parts?: readonly ModelName[];
}
