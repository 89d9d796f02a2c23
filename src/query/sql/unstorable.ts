import { badUserInput } from '../../errors.ts';
import type { Sql } from './sql.ts';

/** Rejects parameters that PostgreSQL cannot store: U+0000, and half surrogate pairs, which would become U+FFFD. */
export function rejectUnstorable(value: Sql): void {
  for (const text of value.values.flat()) {
    if (typeof text !== 'string') continue;
    if (text.includes('\u0000')) throw badUserInput('an argument contains the character U+0000 (NUL): remove it');
    if (/\p{Surrogate}/u.test(text)) throw badUserInput('an argument contains half a surrogate pair: remove it');
  }
}
