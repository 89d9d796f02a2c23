import { expect, test } from 'vitest';
import type { Stance } from '../../src/explorer/generated/operation.ts';
import { arrange, splitByStance } from '../../src/explorer/picture/matrix.ts';

const loan = { slug: 'loan', name: 'Loan' };
const force = { slug: 'force', name: 'Force' };
const bonds = { slug: 'bonds', name: 'Bonds' };

function actor(name: string, stances: readonly (readonly [typeof loan, ...Stance[]])[]) {
  const cells = stances.map(([proposal, ...taken]) => ({
    proposal,
    positions: taken.map((stance) => ({ stance, count: 1 })),
  }));
  return { actor: name, slug: name.toLowerCase(), name, cells };
}

const actors = [
  actor('Ada', [[loan, 'OPPOSES']]),
  actor('Ben', [[force, 'SUPPORTS']]),
  actor('Cem', [
    [force, 'SUPPORTS'],
    [loan, 'SUPPORTS', 'CONDITIONAL'],
  ]),
  actor('Dia', [[loan, 'PROPOSES']]),
  actor('Eli', [[bonds, 'NEUTRAL']]),
];

test('proposals are ordered by number of actors, then by name', () => {
  expect(arrange(actors, 9).columns.map(({ name }) => name)).toEqual(['Loan', 'Force', 'Bonds']);
});

test('actors with more proposals come first; actors on the same proposals are adjacent, for above against', () => {
  expect(arrange(actors, 9).rows.map(({ name }) => name)).toEqual(['Cem', 'Dia', 'Ada', 'Ben', 'Eli']);
});

test('every row has a cell for every column', () => {
  const { rows } = arrange(actors, 9);
  expect(rows.map(({ cells }) => cells.map(({ length }) => length))).toEqual([
    [2, 1, 0],
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});

test('proposals beyond the last column are counted, and empty rows are left out', () => {
  const { columns, rows, leftOut } = arrange(actors, 2);
  expect(columns).toHaveLength(2);
  expect(leftOut).toBe(1);
  expect(rows.map(({ name }) => name)).not.toContain('Eli');
});

test('the order does not depend on the order of the input', () => {
  const backwards = arrange([...actors].reverse(), 9);
  expect(backwards).toEqual(arrange(actors, 9));
});

test('a cell is split by stance, from for to against', () => {
  const positions = (['OPPOSES', 'PROPOSES', 'OPPOSES'] as const).map((stance) => ({ stance, count: 1 }));
  expect(splitByStance(positions).map(({ stance, positions: { length } }) => [stance, length])).toEqual([
    ['PROPOSES', 1],
    ['OPPOSES', 2],
  ]);
});
