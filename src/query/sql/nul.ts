import { badUserInput } from '../../errors.ts';
import type { Sql } from './sql.ts';

/** PostgreSQL has no text with U+0000 in it: sent as a parameter it would be an error of the statement. */
export function rejectNul(value: Sql): void {
  const holdsNul = (v: unknown) => typeof v === 'string' && v.includes('\u0000');
  if (value.values.some((v) => (Array.isArray(v) ? v.some(holdsNul) : holdsNul(v)))) {
    throw badUserInput('an argument holds the character U+0000 (NUL), which no text here has: leave it out');
  }
}
