import { badUserInput } from '../../errors.ts';
import type { Sql } from './sql.ts';

/** Rejects parameters with the character U+0000, which PostgreSQL does not accept in a text. */
export function rejectNul(value: Sql): void {
  const holdsNul = (v: unknown) => typeof v === 'string' && v.includes('\u0000');
  if (value.values.some((v) => (Array.isArray(v) ? v.some(holdsNul) : holdsNul(v)))) {
    throw badUserInput('an argument contains the character U+0000 (NUL): remove it');
  }
}
