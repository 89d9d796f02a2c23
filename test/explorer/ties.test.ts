import { expect, test } from 'vitest';
import { fanOf, neighboursOf, type Ties, uncountedOf } from '../../src/explorer/picture/ties.ts';

const actorOf = (slug: string) => ({ actorType: 'PERSON' as const, slug, name: slug.toUpperCase() });

function data({ met = {}, sameSide = {}, named = {} }: Record<string, Record<string, number>>): Ties {
  const list = (counts: Record<string, number>) => ({
    totalCount: 0,
    nodes: Object.entries(counts).map(([slug, count]) => ({
      count,
      actor: actorOf(slug),
      assertions: { nodes: [] },
      articles: { nodes: [] },
    })),
  });
  return {
    met: list(met),
    sameSide: list(sameSide),
    oppositeSides: list({}),
    named: list(named),
    metCounts: counted(met),
    sameSideCounts: counted(sameSide),
    oppositeSidesCounts: counted({}),
    namedCounts: counted(named),
  };
}

function counted(counts: Record<string, number>) {
  return { nodes: Object.entries(counts).map(([slug, count]) => ({ b: actorOf(slug), count })) };
}

const slugs = (ties: Ties, most = 9) => neighboursOf(ties, most).map(({ actor }) => actor.slug);

test('a meeting counts more than a co-mention, and more ties count more than fewer', () => {
  expect(slugs(data({ met: { ada: 1, ben: 2 }, named: { cem: 9 } }))).toEqual(['ben', 'ada', 'cem']);
});

test('a neighbour with several ties is listed once, with all of them', () => {
  const [ada, ...others] = neighboursOf(data({ met: { ada: 1 }, sameSide: { ada: 3 }, named: { ada: 2 } }), 9);
  expect(others).toEqual([]);
  expect(Object.keys(ada?.ties ?? {}).sort()).toEqual(['met', 'named', 'sameSide']);
});

test('a neighbour shown for one kind of tie has the counts of the others too, and is ordered by them', () => {
  const ties = {
    ...data({ met: { ada: 1, ben: 1 } }),
    sameSideCounts: counted({ ben: 2, eva: 9 }),
    namedCounts: counted({ ada: 3, ben: 1 }),
  };
  expect(neighboursOf(ties, 9).map(({ actor, counts }) => [actor.slug, counts])).toEqual([
    ['ben', { met: 1, sameSide: 2, named: 1 }],
    ['ada', { met: 1, named: 3 }],
  ]);
});

test('kinds with more ties than were counted are reported', () => {
  const { met, ...others } = data({ met: { ada: 1 } });
  expect(uncountedOf({ met, ...others })).toBe('');
  expect(uncountedOf({ met: { ...met, totalCount: 201 }, ...others })).toContain(
    'Only the 200 strongest ties were counted for “met”',
  );
});

test('at most the given number is shown, equals ordered by name', () => {
  expect(slugs(data({ named: { eva: 1, dia: 1, cem: 1 } }), 2)).toEqual(['cem', 'dia']);
});

test('a fan has a line for each neighbour and a curve for each kind of tie', () => {
  const { ends, height } = fanOf([{ met: 1, named: 4 }, { sameSide: 1 }]);
  expect(ends.map(({ edges }) => edges.map(({ kind }) => kind))).toEqual([['met', 'named'], ['sameSide']]);
  expect(new Set(ends.map(({ y }) => y)).size).toBe(2);
  expect(ends.every(({ y }) => y > 0 && y < height)).toBe(true);
  const [first] = ends;
  expect(new Set(first?.edges.map(({ d }) => d)).size).toBe(2);
  expect(first?.edges[1]?.width).toBeGreaterThan(first?.edges[0]?.width ?? 9);
});
