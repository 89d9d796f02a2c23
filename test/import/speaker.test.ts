import { expect, test } from 'vitest';
import { rowsOf } from '../support/files-in-memory.ts';
import { asserted, smallArticle } from '../support/small-article.ts';

const organisations = {
  country: { name: 'Country', kind: 'STATE' },
  alliance: { name: 'Alliance', kind: 'BODY' },
  government: { name: 'Government', kind: 'GOVERNMENT' },
  'press-office': { name: 'Press office', kind: 'OFFICE' },
  firm: { name: 'Firm', kind: 'COMPANY' },
};
const memberOf = (member: string, group: string) => asserted({ member, group });
const rows = rowsOf({
  'people.yaml': '{ ann: { name: Ann }, bo: { name: Bo } }',
  'organisations.yaml': JSON.stringify(organisations),
  'articles/one.yaml': smallArticle('one', {
    sources: {
      aides: { printedAs: 'aides', collective: true, memberOf: 'government' },
      several: { printedAs: 'Country and Firm', collective: true, members: ['country', 'firm', 'ann'] },
    },
    titles: [
      asserted({ person: 'ann', text: 'spokeswoman', organisation: 'press-office', tenure: 'CURRENT' }),
      asserted({ person: 'bo', text: 'former minister', organisation: 'government', tenure: 'FORMER' }),
    ],
    memberships: [
      memberOf('press-office', 'government'),
      memberOf('government', 'country'),
      memberOf('country', 'alliance'),
      memberOf('firm', 'country'),
    ],
  }),
});

function speaksFor(slug: string): string[] {
  const slugs = new Map(rows.all('Actor').map((actor) => [actor.slug, actor.id]));
  const names = new Map(rows.all('Actor').map((actor) => [actor.id, actor.slug]));
  const links = rows.all('ActorOrganisation').filter(({ actorId }) => actorId === slugs.get(slug));
  return links.map(({ organisationId }) => names.get(organisationId) ?? '').sort();
}

test.each([
  [
    'a spokeswoman speaks for her office and through it for the government and the state',
    'ann',
    ['country', 'government', 'press-office'],
  ],
  [
    'an office speaks for itself, its government and its state',
    'press-office',
    ['country', 'government', 'press-office'],
  ],
  ['a state speaks for itself and not for its alliance', 'country', ['country']],
  ['a company speaks for itself and not for its state', 'firm', ['firm']],
  ['an unnamed source speaks for its government and its state', 'one-aides', ['country', 'government']],
  ['a collective source speaks for the organisations among its members', 'one-several', ['country', 'firm']],
  ['somebody with a former title speaks for nobody', 'bo', []],
])('%s', (_, slug, expected) => {
  expect(speaksFor(slug)).toEqual(expected);
});

test('organisations that are members of each other speak for themselves', () => {
  const circular = rowsOf({
    'organisations.yaml': '{ a: { name: A, kind: BODY }, b: { name: B, kind: BODY } }',
    'articles/one.yaml': smallArticle('one', { memberships: [memberOf('a', 'b'), memberOf('b', 'a')] }),
  });
  expect(circular.all('ActorOrganisation')).toHaveLength(2);
});
