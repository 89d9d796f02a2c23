import type { Problem } from '../text/problem.ts';
import { Names } from './names.ts';
import { Rows } from './rows.ts';

/** A dataset while it is checked: its names, its rows and its problems so far. */
export class DatasetDraft {
  readonly names = new Names();
  readonly rows = new Rows();
  readonly problems: Problem[] = [];

  constructor(
    /** Whether every entry of every file was read. If not, a missing entry may be in a file that was not read. */
    readonly complete: boolean,
  ) {}
}
