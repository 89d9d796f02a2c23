import type { z } from 'zod';
import type { ModelName } from '../model/model.ts';
import type { Knowledge } from './knowledge.ts';
import type { Scope } from './scope.ts';

/** One kind of thing in the files: what its YAML looks like, and the rows that it makes. */
export interface Entity<Value = unknown> {
  /** The model of its rows; for an actor or assertion the detail table. */
  readonly model: ModelName;
  readonly shape: z.ZodType<Value>;
  /** The global id: of the natural key, so that the same thing has the same id forever. */
  id(value: Value, scope: Scope): string;
  /** Adds its rows to the scope, and says what is wrong with the references. */
  rows(value: Value, scope: Scope, id: string): void;
  /** Called once when all rows are there: what needs several of them, to check or to compute. */
  finish?(knowledge: Knowledge): void;
}
