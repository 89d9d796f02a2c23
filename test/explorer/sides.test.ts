import { expect, test } from 'vitest';
import type { Side, Stance } from '../../src/explorer/generated/operation.ts';
import { bySide } from '../../src/explorer/picture/sides.ts';

const position = (name: string, stance: Stance, side: Side) => ({
  actor: { slug: name.toLowerCase(), name },
  stance,
  side,
});

const columns = bySide([
  position('Zoe', 'SUPPORTS', 'FOR'),
  position('Ada', 'SUPPORTS', 'FOR'),
  position('Kim', 'PROPOSES', 'FOR'),
  position('Kim', 'CONDITIONAL', 'NEITHER'),
  position('Lou', 'EXPECTED_TO_OPPOSE', 'NEITHER'),
  position('Max', 'OPPOSES', 'AGAINST'),
]);

const names = (standing: (typeof columns)[number]['standing']) => standing.map(({ slug }) => slug);

test('there are three columns, for, neither and against', () => {
  expect(columns.map(({ side }) => side)).toEqual(['FOR', 'NEITHER', 'AGAINST']);
});

test('in a column the firmest stance comes first, then the name', () => {
  expect(columns[0] && names(columns[0].standing)).toEqual(['kim', 'ada', 'zoe']);
});

test('whoever is given two sides stands in both, with a word of the other', () => {
  expect(columns[1] && names(columns[1].standing)).toEqual(['kim']);
  expect(columns[0]?.standing[0]?.elsewhere.map(({ stance }) => stance)).toEqual(['CONDITIONAL']);
});

test('what others merely expect of somebody stands apart', () => {
  expect(columns[1] && names(columns[1].expected)).toEqual(['lou']);
  expect(columns[2] && names(columns[2].standing)).toEqual(['max']);
});
