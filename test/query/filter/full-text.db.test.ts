import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { ask } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';

describe('filters on words', () => {
  let database: Database;
  beforeAll(async () => {
    database = await seededDatabase();
  });

  async function found(list: string, where: string): Promise<string[]> {
    const names = { people: 'name', claims: 'gloss' }[list] ?? 'text';
    const answer = await ask(database, `{ list: ${list}(where: ${where}, first: 1000) { nodes { name: ${names} } } }`);
    return (answer as { list: { nodes: { name: string }[] } }).list.nodes.map((node) => node.name);
  }

  async function count(list: string, where: string): Promise<number> {
    return (await found(list, where)).length;
  }

  test('similar forgives mistakes in a name', async () => {
    expect(await found('people', '{ name: { similar: "Kaja Kalas" } }')).toEqual(['Kaja Kallas']);
    expect(await found('people', '{ name: { similar: "Zelenski" } }')).toEqual(['Volodymyr Zelenskyy']);
    expect(await found('people', '{ aliases: { some: { text: { similar: "Loke Rasmusen" } } } }')).toEqual([
      'Lars Lokke Rasmussen',
    ]);
    expect(await count('people', '{ name: { similar: "xyzzy" } }')).toBe(0);
    expect(await count('people', '{ name: { similar: "" } }')).toBe(0);
  });

  test('matches finds words in any form, and ignores accents, case and hyphens', async () => {
    expect(await count('wordings', '{ text: { matches: "guarantee" } }')).toBe(
      await count('wordings', '{ text: { matches: "GUARANTEES" } }'),
    );
    expect(await count('wordings', '{ text: { matches: "guarantee" } }')).toBeGreaterThan(0);
    for (const text of await found('wordings', '{ text: { matches: "article 5‑like" } }'))
      expect(text).toMatch(/5.like/);
    expect(await count('wordings', '{ text: { matches: "article 5‑like" } }')).toBe(
      await count('wordings', '{ text: { matches: "Article 5-like" } }'),
    );
    expect(await count('people', '{ aliases: { some: { text: { matches: "lokke" } } } }')).toBe(1);
  });

  test('matches takes phrases, or and not', async () => {
    const both = await count('wordings', '{ words: { matches: "security guarantees" } }');
    const phrase = await count('wordings', '{ words: { matches: "\\"security guarantees\\"" } }');
    const either = await count('wordings', '{ words: { matches: "security or guarantees" } }');
    const without = await count('wordings', '{ gloss: { matches: "security -guarantees" } }');
    const security = await count('wordings', '{ gloss: { matches: "security" } }');
    expect(phrase).toBeGreaterThan(0);
    expect(both).toBeGreaterThanOrEqual(phrase);
    expect(either).toBeGreaterThan(both);
    expect(without).toBe(security - (await count('wordings', '{ gloss: { matches: "security guarantees" } }')));
  });

  test('only words with a minus match every text without these words, but not null', async () => {
    const texts = await count('wordings', '{ text: { isNull: false } }');
    const having = await count('wordings', '{ text: { matches: "security" } }');
    expect(having).toBeGreaterThan(0);
    expect(await count('wordings', '{ text: { matches: "-security" } }')).toBe(texts - having);
    expect(await count('wordings', '{ text: { matches: "-security or -the" } }')).toBe(texts - having);
    const the = await count('wordings', '{ text: { matches: "the" } }');
    expect(await count('wordings', '{ text: { matches: "-the" } }')).toBe(texts - the);
    const either = await count(
      'wordings',
      '{ OR: [{ text: { matches: "-security" } }, { gloss: { matches: "-security" } }] }',
    );
    expect(await count('wordings', '{ words: { matches: "-security" } }')).toBe(either);
  });

  test('stop words count only if there are no others; no words match nothing', async () => {
    const all = await count('wordings', '{}');
    const matching = (text: string) => count('wordings', `{ gloss: { matches: ${JSON.stringify(text)} } }`);
    for (const nothing of ['', '"', '!?', '€']) expect([nothing, await matching(nothing)]).toEqual([nothing, 0]);
    const the = await matching('the');
    expect(the).toBeGreaterThan(0);
    expect(the).toBeLessThan(all);
    expect(await matching('of the')).toBeLessThan(the);
    expect(await matching('the security')).toBe(await matching('security'));
    expect(await count('wordings', '{ NOT: { gloss: { matches: "the" } } }')).toBe(all - the);
  });

  test('a condition and its NOT part the rows in two, nulls included', async () => {
    const all = await count('wordings', '{}');
    const conditions = [
      '{ text: { matches: "weak" } }',
      '{ words: { matches: "weak" } }',
      '{ text: { similar: "weak" } }',
    ];
    for (const condition of conditions) {
      expect([
        condition,
        (await count('wordings', condition)) + (await count('wordings', `{ NOT: ${condition} }`)),
      ]).toEqual([condition, all]);
    }
  });

  test('similar works on every text column, with or without an index', async () => {
    expect(await count('people', '{ slug: { similar: "kaja-kalas" } }')).toBe(1);
  });

  test('symbols separate words on every database', async () => {
    expect(await count('claims', '{ gloss: { matches: "210" } }')).toBe(
      await count('claims', '{ gloss: { matches: "€210" } }'),
    );
  });

  test('an order by relevance lists rows with the words first, and can be paged', async () => {
    const order = '[{ relevance: { to: "security guarantees" } }]';
    const page = async (args: string) => {
      const answer = await ask(
        database,
        `{ list: wordings(${args}, orderBy: ${order}) { nodes { id gloss text } pageInfo { hasNextPage endCursor } } }`,
      );
      return (answer as { list: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).list;
    };
    const { nodes } = await page('first: 1000');
    const fitting = await count('wordings', '{ words: { matches: "security guarantees" } }');
    for (const { gloss, text } of nodes.slice(0, fitting)) expect(`${gloss} ${text}`).toMatch(/secur/i);
    const paged: Node[] = [];
    let after = '';
    for (;;) {
      const { nodes: some, pageInfo } = await page(`first: 9${after}`);
      paged.push(...some);
      after = `, after: "${pageInfo.endCursor}"`;
      if (!pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(nodes);
    await expect(
      ask(database, '{ wordings(orderBy: [{ relevance: { to: "x", direction: null } }]) { totalCount } }'),
    ).rejects.toThrow(/orderBy\[0\]\.relevance\.direction is null/);
  });
});

interface Node {
  readonly id: string;
  readonly gloss: string;
  readonly text: string | null;
}
