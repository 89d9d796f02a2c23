import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask } from '../support/ask.ts';
import { seededDatabase } from '../support/database.ts';

describe('selections', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  test('one operation can select a field several times with different arguments', async () => {
    expect(
      await ask(
        database,
        `{ article(slug: "003-territory-still-key") {
          quoted: wordings(where: { rendering: { eq: QUOTED } }) { totalCount }
          reported: wordings(where: { rendering: { eq: REPORTED } }) { totalCount }
          first: wordings(first: 1) { nodes { text } }
          last: wordings(last: 1) { nodes { text } }
        } }`,
      ),
    ).toMatchObject({
      article: {
        quoted: { totalCount: 22 },
        reported: { totalCount: 1 },
        first: { nodes: [{ text: 'Article 5-like' }] },
        last: {
          nodes: [{ text: 'He is dragging out negotiations and shifting the cost of war onto his own population.' }],
        },
      },
    });
  });

  test('fragments on an interface select the fields of each type', async () => {
    const answer = await ask(
      database,
      `{ actors(where: { slug: { in: ["kaja-kallas", "nato", "002-washington-agrees-us-officials"] } }) { nodes {
        __typename
        ... on Person { titles { totalCount } }
        ... on Organisation { kind }
        ... on Source { collective memberOf { name } }
      } } }`,
    );
    expect(answer).toEqual({
      actors: {
        nodes: expect.arrayContaining([
          { __typename: 'Person', titles: { totalCount: 4 } },
          { __typename: 'Organisation', kind: 'BODY' },
          { __typename: 'Source', collective: true, memberOf: { name: 'United States' } },
        ]),
      },
    });
  });

  test('node and nodes find rows by id, in the order of the ids, and null for unknown ids', async () => {
    const { person, quote } = (await ask(
      database,
      '{ person(slug: "kaja-kallas") { id } quote(slug: "real-troops") { id } }',
    )) as {
      person: { id: string };
      quote: { id: string };
    };
    const ids = [quote.id, 'Person_nobody', person.id, 'nonsense', 'Query_x', 'Actor_x'];
    expect(
      await ask(
        database,
        'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { __typename id ... on Actor { slug } } node(id: $id) { ... on Quote { slug } } }',
        { ids, id: quote.id },
      ),
    ).toEqual({
      nodes: [
        { __typename: 'Quote', id: quote.id },
        null,
        { __typename: 'Person', id: person.id, slug: 'kaja-kallas' },
        null,
        null,
        null,
      ],
      node: { slug: 'real-troops' },
    });
  });

  test('unknown ids, and no ids', async () => {
    expect(await ask(database, '{ none: nodes(ids: []) { id } unknown: nodes(ids: ["x", "Quote_x"]) { id } }')).toEqual(
      {
        none: [],
        unknown: [null, null],
      },
    );
  });

  test('an unknown slug is null', async () => {
    expect(
      await ask(database, '{ article(slug: "none") { id } actor(slug: "none") { id } person(slug: "nato") { id } }'),
    ).toEqual({
      article: null,
      actor: null,
      person: null,
    });
  });

  test('a selection can have more fields than a PostgreSQL function has arguments', async () => {
    const keys = Array.from({ length: 1300 }, (_, i) => `key_${'long'.repeat(2)}_${i}`);
    const answer = (await ask(
      database,
      `{ article(slug: "004-officials-say") { ${keys.map((k) => `${k}: slug`).join(' ')} nothing: url } }`,
    )) as {
      article: Record<string, string>;
    };
    expect(Object.keys(answer.article)).toEqual([...keys, 'nothing']);
    expect(answer.article[keys[1299] ?? '']).toBe('004-officials-say');
    expect(answer.article.nothing).toBeNull();
  });

  test('hundreds of root fields are answered by one statement', async () => {
    const keys = Array.from({ length: 300 }, (_, i) => `key_${i}`);
    const query = `{ ${keys.map((key) => `${key}: articles(first: 1) { totalCount nodes { slug } }`).join(' ')} }`;
    const answer = (await ask(database, query)) as Record<string, { totalCount: number }>;
    expect(Object.keys(answer)).toEqual(keys);
    expect(answer.key_299?.totalCount).toBe(5);
  });

  test('amounts are exact strings, dates are days', async () => {
    expect(
      await ask(
        database,
        `{ claims(where: { key: { eq: "sum" }, unit: { eq: "EUR" } }) { nodes { amount article { slug updated { earliest latest time basis } published { earliest } } } } }`,
      ),
    ).toEqual({
      claims: {
        nodes: [
          {
            amount: '210000000000',
            article: {
              slug: '000-platinum-standard',
              updated: { earliest: '2025-12-16', latest: '2025-12-16', time: '6:05 AM', basis: 'STATED' },
              published: null,
            },
          },
          { amount: '90000000000', article: { slug: '001-nato-style-guarantees', updated: null, published: null } },
        ],
      },
    });
  });
});
