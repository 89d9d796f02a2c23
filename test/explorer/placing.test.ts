import { expect, test } from 'vitest';
import { type ComparedPart, placeTogether } from '../../src/explorer/picture/placing.ts';

const whole = 'we will come and we will stay';

const kept = (text: string, there = text): ComparedPart => ({ change: 'KEPT', text, whole: there });
const leftOut = (there: string): ComparedPart => ({ change: 'LEFT_OUT', text: null, whole: there });

function shown(rows: ReturnType<typeof placeTogether>) {
  return rows.map((row) => row.map(({ change, text }) => `${change}:${text}`));
}

test('a fragment is at its position, between the parts it leaves out', () => {
  const rows = placeTogether(whole, [[leftOut('we will come '), kept('and', 'and '), leftOut('we will stay')]]);
  expect(shown(rows)).toEqual([['LEFT_OUT:we will come ', 'KEPT:and', 'LEFT_OUT:we will stay']]);
});

test('two fragments of one article share a row, in the order of the fullest wording', () => {
  const rows = placeTogether(whole, [
    [leftOut('we will come and we will '), kept('stay')],
    [leftOut('we will '), kept('come', 'come '), leftOut('and we will stay')],
  ]);
  expect(shown(rows)).toEqual([['LEFT_OUT:we will ', 'KEPT:come', 'LEFT_OUT:and we will ', 'KEPT:stay']]);
});

test('words that an article repeats are in two rows', () => {
  const once = [leftOut('we will '), kept('come', 'come '), leftOut('and we will stay')];
  expect(placeTogether(whole, [once, once])).toHaveLength(2);
});

test('every row contains the exact fullest wording', () => {
  const rows = placeTogether(whole, [
    [
      { change: 'ADDED', text: 'Yes, ', whole: null },
      kept('we ', 'we '),
      { change: 'CHANGED', text: 'shall', whole: 'will ' },
      leftOut('come and we will stay'),
    ],
  ]);
  expect(rows.map((row) => row.map((piece) => piece.whole).join(''))).toEqual([whole]);
  expect(shown(rows)[0]?.slice(0, 3)).toEqual(['ADDED:Yes, ', 'KEPT:we ', 'CHANGED:shall']);
});

test('the ellipsis between two parts is not marked as left out', () => {
  const parts = 'first … second';
  const rows = placeTogether(parts, [
    [kept('first'), leftOut(' … second')],
    [leftOut('first … '), kept('second')],
  ]);
  expect(shown(rows)).toEqual([['KEPT:first', 'GAP: … ', 'KEPT:second']]);
});

test('a wording without words has no row', () => {
  expect(placeTogether(whole, [[]])).toEqual([]);
});
