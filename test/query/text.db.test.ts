import { join } from 'node:path';
import { parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { importFolder } from '../../src/import/import.ts';
import { loadTexts } from '../../src/import/load-texts.ts';
import { compileOperation } from '../../src/query/operation.ts';
import { createApp } from '../../src/server/app.ts';
import { ask, askExecuted, compiled } from '../support/ask.ts';
import { inventedDatabase, testDatabase } from '../support/database.ts';
import { changeFile, datasetFolder, fixtures } from '../support/dataset-folder.ts';

const REWRITE = '101-mayor-rules-out-tax';

let db: Database;

beforeAll(async () => {
  db = await inventedDatabase();
  await loadTexts(db, join(fixtures, 'texts'));
});

/** The answer by both ways, which have to agree. */
async function both(query: string): Promise<unknown> {
  const answer = await ask(db, query);
  expect(await askExecuted(db, query)).toEqual(answer);
  return answer;
}

describe('a server that shows texts', () => {
  test('selects the text of a span with the words around it, across lines', async () => {
    const query = `{ article(slug: "${REWRITE}") { memberships { nodes { spanText context { before text after __typename } } } } }`;
    const context = {
      before: expect.stringMatching(/^Mayor rules out tax\nMayor Brandt .+\nThe towns of the bay .+ declaration\. $/),
      text: 'Port Lund belongs to the bay towns',
      after: '.\n',
      __typename: 'TextContext',
    };
    expect(await both(query)).toEqual({
      article: { memberships: { nodes: [{ spanText: 'Port Lund belongs to the bay towns', context }] } },
    });
  });

  test('cuts a context at whole words, and its parts are exactly those of the text', async () => {
    const fields = 'start end spanText context { before text after } article { body }';
    const answer = (await both(`{ wordings { nodes { ${fields} } } assertions { nodes { ${fields} } } }`)) as Readonly<
      Record<string, { nodes: readonly Shown[] }>
    >;
    const nodes = Object.values(answer).flatMap((list) => list.nodes);
    expect(nodes.length).toBeGreaterThan(15);
    for (const { start, end, spanText, context, article } of nodes) {
      const points = Array.from(article.body);
      const { before, text, after } = context;
      expect(text).toBe(points.slice(start, end).join(''));
      expect(spanText).toBe(text);
      expect(points.slice(0, start).join('').endsWith(before)).toBe(true);
      expect(points.slice(end).join('').startsWith(after)).toBe(true);
      expect(Array.from(before).length).toBeLessThanOrEqual(200);
      expect(Array.from(after).length).toBeLessThanOrEqual(200);
      const ahead = points[start - Array.from(before).length - 1];
      expect(ahead === undefined || /\s/.test(ahead)).toBe(true);
    }
    expect(nodes.some(({ start, context }) => start > 200 && context.before.length > 150)).toBe(true);
  });

  test('finds articles by the words and the parts of their texts', async () => {
    const slugs = async (where: string) => {
      const answer = (await both(`{ articles(where: ${where}) { nodes { slug } } }`)) as Slugs;
      return answer.articles.nodes.map(({ slug }) => slug.slice(0, 3));
    };
    expect(await slugs('{ body: { contains: "WELCOME the pled" } }')).toEqual(['101']);
    expect(await slugs('{ body: { matches: "declarations" } }')).toEqual(['101']);
    expect(await slugs('{ body: { matches: "tunnel" } }')).toEqual(['100', '101']);
    expect(await slugs('{ body: { matches: "tunnel", contains: "bay towns" } }')).toEqual(['101']);
    expect(await slugs('{ NOT: { body: { matches: "tunnel", contains: "bay towns" } } }')).toEqual(['100']);
    expect(await slugs('{ body: {} }')).toEqual(['100', '101']);
    expect(await slugs('{ positions: { some: { article: { body: { matches: "declaration" } } } } }')).toEqual(['101']);
  });

  test('shows null for a text that is not loaded, and no filter matches it', async () => {
    const other = await testDatabase();
    const dir = datasetFolder();
    await importFolder(other, dir);
    await loadTexts(other, join(fixtures, 'texts'));
    const checksum = '1152c64847bcc4898510ef1281942573711e1850a9f77d15dd46d3477c7b2020';
    changeFile(join(dir, `articles/${REWRITE}.yaml`), [checksum, 'a'.repeat(64)]);
    await importFolder(other, dir);
    const query = `{
      article(slug: "${REWRITE}") { body positions { nodes { spanText context { text } } } }
      none: articles(where: { NOT: { body: { contains: "tunnel" } } }) { nodes { slug } }
    }`;
    const answer = await ask(other, query);
    expect(answer).toEqual({
      article: { body: null, positions: { nodes: [{ spanText: null, context: null }] } },
      none: { nodes: [{ slug: REWRITE }] },
    });
    expect(await askExecuted(other, query)).toEqual(answer);
  });

  test('uses one statement, with the indexes of the text', async () => {
    const { statement, passThrough } = compiled(
      '{ articles(where: { body: { matches: "tunnel" } }) { nodes { body } } }',
    );
    expect(passThrough).toBe(true);
    expect(statement.text).toContain('"bodyWords" @@ "fullTextQuery"');
  });
});

describe('a server that hides texts', () => {
  const schema = buildSchema();

  function request(query: string): Promise<Response> {
    const app = createApp({ schema, database: db, questions: [], log: () => {} });
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
    const body = JSON.stringify({ query });
    return Promise.resolve(app.fetch('http://localhost/graphql', { method: 'POST', headers, body }));
  }

  test('answers null and does not read them', async () => {
    const selected = `article(slug: "${REWRITE}") { body wordings { nodes { spanText context { before } } } }`;
    const nodes = Array(2).fill({ spanText: null, context: null });
    const data = { article: { body: null, wordings: { nodes } } };
    expect(await (await request(`{ ${selected} }`)).json()).toEqual({ data });
    const walked = await (await request(`{ __schema { queryType { name } } ${selected} }`)).json();
    expect(walked.data.article).toEqual(data.article);
    const operation = compileOperation({ schema, document: parse(`{ ${selected} }`) });
    expect(operation?.statement.text).not.toContain('ArticleText');
  });

  test.each([
    '{ articles(where: { body: { contains: "tunnel" } }) { totalCount } }',
    '{ articles(where: { NOT: { OR: [{ body: { matches: "tunnel" } }] } }) { totalCount } }',
    '{ articles(where: { body: {} }) { totalCount } }',
    '{ people(where: { titles: { some: { article: { body: { contains: "a" } } } } }) { totalCount } }',
    '{ outlets(orderBy: [{ articles: { count: DESC, where: { body: { contains: "a" } } } }]) { totalCount nodes { slug } } }',
  ])('rejects a filter on them: %s', async (query) => {
    const { errors } = await (await request(query)).json();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/body: this server does not show .+ ONRECORD_TEXTS=show$/),
        extensions: { code: 'FORBIDDEN' },
      }),
    ]);
  });
});

interface Shown {
  readonly start: number;
  readonly end: number;
  readonly spanText: string;
  readonly context: { readonly before: string; readonly text: string; readonly after: string };
  readonly article: { readonly body: string };
}

interface Slugs {
  readonly articles: { readonly nodes: readonly { readonly slug: string }[] };
}
