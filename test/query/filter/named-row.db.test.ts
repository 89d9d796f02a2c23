import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask, compiled } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

describe('a row with a name', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  const ids = async (query: string): Promise<readonly string[]> => {
    const { list } = (await ask(database, `{ list: ${query} }`)) as { list: { nodes: readonly { id: string }[] } };
    return list.nodes.map(({ id }) => id);
  };

  const bySql = async (text: string): Promise<readonly string[]> => {
    const rows = await database.query<{ id: string }>({ text, values: [] });
    return rows.map(({ id }) => id);
  };

  test('is found again at any depth: people quoted in every article that names them', async () => {
    const found = await ids(`people(first: 1000, where: {
      as: "person"
      mentions: { some: {}, every: { article: { wordings: { some: {
        rendering: { eq: QUOTED }, speaker: { is: "person" }
      } } } } }
    }) { nodes { id } }`);
    expect(found.length).toBeGreaterThan(3);
    expect(found).toEqual(
      await bySql(`select p.id from "Actor" p
        where p."actorType" = 'PERSON' and exists (select 1 from "Mention" m where m."actorId" = p.id)
          and not exists (select 1 from "Mention" m where m."actorId" = p.id and not exists (
            select 1 from "Wording" w
            where w."articleId" = m."articleId" and w.rendering = 'QUOTED' and w."speakerId" = p.id))
        order by p."sortKey", p.id`),
    );
  });

  test('at the other end of a to-one relation is known to the conditions next to it, and in the selection', async () => {
    const found = await ids(`positions(first: 1000, where: {
      actor: { as: "actor" }, assertedBy: { is: "actor" }
    }, orderBy: [{ id: ASC }]) { nodes { id } }`);
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(
      await bySql(`select a.id from "Assertion" a join "Position" p on p.id = a.id
        where a."assertedById" = p."actorId" order by a.id`),
    );
    const others = await ids(`positions(first: 1000, where: {
      NOT: { actor: { as: "actor" }, assertedBy: { is: "actor" } }
    }) { nodes { id } }`);
    const { positions } = (await ask(database, '{ positions { totalCount } }')) as {
      positions: { totalCount: number };
    };
    expect(found.length + others.length).toBe(positions.totalCount);
    const answer = (await ask(
      database,
      `{ wordings(first: 1000, where: { rendering: { eq: QUOTED }, speaker: { as: "speaker" } }) { nodes {
        article { mentions(where: { actor: { is: "speaker" } }) { totalCount } }
      } } }`,
    )) as { wordings: { nodes: { article: { mentions: { totalCount: number } } }[] } };
    const [{ named } = { named: 0 }] = await database.query<{ named: number }>({
      text: `select count(*)::int named from "Wording" w where w.rendering = 'QUOTED' and exists (
        select 1 from "Mention" m where m."articleId" = w."articleId" and m."actorId" = w."speakerId")`,
      values: [],
    });
    expect(named).toBeGreaterThan(20);
    expect(answer.wordings.nodes.filter(({ article }) => article.mentions.totalCount > 0).length).toBe(named);
  });

  test('is not itself under NOT', async () => {
    const others = await ids(`articles(where: {
      as: "a", mentions: { some: { article: { NOT: { is: "a" } } } }
    }) { nodes { id } }`);
    expect(others).toEqual([]);
    const elsewhere = await ids(`articles(where: {
      as: "a", wordings: { some: { quote: { wordings: { some: { article: { NOT: { is: "a" } } } } } } }
    }) { nodes { id } }`);
    expect(elsewhere).toEqual(
      await bySql(`select a.id from "Article" a where exists (
          select 1 from "Wording" w join "Wording" o on o."quoteId" = w."quoteId" and o."articleId" <> w."articleId"
          where w."articleId" = a.id)
        order by a."sortKey", a.id`),
    );
  });

  test('lends its values to comparisons, texts by sort key: a wording printed later in the same article', async () => {
    const found = await ids(`wordings(first: 1000, where: {
      as: "first"
      article: { wordings: { some: {
        quote: { NOT: { wordings: { some: { is: "first" } } } }
        start: { row: { gt: "first" } }
        speaker: {}
        attribution: { row: { eq: "first" } }
        text: { row: { lt: "first" } }
      } } }
    }, orderBy: [{ id: ASC }]) { nodes { id } }`);
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(
      await bySql(`select f.id from "Wording" f where exists (
          select 1 from "Wording" w where w."articleId" = f."articleId" and w."quoteId" <> f."quoteId"
            and w.start > f.start and w."speakerId" is not null and w.attribution = f.attribution
            and w."textKey" < f."textKey")
        order by f.id`),
    );
  });

  test('equals nothing where a value is null, and NOT is true there', async () => {
    const count = async (comparison: string) =>
      (
        await ids(`wordings(first: 1000, where: {
          as: "w", quote: { wordings: { some: { is: "w", ${comparison} } } }
        }) { nodes { id } }`)
      ).length;
    const [{ known, unknown } = { known: 0, unknown: 0 }] = await database.query<{ known: number; unknown: number }>({
      text: 'select count(text)::int known, (count(*) - count(text))::int unknown from "Wording"',
      values: [],
    });
    expect(unknown).toBeGreaterThan(0);
    expect(await count('text: { row: { eq: "w" } }')).toBe(known);
    expect(await count('text: { row: { ne: "w" } }')).toBe(unknown);
    expect(await count('text: { row: { lte: "w" } }')).toBe(known);
    expect(await count('text: { row: { lt: "w" } }')).toBe(0);
    expect(await count('NOT: { text: { row: { eq: "w" } } }')).toBe(unknown);
    expect(await count('NOT: { text: { row: { gte: "w" } } }')).toBe(unknown);
  });

  test('of a list is known to the lists in its selection, to their counts, orders and groups', async () => {
    const answer = (await ask(
      database,
      `{ people(first: 1000, where: { as: "person" }) { nodes {
        id
        articles: mentions { groups(by: [ARTICLE]) { nodes { article {
          own: wordings(where: { speaker: { is: "person" } }) { totalCount }
          others: wordings(where: { speaker: { NOT: { is: "person" } } }) { totalCount }
          first: wordings(first: 1, orderBy: [{ speaker: { wordings: { count: DESC, where: { speaker: { is: "person" } } } } }, { id: ASC }]) {
            nodes { speaker { id } }
            groups(by: [], first: 1) { nodes { count(where: { speaker: { is: "person" } }) } }
          }
          spoken: wordings(where: { speaker: {} }) { totalCount }
        } } } }
      } } }`,
    )) as { people: { nodes: readonly Person[] } };
    const articles = answer.people.nodes.flatMap(({ id, articles }) =>
      articles.groups.nodes.map(({ article }) => ({ id, ...article })),
    );
    expect(articles.filter(({ own }) => own.totalCount > 0).length).toBeGreaterThan(10);
    for (const { id, own, others, spoken, first } of articles) {
      if (own.totalCount > 0) expect(first.nodes[0]?.speaker?.id).toBe(id);
      expect(first.groups.nodes[0]?.count).toBe(own.totalCount);
      expect(own.totalCount + others.totalCount).toBe(spoken.totalCount);
    }
  });

  test('keeps totals and cursors exact', async () => {
    const where = '{ as: "p", mentions: { some: { article: { wordings: { some: { speaker: { is: "p" } } } } } } }';
    const page = async (after: string | null) =>
      (await ask(
        database,
        `query Page($after: String) { people(first: 3, after: $after, where: ${where}) {
          totalCount nodes { id } pageInfo { hasNextPage endCursor }
        } }`,
        { after },
      )) as {
        people: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    const seen: string[] = [];
    let total = 0;
    for (let after: string | null = null, more = true; more; ) {
      const { people } = await page(after);
      seen.push(...people.nodes.map(({ id }) => id));
      total = people.totalCount;
      after = people.pageInfo.endCursor;
      more = people.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(await ids(`people(first: 1000, where: ${where}) { nodes { id } }`));
    expect(seen.length).toBe(total);
  });

  test.each([
    ['people(where: { is: "p" })', 'where.is: no row is named "p" here: name an outer list or filter with `as`'],
    [
      'people(where: { as: "a", wordings: { some: { speaker: { as: "b", is: "c" } } } })',
      'where.wordings.some.speaker.is: no row is named "c" here: the names here are "a", "b"',
    ],
    [
      'people(where: { as: "p", wordings: { some: { is: "p" } } })',
      'where.wordings.some.is: "p" is a row of Person, which cannot be compared with a row of Wording',
    ],
    [
      'people(where: { as: "p", wordings: { some: { speaker: { as: "p" } } } })',
      'where.wordings.some.speaker.as: an outer row is already named "p": choose another name',
    ],
    ['people(where: { as: "" })', 'where.as is empty: give a name'],
    ['people(where: { as: null })', 'where.as is null: leave it out, or give a name'],
    ['people(where: { is: null })', 'where.is is null: leave it out, or give the name of a row'],
    ['people(where: { name: { row: null } })', 'where.name.row is null: leave it out'],
    [
      'people(where: { name: { row: { lt: null } } })',
      'where.name.row.lt is null: leave it out, or give the name of a row',
    ],
    [
      'people(where: { OR: [{ as: "p" }, { is: "p" }] })',
      'where.OR[1].is: no row is named "p" here: name an outer list or filter with `as`',
    ],
  ])('that is missing, of another entity or named twice is an error: %s', (list, message) => {
    expect(() => compiled(`{ ${list} { totalCount } }`)).toThrow(message);
  });
});

interface Person {
  readonly id: string;
  readonly articles: {
    readonly groups: {
      readonly nodes: readonly {
        readonly article: {
          readonly own: { readonly totalCount: number };
          readonly others: { readonly totalCount: number };
          readonly spoken: { readonly totalCount: number };
          readonly first: {
            readonly nodes: readonly { readonly speaker: { readonly id: string } | null }[];
            readonly groups: { readonly nodes: readonly { readonly count: number }[] };
          };
        };
      }[];
    };
  };
}
