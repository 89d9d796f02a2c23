import { expect, test } from 'vitest';
import { sql } from '../../src/query/sql/sql.ts';
import { rejectUnstorable } from '../../src/query/sql/unstorable.ts';

test.each([
  ['NUL', 'a\0b', 'an argument contains the character U+0000 (NUL): remove it'],
  ['half a surrogate pair', 'a\ud83d', 'an argument contains half a surrogate pair: remove it'],
])('a text that PostgreSQL cannot store is rejected: %s', (_, text, message) => {
  expect(() => rejectUnstorable(sql`select ${text}`)).toThrow(message);
  expect(() => rejectUnstorable(sql`select ${['a', text]}`)).toThrow(message);
  expect(() => rejectUnstorable(sql`select ${['a', '🚇\ufeff\uffff']}, ${1}`)).not.toThrow();
});
