import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { GraphQLError, parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { compileFile } from '../../../src/query/file/file.ts';
import { formatRows, type RowFormat } from '../../../src/query/file/format.ts';
import { rows } from '../../../src/query/run.ts';
import { ask, schema } from '../../support/ask.ts';
import { seededDatabase } from '../../support/database.ts';
import { everyValue } from '../../support/every-value.ts';
import { type RandomList, randomList } from '../../support/random-list.ts';
import { HOUR, runs } from '../../support/runs.ts';
import { ValuePool } from '../../support/value-pool.ts';

type Variables = Readonly<Record<string, unknown>>;
type Json = Readonly<Record<string, unknown>>;

let database: Database;
beforeAll(async () => {
  database = await seededDatabase();
});

function compiledExport(query: string, variables: Variables = {}, operationName?: string) {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) throw error;
  return compileFile({ schema, document, variables, operationName });
}

async function downloaded(query: string, format: RowFormat, variables: Variables = {}): Promise<string> {
  const compiled = compiledExport(query, variables);
  let text = '';
  for await (const piece of formatRows(rows(database, compiled), compiled.layout, format)) text += piece;
  return text;
}

async function objects(query: string, variables: Variables = {}): Promise<Json[]> {
  const lines = (await downloaded(query, 'ndjson', variables)).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line));
}

async function table(query: string, variables: Variables = {}): Promise<string[][]> {
  return parseCsv(await downloaded(query, 'csv', variables), { record_delimiter: '\r\n' });
}

function refusal(query: string, variables: Variables = {}, operationName?: string) {
  try {
    compiledExport(query, variables, operationName);
  } catch (error) {
    if (error instanceof GraphQLError) return { code: error.extensions.code, path: error.path, message: error.message };
    throw error;
  }
  throw new Error('it was not rejected');
}

/** All pages of a list, in order. */
async function allPages({ field, paged, variables }: RandomList, size: number): Promise<Json[]> {
  const nodes: Json[] = [];
  let cursor: string | null = null;
  for (;;) {
    const data = (await ask(database, paged, { ...variables, size, cursor })) as Record<string, Page>;
    const page: Page | undefined = data[field];
    nodes.push(...(page?.nodes ?? []));
    if (!page?.pageInfo.hasNextPage) return nodes;
    cursor = page.pageInfo.endCursor;
  }
}

interface PathAnswer {
  readonly number: number;
  readonly length: number;
  readonly way: readonly {
    readonly number: number;
    readonly kind: string;
    readonly from: { readonly name: string };
    readonly to: { readonly name: string };
    readonly article: { readonly slug: string } | null;
    readonly event: { readonly slug: string } | null;
  }[];
}

interface Page {
  readonly nodes: Json[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** The cells of an object by the name of their column, as CSV shows them. */
function cells(value: unknown, path: readonly string[] = []): [string, string][] {
  if (value === null) return [];
  if (Array.isArray(value)) return [[path.join('.'), guarded(value.join('; '))]];
  if (typeof value !== 'object') return [[path.join('.'), guarded(String(value))]];
  return Object.entries(value as object).flatMap(([key, inner]) => cells(inner, [...path, key]));
}

function guarded(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

describe('a downloaded list', () => {
  const pool = new ValuePool();

  test('is the paged list, whole and in order, as NDJSON and as CSV', { timeout: HOUR }, async () => {
    pool.harvest(await everyValue(database, schema));
    let filled = 0;
    const property = fc.asyncProperty(
      randomList(schema, pool),
      fc.integer({ min: 40, max: 900 }),
      async (list, size) => {
        const pages = await allPages(list, size).catch(unlessTooMuch);
        fc.pre(pages !== undefined);
        if (pages.length > 1) filled += 1;
        expect(await objects(list.whole, list.variables), list.whole).toEqual(pages);
        const [head = [], ...body] = await table(list.whole, list.variables);
        const read = body.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i]])));
        const empty = Object.fromEntries(head.map((name) => [name, '']));
        expect(read, list.whole).toEqual(pages.map((node) => ({ ...empty, ...Object.fromEntries(cells(node)) })));
      },
    );
    await fc.assert(property, { numRuns: runs(27, 2000) });
    expect(filled).toBeGreaterThan(5);
  });

  test('has all rows without first, not only a page', async () => {
    const { mentions } = (await ask(database, '{ mentions { totalCount } }')) as { mentions: { totalCount: number } };
    expect(mentions.totalCount).toBeGreaterThan(100);
    expect(await objects('{ mentions { nodes { id } } }')).toHaveLength(mentions.totalCount);
  });

  test('starts and ends according to first, offset and after', async () => {
    const all = await objects('{ people { nodes { slug } } }');
    expect(await objects('{ people(first: 3, offset: 2) { nodes { slug } } }')).toEqual(all.slice(2, 5));
    const page = '{ people(first: 4) { pageInfo { endCursor } } }';
    const { people } = (await ask(database, page)) as { people: { pageInfo: { endCursor: string } } };
    const query = 'query ($after: String) { people(after: $after) { nodes { slug } } }';
    expect(await objects(query, { after: people.pageInfo.endCursor })).toEqual(all.slice(4));
    expect(await objects('{ people(first: 0) { nodes { slug } } }')).toEqual([]);
    expect((await objects('{ people(first: 5000) { nodes { slug } } }')).length).toBe(all.length);
  });

  test('has columns named by paths of response keys, in the order selected', async () => {
    const query =
      '{ wordings(first: 2) { nodes { said { earliest text } who: speaker { __typename name } text insertions } } }';
    const [head] = await table(query);
    expect(head).toEqual(['said.earliest', 'said.text', 'who.__typename', 'who.name', 'text', 'insertions']);
  });

  test('has the columns of all types, empty for rows of another type', async () => {
    const query = '{ actors { nodes { slug ... on Organisation { kind } ... on Source { article { slug } } } } }';
    const [head, ...body] = await table(query);
    expect(head).toEqual(['slug', 'kind', 'article.slug']);
    const kinds = new Set(body.map(([, kind, article]) => `${kind !== ''} ${article !== ''}`));
    expect(kinds).toEqual(new Set(['false false', 'true false', 'false true']));
  });

  test('can be a search, the timeline or pairs', async () => {
    const hits =
      '{ search(query: "kallas") { nodes { score node { ... on Person { name } ... on Quote { text } } } } }';
    expect(await objects(hits)).toContainEqual({ score: expect.any(Number), node: { name: 'Kaja Kallas' } });
    const dates = await objects('{ timeline { nodes { when { earliest } node { __typename } } } }');
    expect(dates.length).toBeGreaterThan(5);
    const pairs = await table('{ pairs(kind: MENTIONED_TOGETHER) { nodes { a { name } b { name } count } } }');
    expect(pairs[0]).toEqual(['a.name', 'b.name', 'count']);
    expect(pairs.length).toBeGreaterThan(5);
    const met = await table('{ pairs(kind: MET, with: { slug: "donald-trump" }) { nodes { a { slug } b { slug } } } }');
    expect(met.length).toBeGreaterThan(1);
    expect(new Set(met.slice(1).map(([a]) => a))).toEqual(new Set(['donald-trump']));
  });

  test('can be all groups of a list with their counts', async () => {
    const groups = (args: string) => `groups(by: [SPEAKER, OUTLET], ${args}) {
      nodes { count articles: count(distinct: ARTICLE) earliest: min(of: SAID) speaker { name } outlet { slug } } }`;
    const where = 'where: { rendering: { eq: QUOTED } }';
    const orderBy = 'orderBy: [{ speaker: ASC }, { count: DESC }]';
    const query = `{ wordings(${where}) { ${groups(orderBy)} } }`;
    type Answer = { wordings: { groups: { nodes: Json[] } } };
    const { wordings } = (await ask(database, query.replace(orderBy, `${orderBy}, first: 1000`))) as Answer;
    expect(wordings.groups.nodes.length).toBeGreaterThan(20);
    expect(await objects(query)).toEqual(wordings.groups.nodes);
    const [head, ...lines] = await table(query);
    expect(head).toEqual(['count', 'articles', 'earliest', 'speaker.name', 'outlet.slug']);
    expect(lines.map(([count]) => Number(count))).toEqual(wordings.groups.nodes.map(({ count }) => count));
    const most = `{ wordings(${where}) { ${groups('having: { count: { gte: 3 } }, first: 2')} } }`;
    expect(await objects(most)).toEqual(((await ask(database, most)) as Answer).wordings.groups.nodes);
    expect(await objects(most)).toHaveLength(2);
  });

  test('of paths has a line per step in CSV, and a line per path in NDJSON', async () => {
    const ends = 'from: { slug: "kaja-kallas" }, to: { slug: "steve-witkoff" }, first: 3';
    const way = 'way: steps { number kind from { name } to { name } article { slug } event { slug } }';
    const query = `{ found: paths(${ends}) { number ${way} length } }`;
    const { found } = (await ask(database, query)) as { found: readonly PathAnswer[] };
    expect(found.length).toBe(3);
    expect(await objects(query)).toEqual(found);
    const [head, ...lines] = await table(query);
    expect(head).toEqual([
      ...['number', 'way.number', 'way.kind', 'way.from.name', 'way.to.name', 'way.article.slug', 'way.event.slug'],
      'length',
    ]);
    const steps = found.flatMap(({ number, length, way }) =>
      way.map((step, i) => {
        expect(step.number).toBe(i + 1);
        const documents = [step.article?.slug ?? '', step.event?.slug ?? ''];
        return [`${number}`, `${i + 1}`, step.kind, step.from.name, step.to.name, ...documents, `${length}`];
      }),
    );
    expect(lines).toEqual(steps);
    expect(lines.length).toBeGreaterThan(found.length);
  });

  test('of paths without steps has a line per path, and none without a connection', async () => {
    const ends = 'from: { slug: "kaja-kallas" }, to: { slug: "steve-witkoff" }';
    expect(await table(`{ paths(${ends}, first: 2) { number length } }`)).toEqual([
      ['number', 'length'],
      ['1', expect.any(String)],
      ['2', expect.any(String)],
    ]);
    expect(await downloaded(`{ paths(${ends}, via: []) { number steps { kind } } }`, 'csv')).toBe(
      'number,steps.kind\r\n',
    );
  });

  test('of paths is rejected like the query itself when an actor does not exist', async () => {
    const query = '{ paths(from: { slug: "nobody" }, to: { slug: "steve-witkoff" }) { length } }';
    await expect(downloaded(query, 'csv')).rejects.toThrow(/from: no actor has/);
  });

  test('is named after its operation or its list', () => {
    expect(compiledExport('query Speakers { people { nodes { name } } }').name).toBe('Speakers');
    expect(compiledExport('{ everybody: people { nodes { name } } }').name).toBe('everybody');
  });

  test('is only a header when it has no rows', async () => {
    const query = '{ people(where: { slug: { eq: "nobody" } }) { nodes { slug name } } }';
    expect(await downloaded(query, 'csv')).toBe('slug,name\r\n');
    expect(await downloaded(query, 'csv-bom')).toBe('\uFEFFslug,name\r\n');
    expect(await downloaded(query, 'ndjson')).toBe('');
  });
});

describe('a download is rejected, with what is accepted,', () => {
  test.each([
    ['two lists', '{ people { nodes { name } } events { nodes { name } } }', undefined],
    ['one thing', '{ person(slug: "kaja-kallas") { name } }', ['person']],
    ['a count next to the rows', '{ people { totalCount nodes { name } } }', ['people']],
    ['edges', '{ people { edges { node { name } } } }', ['people']],
    [
      'groups next to the rows',
      '{ people { nodes { name } groups(by: [ORGANISATION]) { nodes { count } } } }',
      ['people'],
    ],
    ['a count of groups', '{ wordings { groups(by: [SPEAKER]) { totalCount nodes { count } } } }', ['wordings']],
    [
      'the rows of groups',
      '{ wordings { groups(by: [SPEAKER]) { nodes { count rows { nodes { text } } } } } }',
      ['wordings', 'groups', 'nodes', 'rows'],
    ],
    ['introspection', '{ __schema { queryType { name } } }', ['__schema']],
    ['the way back', '{ people(last: 3) { nodes { name } } }', ['people']],
    ['a negative number of rows', '{ people(first: -1) { nodes { name } } }', ['people']],
    ['a list in a row', '{ people { nodes { name wordings { nodes { text } } } } }', ['people', 'nodes', 'wordings']],
    [
      'a list further down',
      '{ wordings { nodes { at: article { all: mentions { totalCount } } } } }',
      ['wordings', 'nodes', 'at', 'all'],
    ],
    [
      'steps under two names',
      '{ paths(from: { slug: "a" }, to: { slug: "b" }) { steps { kind } way: steps { kind } } }',
      ['paths', 'way'],
    ],
    [
      'a list in a step',
      '{ paths(from: { slug: "a" }, to: { slug: "b" }) { steps { to { mentions { nodes { text } } } } } }',
      ['paths', 'steps', 'to', 'mentions'],
    ],
    [
      'a list of one of the types',
      '{ actors { nodes { ... on Person { credits { totalCount } } } } }',
      ['actors', 'nodes', 'credits'],
    ],
  ])('for %s', (_, query, path) => {
    const { code, message, ...place } = refusal(query);
    expect({ code, path: place.path }).toEqual({ code: 'BAD_USER_INPUT', path });
    expect(message).toMatch(/download/);
  });

  test('when every field is skipped', () => {
    expect(refusal('{ people { nodes { name @skip(if: true) } } }').message).toContain('at least');
  });

  test('when the operation is missing or ambiguous', () => {
    const two = 'query A { people { nodes { name } } } query B { people { nodes { name } } }';
    expect(refusal(two, {}, 'C').message).toContain('no operation C');
    expect(refusal(two).message).toContain('operationName');
    expect(compiledExport(two, {}, 'B').name).toBe('B');
  });

  test('when a variable has an invalid value', () => {
    const query = 'query ($first: Int) { people(first: $first) { nodes { name } } }';
    expect(refusal(query, { first: 'many' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

/** The database itself rejects some searches and pairs, in pages and in downloads. */
function unlessTooMuch(error: unknown): undefined {
  if (error instanceof GraphQLError && error.extensions.code !== 'INTERNAL') return undefined;
  throw error;
}
