import type { Problem } from '../text/problem.ts';
import { Names } from './names.ts';
import { Rows } from './rows.ts';

/** What a knowledge folder amounts to while it is checked: its names, its rows, and all that is wrong with it. */
export class DatasetDraft {
  readonly names = new Names();
  readonly rows = new Rows();
  readonly problems: Problem[] = [];

  constructor(
    /** Whether every entry of every file is there: otherwise what seems to be missing may stand in one that is not. */
    readonly complete: boolean,
  ) {}
}
