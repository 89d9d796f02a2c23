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

const names = (actors: (typeof columns)[number]['actors']) => actors.map(({ slug }) => slug);

test('there are three columns: for, neither and against', () => {
  expect(columns.map(({ side }) => side)).toEqual(['FOR', 'NEITHER', 'AGAINST']);
});

test('a column is ordered by the strength of the stance, then by name', () => {
  expect(columns[0] && names(columns[0].actors)).toEqual(['kim', 'ada', 'zoe']);
});

test('an actor with two sides is in both columns, each with the positions elsewhere', () => {
  expect(columns[1] && names(columns[1].actors)).toEqual(['kim']);
  expect(columns[0]?.actors[0]?.elsewhere.map(({ stance }) => stance)).toEqual(['CONDITIONAL']);
});

test('expected positions are listed separately', () => {
  expect(columns[1] && names(columns[1].expected)).toEqual(['lou']);
  expect(columns[2] && names(columns[2].actors)).toEqual(['max']);
});
