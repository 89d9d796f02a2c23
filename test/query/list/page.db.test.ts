import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask, compiled } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

const ORDERS = [
  '[]',
  '[{ text: DESC }]',
  '[{ said: { earliest: ASC } }]',
  '[{ said: { earliest: DESC_NULLS_FIRST } }, { speaker: { name: ASC } }]',
  '[{ speaker: { name: ASC_NULLS_FIRST } }, { rendering: DESC }]',
  '[{ rendering: DESC }, { article: { slug: DESC } }, { start: DESC }]',
];

describe('pages of a list', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  async function page(args: string): Promise<Connection> {
    const answer = await ask(
      database,
      `{ wordings(${args}) { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    return (answer as { wordings: Connection }).wordings;
  }

  test.each(ORDERS)('paging forwards in the order %s returns the whole list', async (orderBy) => {
    const whole = await page(`orderBy: ${orderBy}, first: 1000`);
    expect(whole.nodes).toHaveLength(whole.totalCount);
    const paged: string[] = [];
    let after = '';
    for (;;) {
      const { nodes, pageInfo } = await page(`orderBy: ${orderBy}, first: 7${after}`);
      expect(pageInfo.hasPreviousPage).toBe(after !== '');
      paged.push(...nodes.map((node) => node.id));
      after = `, after: "${pageInfo.endCursor}"`;
      if (!pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(whole.nodes.map((node) => node.id));
  });

  test.each(ORDERS)('paging backwards in the order %s returns the whole list', async (orderBy) => {
    const whole = await page(`orderBy: ${orderBy}, first: 1000`);
    const paged: string[] = [];
    let before = '';
    for (;;) {
      const { nodes, pageInfo } = await page(`orderBy: ${orderBy}, last: 5${before}`);
      expect(pageInfo.hasNextPage).toBe(before !== '');
      paged.unshift(...nodes.map((node) => node.id));
      before = `, before: "${pageInfo.startCursor}"`;
      if (!pageInfo.hasPreviousPage) break;
    }
    expect(paged).toEqual(whole.nodes.map((node) => node.id));
  });

  test('offset skips rows, and there is a previous page', async () => {
    const whole = await page('first: 1000');
    const { nodes, pageInfo } = await page('first: 3, offset: 4');
    expect(nodes).toEqual(whole.nodes.slice(4, 7));
    expect(pageInfo.hasPreviousPage).toBe(true);
    expect((await page('first: 3, offset: 10000')).nodes).toEqual([]);
  });

  test('a page can be empty', async () => {
    expect(await page('where: { text: { eq: "nobody said this" } }')).toEqual({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    expect((await page('first: 0')).pageInfo.hasNextPage).toBe(true);
  });

  test('a page has a hundred rows by default', async () => {
    const answer = (await ask(database, '{ mentions { nodes { id } totalCount } }')) as { mentions: Connection };
    expect(answer.mentions.totalCount).toBeGreaterThan(100);
    expect(answer.mentions.nodes).toHaveLength(100);
  });

  test.each([
    ['first: 2, last: 2', /first and last cannot be combined/],
    ['after: "x", before: "y"', /after and before cannot be combined/],
    ['first: 1, after: "x", offset: 1', /after and offset cannot be combined/],
    ['first: 100000', /first: 100000 is out of range, accepted are 0 to 1000/],
    ['first: -1', /first: -1 is out of range/],
    ['offset: 10001', /offset: 10001 is out of range, accepted are 0 to 10000/],
    ['after: "nonsense"', /after: "nonsense" is not a cursor/],
  ])('rejects %s with what is accepted', async (args, message) => {
    await expect(page(args)).rejects.toThrow(message);
    await expect(page(args)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, path: ['wordings'] });
  });

  test('an error in a nested list has the path of that list', async () => {
    await expect(
      ask(database, '{ articles { nodes { few: wordings(first: -1) { totalCount } } } }'),
    ).rejects.toMatchObject({
      path: ['articles', 'nodes', 'few'],
      locations: [{ line: 1, column: 22 }],
    });
  });

  test('rejects the cursor of another order, filter or list', async () => {
    const { pageInfo } = await page('first: 2, orderBy: [{ text: ASC }]');
    const foreign = /this cursor belongs to another list, order or filter/;
    await expect(page(`after: "${pageInfo.endCursor}"`)).rejects.toThrow(foreign);
    await expect(page(`after: "${pageInfo.endCursor}", orderBy: [{ text: DESC }]`)).rejects.toThrow(foreign);
    await expect(
      page(`after: "${pageInfo.endCursor}", orderBy: [{ text: ASC }], where: { zone: { eq: BODY } }`),
    ).rejects.toThrow(foreign);
    await expect(ask(database, `{ articles(after: "${pageInfo.endCursor}") { totalCount } }`)).rejects.toThrow(foreign);
  });

  test('a query of five levels and a page of a hundred rows are one statement each, with a LIMIT for every list', async () => {
    const seen: string[] = [];
    const stop = database.onStatement(({ text }) => seen.push(text));
    const deep = `{ articles { nodes { slug wordings { nodes { text speaker { name positions(first: 10) { nodes {
      proposal { name quotes(first: 10) { nodes { slug } } } } } } } } } } }`;
    const wide = '{ mentions(first: 100) { nodes { text actor { name } article { headline } wording { text } } } }';
    await ask(database, deep);
    await ask(database, wide);
    stop();
    expect(seen).toEqual([compiled(deep).statement.text, compiled(wide).statement.text]);
    const limits = seen.map((text) => text.match(/ limit \$\d+::int/g)?.length);
    const lists = seen.map((text) => text.match(/json_agg\(/g)?.length);
    expect(limits).toEqual([4, 1]);
    expect(lists).toEqual([4, 1]);
  });
});
