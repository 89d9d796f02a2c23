import { expect, test } from 'vitest';
import { StatementNames } from '../../src/db/statement-names.ts';

test('a statement gets a name the second time and keeps it', () => {
  const names = new StatementNames();
  expect([names.nameOf('select 1'), names.nameOf('select 1'), names.nameOf('select 1')]).toEqual([
    undefined,
    'onrecord_1',
    'onrecord_1',
  ]);
  expect([names.nameOf('select 2'), names.nameOf('select 2')]).toEqual([undefined, 'onrecord_2']);
});

test('at most two hundred statements get names, and a few thousand are remembered', () => {
  const names = new StatementNames();
  const named = Array.from({ length: 300 }, (_, i) => [names.nameOf(`select ${i}`), names.nameOf(`select ${i}`)][1]);
  expect(new Set(named.filter(Boolean)).size).toBe(200);
  expect(named[0]).toBe('onrecord_1');
  expect(named[299]).toBeUndefined();
});
