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

test('counts are in the order of rows and columns; null is a key of its own', () => {
  expect(cross(rows, ['herald', null], cells).map(({ counts }) => counts)).toEqual([
    [2, 1],
    [2, 0],
  ]);
});

test('counts outside the shown columns are the rest', () => {
  expect(cross(rows, ['herald'], cells).map(({ rest }) => rest)).toEqual([3, 0]);
});
