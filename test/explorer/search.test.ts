import { expect, test } from 'vitest';
import { webAddress } from '../../src/explorer/address.ts';
import { groupBy } from '../../src/explorer/group.ts';
import { namedWith } from '../../src/explorer/page/actor/naming.tsx';
import { canSearch, plainOf, shownHit } from '../../src/explorer/part/hit.ts';
import { nextOf } from '../../src/explorer/part/search.tsx';

test('a search takes at least two letters or digits of any script, and at most 1,000 characters', () => {
  expect(['a', '" -', '', 'я!'].map(canSearch)).toEqual([false, false, false, false]);
  expect(['EU', 'яє', '20', 'a b'].map(canSearch)).toEqual([true, true, true, true]);
  expect(canSearch('word '.repeat(300))).toBe(false);
});

test('up and down move through the hits and the field, and wrap around', () => {
  expect([nextOf(-1, 1, 2), nextOf(0, 1, 2), nextOf(1, 1, 2)]).toEqual([0, 1, -1]);
  expect([nextOf(-1, -1, 2), nextOf(0, -1, 2), nextOf(-1, 1, 0)]).toEqual([1, -1, -1]);
});

test('a snippet in plain text has no tags and entities', () => {
  expect(plainOf('<mark>A</mark> &amp;lt; &lt;b&gt; &quot;c&#39;s')).toBe('A &lt; <b> "c\'s');
});

test('a hit links to its page; one without a page is not shown', () => {
  const person = { actorType: 'PERSON' as const, slug: 'a b', name: 'A B', titles: { nodes: [] } };
  expect(shownHit({ __typename: 'Person', ...person })).toEqual({
    id: '/person/a%20b',
    kind: 'person',
    slug: 'a b',
    href: '/person/a%20b',
    label: 'A B',
    detail: '',
  });
  expect(shownHit({ __typename: 'Wording' })).toBeUndefined();
});

test('a position leads to its proposal, a claim to its article', () => {
  const article = { slug: 'a', headline: 'A', shortName: 'Daily, 1 Dec 2025' };
  const actor = { __typename: 'Person' as const, actorType: 'PERSON' as const, slug: 'a-b', name: 'A B' };
  const position = {
    id: '1',
    gloss: 'A B is against it.',
    stance: 'OPPOSES' as const,
    actor,
    proposal: { slug: 'it', name: 'It' },
  };
  expect(shownHit({ __typename: 'Position', ...position, article })).toEqual({
    id: '1',
    kind: 'position',
    href: '/proposal/it',
    label: 'A B is against it.',
    detail: 'A B: opposes It',
    article,
  });
  expect(shownHit({ __typename: 'Claim', id: '2', gloss: 'It costs €5.', article })).toEqual({
    id: '2',
    kind: 'claim',
    href: '/article/a',
    label: 'It costs €5.',
    detail: '',
    article,
  });
});

test('only http and https addresses are linked', () => {
  expect(webAddress('mb.com.ph')).toBe('https://mb.com.ph/');
  expect(webAddress('http://a.example/b')).toBe('http://a.example/b');
  expect(['javascript:alert(1)', 'data:text/html,x', 'two words'].map(webAddress)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('groups are in the order in which their keys first occur', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], ([key]) => key)]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

test('actors named in more articles come first', () => {
  const actor = (slug: string) => ({ actor: { actorType: 'PERSON' as const, slug, name: slug } });
  const article = (slug: string, ...others: string[]) => ({
    slug,
    headline: slug,
    shortName: slug,
    published: null,
    updated: null,
    publishers: { nodes: [] },
    mentions: { groups: { nodes: others.map(actor) } },
  });
  const found = namedWith([article('one', 'ada', 'ben'), article('two', 'ben', 'cem')]);
  expect(found.map(({ actor: { slug }, articles }) => [slug, articles])).toEqual([
    ['ben', 2],
    ['ada', 1],
    ['cem', 1],
  ]);
});
