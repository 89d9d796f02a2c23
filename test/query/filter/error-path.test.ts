import { expect, test } from 'vitest';
import { compiled } from '../../support/ask.ts';

const people = (where: string) => `{ people(where: ${where}) { totalCount } }`;
const wordings = (where: string) => `{ wordings(where: ${where}) { totalCount } }`;
const ordered = (orderBy: string) => `{ people(orderBy: ${orderBy}) { nodes { id } } }`;
const groups = (args: string) => `{ wordings { groups(by: [SPEAKER], ${args}) { totalCount } } }`;
const long = `"${'x'.repeat(1001)}"`;

test.each([
  ['a column', people('{ name: { eq: null } }'), 'where.name.eq is null'],
  ['a list of values', people('{ NOT: { name: { notIn: null } } }'), 'where.NOT.name.notIn is null'],
  ['a list column', wordings('{ insertions: { has: null } }'), 'where.insertions.has is null'],
  ['a text that is too long', people(`{ name: { contains: ${long} } }`), 'where.name.contains has 1001 characters'],
  ['any of several texts', wordings(`{ OR: [{ words: { matches: ${long} } }] }`), 'where.OR[0].words.matches has 1001'],
  ['any of several texts', wordings('{ words: { matches: null } }'), 'where.words.matches is null'],
  [
    'the text of another row',
    `{ articles(where: { body: { matches: ${long} } }) { totalCount } }`,
    'where.body.matches has 1001',
  ],
  [
    'the text of another row',
    '{ articles(where: { body: { contains: null } }) { totalCount } }',
    'where.body.contains is null',
  ],
  ['a date', wordings('{ said: { basis: { in: null } } }'), 'where.said.basis.in is null'],
  ['isNull of a date', wordings('{ said: { isNull: null } }'), 'where.said.isNull is null'],
  ['isNull of a relation', wordings('{ speaker: { isNull: null } }'), 'where.speaker.isNull is null'],
  [
    'isNull with another condition',
    wordings('{ speaker: { isNull: true, name: { eq: "a" } } }'),
    'where.speaker.isNull: isNull',
  ],
  ['isNull of an entity', people('{ isNull: true }'), 'where.isNull: isNull'],
  ['a subtype', '{ actors(where: { person: { name: { in: null } } }) { totalCount } }', 'where.person.name.in is null'],
  ['rows of a list', people('{ wordings: { every: { text: { lt: null } } } }'), 'where.wordings.every.text.lt is null'],
  ['a count', people('{ wordings: { count: { gte: null } } }'), 'where.wordings.count.gte is null'],
  [
    'the rows that are counted',
    people('{ wordings: { count: { gte: 1, where: { text: { in: null } } } } }'),
    'where.wordings.count.where.text.in is null',
  ],
  [
    'the values that are counted',
    people('{ wordings: { count: { gte: 1, distinct: null } } }'),
    'where.wordings.count.distinct is null',
  ],
  ['having', groups('having: { count: { in: null } }'), 'having.count.in is null'],
  [
    'having in a list',
    groups('having: { OR: [{ NOT: { count: { lt: null } } }] }'),
    'having.OR[0].NOT.count.lt is null',
  ],
  [
    'having of different values',
    groups('having: { count: { distinct: ARTICLE, ne: null } }'),
    'having.count.ne is null',
  ],
  [
    'an order by a count',
    ordered('[{ name: ASC }, { wordings: { count: ASC, where: { text: { eq: null } } } }]'),
    'orderBy[1].wordings.where.text.eq is null',
  ],
  [
    'an order by a count of values',
    ordered('[{ wordings: { count: ASC, distinct: null } }]'),
    'orderBy[0].wordings.distinct is null',
  ],
  [
    'an order by relevance',
    `{ wordings(orderBy: [{ relevance: { to: ${long} } }]) { nodes { id } } }`,
    'orderBy[0].relevance.to has 1001 characters',
  ],
  [
    'the direction of an order by relevance',
    '{ wordings(orderBy: [{ relevance: { to: "x", direction: null } }]) { nodes { id } } }',
    'orderBy[0].relevance.direction is null',
  ],
  ['pairs', '{ pairs(kind: MET, having: { count: { in: null } }) { totalCount } }', 'having.count.in is null'],
])('the message names the operator: %s', (_name, query, start) => {
  expect(() => compiled(query)).toThrow(new RegExp(`^${start.replaceAll(/[.[\]]/g, '\\$&')}`));
});

test('the message says what to write instead of null, where that is possible', () => {
  const instead = /; to match nulls, use \{ isNull: true \}$/;
  expect(() => compiled(people('{ name: { eq: null } }'))).toThrow(instead);
  expect(() => compiled(people('{ name: null }'))).toThrow(instead);
  expect(() => compiled(wordings('{ speaker: null }'))).toThrow(instead);
  const nothing = / is null: leave it out$/;
  expect(() => compiled(people('{ wordings: { count: { eq: null } } }'))).toThrow(nothing);
  expect(() => compiled(people('{ wordings: null }'))).toThrow(nothing);
  expect(() => compiled('{ actors(where: { person: null }) { totalCount } }')).toThrow(nothing);
});
