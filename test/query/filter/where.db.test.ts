import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

describe('filters', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  async function count(list: string, where: string): Promise<number> {
    const answer = await ask(database, `{ list: ${list}(where: ${where}) { totalCount } }`);
    return (answer as { list: { totalCount: number } }).list.totalCount;
  }

  test('each row, also with nulls, matches either a condition or its NOT', async () => {
    const all = await count('wordings', '{}');
    const conditions = [
      '{ text: { eq: "weak" } }',
      '{ text: { ne: "weak" } }',
      '{ text: { in: ["weak", "forever."] } }',
      '{ text: { contains: "e" } }',
      '{ text: { gt: "m" } }',
      '{ text: { isNull: true } }',
      '{ speaker: { name: { startsWith: "kaja" } } }',
      '{ speaker: {} }',
      '{ speaker: { isNull: true } }',
      '{ said: { earliest: { gte: "2025-12-15" } } }',
      '{ said: { isNull: false } }',
      '{ mentions: { some: { actor: { slug: { eq: "ukraine" } } } } }',
      '{ mentions: { every: { kind: { eq: NAME } } } }',
      '{ mentions: { count: { gte: 2, distinct: ACTOR } } }',
      '{ insertions: { isEmpty: false } }',
      '{ words: { contains: "guarantees" } }',
      '{ OR: [{ text: { eq: "weak" } }, { NOT: { speaker: {} } }] }',
      '{}',
      '{ OR: [] }',
      '{ AND: [] }',
      '{ text: { in: [] } }',
    ];
    for (const condition of conditions) {
      expect([
        condition,
        (await count('wordings', condition)) + (await count('wordings', `{ NOT: ${condition} }`)),
      ]).toEqual([condition, all]);
    }
  });

  test('ne, notIn and NOT are true for null; eq is case-sensitive', async () => {
    const reported = await count('wordings', '{ text: { isNull: true } }');
    expect(reported).toBeGreaterThan(0);
    expect(await count('wordings', '{ text: { isNull: true, ne: "weak" } }')).toBe(reported);
    expect(await count('wordings', '{ text: { isNull: true, notIn: ["weak"] } }')).toBe(reported);
    expect(await count('wordings', '{ text: { isNull: true }, NOT: { text: { contains: "a" } } }')).toBe(reported);
    expect(await count('people', '{ name: { eq: "kaja kallas" } }')).toBe(0);
    expect(await count('people', '{ name: { eq: "Kaja Kallas" } }')).toBe(1);
  });

  test('text operators ignore case, accents and kinds of hyphens, and wildcards are ordinary characters', async () => {
    expect(await count('people', '{ aliases: { some: { text: { eq: "Lars Løkke Rasmussen" } } } }')).toBe(1);
    expect(await count('people', '{ aliases: { some: { text: { contains: "LOKKE" } } } }')).toBe(1);
    expect(await count('people', '{ name: { contains: "%" } }')).toBe(0);
    expect(await count('people', '{ name: { contains: "_" } }')).toBe(0);
    expect(await count('people', '{ name: { contains: "\\\\" } }')).toBe(0);
    expect(await count('wordings', '{ text: { contains: "article 5‑like" } }')).toBe(2);
  });

  test('some, every, none and count filter by the rows of a list', async () => {
    const articles = await count('articles', '{}');
    expect(await count('articles', '{ wordings: { some: {} } }')).toBe(articles);
    expect(await count('people', '{ wordings: { some: {} } }')).toBe(11);
    expect(await count('people', '{ wordings: { none: {} } }')).toBe(18);
    expect(await count('people', '{ wordings: { every: { rendering: { eq: QUOTED } } } }')).toBeGreaterThan(18);
    expect(await count('people', '{ wordings: { count: { eq: 0 } } }')).toBe(18);
    expect(await count('people', '{ wordings: { count: { gte: 9, where: { rendering: { eq: QUOTED } } } } }')).toBe(1);
  });

  test('an Actor and an Assertion can be filtered as one of their subtypes', async () => {
    expect(await count('actors', '{ person: {} }')).toBe(29);
    expect(await count('actors', '{ source: { anonymityReason: { isNull: false } } }')).toBe(2);
    expect(await count('actors', '{ NOT: { person: {} } }')).toBe((await count('actors', '{}')) - 29);
    expect(await count('assertions', '{ position: { stance: { eq: OPPOSES } } }')).toBe(
      await count('positions', '{ stance: { eq: OPPOSES } }'),
    );
  });

  test.each([
    ['{ name: { eq: null } }', /where\.name\.eq is null/],
    ['{ name: null }', /where\.name is null/],
    ['{ AND: null }', /where\.AND is null: leave it out$/],
    ['{ isNull: true }', /where\.isNull: isNull is only accepted on a to-one relation/],
    [
      '{ wordings: { some: { speaker: { isNull: true, name: { eq: "x" } } } } }',
      /where\.wordings\.some\.speaker\.isNull: isNull cannot be combined/,
    ],
    ['{ name: { contains: "a\\u0000b" } }', /contains the character U\+0000/],
  ])('rejects %s', async (where, message) => {
    await expect(count('people', where)).rejects.toThrow(message);
    await expect(count('people', where)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
