import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask, askExecuted } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

describe('groups', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  const quoted = 'where: { rendering: { eq: QUOTED } }';

  test('rows are counted by an enum, a relation and a path, the largest groups first', async () => {
    expect(
      await ask(
        database,
        `{ wordings(${quoted}) {
          total: groups(by: []) { nodes { count distinct: count(distinct: ARTICLE) } }
          byArticle: groups(by: [ARTICLE]) { totalCount nodes { count article { slug } distinct: count(distinct: SPEAKER) } }
          byForm: groups(by: [FORM]) { nodes { form count } }
          byOutlet: groups(by: [OUTLET]) { nodes { outlet { slug } count } }
        } }`,
      ),
    ).toEqual({
      wordings: {
        total: { nodes: [{ count: 73, distinct: 4 }] },
        byArticle: {
          totalCount: 4,
          nodes: [
            { count: 31, article: { slug: '000-platinum-standard' }, distinct: 11 },
            { count: 22, article: { slug: '003-territory-still-key' }, distinct: 8 },
            { count: 12, article: { slug: '001-nato-style-guarantees' }, distinct: 6 },
            { count: 8, article: { slug: '002-washington-agrees' }, distinct: 4 },
          ],
        },
        byForm: {
          nodes: [
            { form: 'FRAGMENT', count: 47 },
            { form: 'FULL', count: 26 },
          ],
        },
        byOutlet: {
          nodes: [
            { outlet: null, count: 43 },
            { outlet: { slug: 'arcamax' }, count: 22 },
            { outlet: { slug: 'balitang-marino' }, count: 8 },
          ],
        },
      },
    });
  });

  test('having, order, pages and the rows of a group', async () => {
    const query = (first: number, after: string | null) => `{ wordings(${quoted}) {
      groups(by: [SPEAKER], having: { AND: [{ count: { gte: 2 } }, { count: { distinct: ARTICLE, gte: 2 } }] }, orderBy: [{ speaker: ASC }], first: ${first}, after: ${after && `"${after}"`}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { count speaker { name } rows(first: 2, orderBy: [{ text: ASC }]) { totalCount nodes { text } } }
      }
    } }`;
    interface Group {
      readonly count: number;
      readonly speaker: { readonly name: string };
      readonly rows: { readonly totalCount: number };
    }
    interface Answer {
      readonly wordings: {
        readonly groups: {
          readonly totalCount: number;
          readonly nodes: readonly Group[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        };
      };
    }
    const whole = (await ask(database, query(100, null))) as Answer;
    expect(whole.wordings.groups.nodes.map((group) => group.speaker.name)).toEqual([
      'Donald Trump',
      'Friedrich Merz',
      'Kaja Kallas',
      'Rustem Umerov',
      'Volodymyr Zelenskyy',
    ]);
    for (const group of whole.wordings.groups.nodes) expect(group.rows.totalCount).toBe(group.count);
    const paged: Group[] = [];
    let after: string | null = null;
    for (;;) {
      const { wordings }: Answer = (await ask(database, query(2, after))) as Answer;
      paged.push(...wordings.groups.nodes);
      if (!wordings.groups.pageInfo.hasNextPage) break;
      after = wordings.groups.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole.wordings.groups.nodes);
  });

  test('a dimension with several values counts a row once for each, without changing other counts', async () => {
    const answer = (await ask(
      database,
      `{ wordings(${quoted}) {
        byProposal: groups(by: [PROPOSAL], first: 1000) { nodes { count proposal { slug } rows { totalCount } } }
        total: groups(by: [ARTICLE]) { nodes { count distinct: count(distinct: PROPOSAL) } }
      } }`,
    )) as {
      wordings: {
        byProposal: {
          nodes: readonly { count: number; proposal: { slug: string } | null; rows: { totalCount: number } }[];
        };
        total: { nodes: readonly { count: number; distinct: number }[] };
      };
    };
    for (const group of answer.wordings.byProposal.nodes) expect(group.rows.totalCount).toBe(group.count);
    expect(answer.wordings.byProposal.nodes.filter((group) => group.proposal === null)).toHaveLength(1);
    expect(answer.wordings.byProposal.nodes.reduce((sum, group) => sum + group.count, 0)).toBeGreaterThan(73);
    expect(answer.wordings.total.nodes.map((group) => group.count)).toEqual([31, 22, 12, 8]);
  });

  test('days, minimum and maximum', async () => {
    expect(
      await ask(
        database,
        `{
          wordings(where: { said: {} }) { groups(by: [DAY], orderBy: [{ day: ASC }]) { nodes { day count min(of: SAID) max(of: SAID) } } }
          claims(where: { key: { eq: "sum" }, unit: { eq: "EUR" } }) { groups(by: []) { nodes { count min(of: AMOUNT) max(of: AMOUNT) } } }
        }`,
      ),
    ).toEqual({
      wordings: {
        groups: { nodes: expect.arrayContaining([expect.objectContaining({ day: '2025-12-15', min: '2025-12-15' })]) },
      },
      claims: { groups: { nodes: [{ count: 2, min: '90000000000', max: '210000000000' }] } },
    });
  });

  test('groups of a nested list contain only its rows', async () => {
    const query = `{ articles { nodes { slug wordings(${quoted}) { totalCount groups(by: [SPEAKER]) { nodes { count speaker { __typename name ... on Person { titles { totalCount } } } } } } } } }`;
    const answer = (await ask(database, query)) as {
      articles: {
        nodes: readonly { wordings: { totalCount: number; groups: { nodes: readonly { count: number }[] } } }[];
      };
    };
    for (const { wordings } of answer.articles.nodes) {
      expect(wordings.groups.nodes.reduce((sum, group) => sum + group.count, 0)).toBe(wordings.totalCount);
    }
    expect(await askExecuted(database, query)).toEqual(answer);
  });

  test('lists can be ordered by counts of nested lists', async () => {
    expect(
      await ask(
        database,
        `{ people(first: 3, orderBy: [{ wordings: { count: DESC, where: { rendering: { eq: QUOTED } } } }, { wordings: { count: DESC, distinct: ARTICLE } }]) { nodes { name } } }`,
      ),
    ).toEqual({
      people: { nodes: [{ name: 'Volodymyr Zelenskyy' }, { name: 'Donald Trump' }, { name: 'Kaja Kallas' }] },
    });
  });

  test.each([
    [
      'groups(by: [SPEAKER]) { nodes { article { slug } } }',
      /article: the rows are not grouped by ARTICLE: add it to `by`/,
    ],
    [
      'groups(by: [SPEAKER], orderBy: [{ article: ASC }]) { totalCount }',
      /orderBy\[0\]\.article: the rows are not grouped by article/,
    ],
    ['groups(by: [SPEAKER], having: { count: { gte: null } }) { totalCount }', /having\.count\.gte is null/],
    ['groups(by: [SPEAKER], first: 1001) { totalCount }', /first: 1001 is out of range/],
  ])('rejects %s', async (groups, message) => {
    await expect(ask(database, `{ wordings { ${groups} } }`)).rejects.toThrow(message);
  });
});
