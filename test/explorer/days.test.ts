import { expect, test } from 'vitest';
import { barOf, isDay, spanOf, ticksOf } from '../../src/explorer/picture/days.ts';

const day = (date: string) => ({ earliest: date, latest: date });

test('a range covers all days, with a margin of one day on each side', () => {
  const span = spanOf([day('2025-12-15'), { earliest: null, latest: '2025-12-14' }, day('2025-12-17')]);
  expect(span && span.to - span.from).toBe(5);
  expect(spanOf([{ earliest: null, latest: null }])).toBeUndefined();
});

test('a bar is as wide as its days', () => {
  const span = { from: 0, to: 9 };
  expect(barOf(day('1970-01-03'), span)).toEqual({ x: 20, width: 10 });
  expect(barOf({ earliest: '1970-01-03', latest: '1970-01-06' }, span)).toEqual({ x: 20, width: 40 });
});

test('a date with an unknown start or end reaches the edge and is open', () => {
  const span = { from: 0, to: 9 };
  expect(barOf({ earliest: null, latest: '1970-01-02' }, span)).toEqual({ x: 0, width: 20, open: 'start' });
  expect(barOf({ earliest: '1970-01-09', latest: null }, span)).toEqual({ x: 80, width: 20, open: 'end' });
  expect(barOf({ earliest: null, latest: null }, span)).toBeUndefined();
});

test('the scale labels days, Mondays, months or years, depending on the length', () => {
  const labels = (from: string, to: string) => {
    const span = spanOf([day(from), day(to)]);
    return span ? ticksOf(span).map(({ label }) => label) : [];
  };
  expect(labels('2025-12-15', '2025-12-17')).toEqual(['14 Dec', '15 Dec', '16 Dec', '17 Dec', '18 Dec']);
  expect(labels('2025-12-02', '2025-12-21')).toEqual(['1 Dec', '8 Dec', '15 Dec', '22 Dec']);
  expect(labels('2025-06-02', '2025-12-21')).toContain('Oct 2025');
  expect(labels('2019-06-02', '2025-12-21')).toEqual(['2020', '2021', '2022', '2023', '2024', '2025']);
  expect(labels('1800-06-02', '2025-12-21')).toEqual(['1900', '2000']);
});

test('ticks are where the bars of their days begin', () => {
  const span = { from: 0, to: 4 };
  expect(ticksOf(span).map(({ x }) => x)).toEqual([0, 20, 40, 60, 80]);
});

test('only a date in the calendar is a day', () => {
  expect(['2025-12-15', '2025-02-30', '15.12.2025', '', undefined].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
