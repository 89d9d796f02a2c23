import { expect, test } from 'vitest';
import { cross } from '../../src/explorer/picture/cross.ts';

const rows = [
  { key: 'ada', total: 5 },
  { key: null, total: 2 },
];
const cells = [
  { row: 'ada', column: 'herald', count: 2 },
  { row: 'ada', column: null, count: 1 },
  { row: null, column: 'herald', count: 2 },
  { row: 'gone', column: 'herald', count: 7 },
];

test('counts stand in the order of rows and columns; what has no name has a place of its own', () => {
  expect(cross(rows, ['herald', null], cells).map(({ counts }) => counts)).toEqual([
    [2, 1],
    [2, 0],
  ]);
});

test('what of a row is in no column that is shown is counted as the rest', () => {
  expect(cross(rows, ['herald'], cells).map(({ rest }) => rest)).toEqual([3, 0]);
});
