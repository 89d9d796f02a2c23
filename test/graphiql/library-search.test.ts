import { expect, test } from 'vitest';
import { folded, searchLibrary } from '../../src/graphiql/library-search.ts';

const question = (title: string, query: string) => ({ group: 'money', title, query });
const loan = question('Who backs the loan?', '{ positions { totalCount } }');
const people = question('Which people are named?', '{ people { nodes { name } } }');
const outlets = question('Which outlets print it?', '{ outlets { nodes { name } } }');
const library = [outlets, people, loan];
const answers = new Map([
  [people.query, folded('Lars Løkke Rasmussen, Maxime Prévot')],
  [outlets.query, folded('The People’s Daily')],
]);

test.each([
  ['loan', [loan]],
  ['POSITIONS', [loan]],
  ['money which', [outlets, people]],
  ['prevot', [people]],
  ['Prévot', [people]],
  ['named Rasmussen', [people]],
  ["people's daily", [outlets]],
  ['unheard', []],
])('%s finds questions by their titles, queries and answers', (searched, found) => {
  expect(searchLibrary(library, searched, answers)).toEqual(found);
});

test('titles come before queries, and queries before answers', () => {
  expect(searchLibrary(library, 'people', answers)).toEqual([people, outlets]);
  expect(searchLibrary(library, 'people', new Map())).toEqual([people]);
});
