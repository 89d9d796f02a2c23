import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { seededDatabase } from '../support/database.ts';

let app: App;
const logged: unknown[] = [];

beforeAll(async () => {
  const database = await seededDatabase();
  app = createApp({ schema: buildSchema(), database, questions: [], log: (error) => void logged.push(error) });
});

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...(await response.json()) };
}

const lists = (next: number) =>
  Array.from(
    { length: 10 },
    (_, i) => `a${i}: wordings(first: 1) { nodes { speaker { ... on Person { ...F${next} } } } }`,
  );
const multiplied = [0, 1, 2, 3].map((n) => `fragment F${n} on Person { ${lists(n + 1).join(' ')} }`).join(' ');

const deepFilter = `${'{ NOT: '.repeat(60)}{}${' }'.repeat(60)}`;

test.each([
  ['an unknown field', '{ articles { nodes { headlin } } }', 'GRAPHQL_VALIDATION_FAILED', /Did you mean "headline"/],
  [
    'a misspelt enum value',
    '{ positions(where: { stance: { eq: OPPOSE } }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /Did you mean the enum value "OPPOSES"/,
  ],
  [
    'two keys in one order object',
    '{ wordings(orderBy: [{ text: ASC, start: ASC }]) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /exactly one key/,
  ],
  ['a foreign cursor', '{ articles(after: "bm9uc2Vuc2U=") { totalCount } }', 'BAD_USER_INPUT', /is not a cursor/],
  ['too many rows', '{ articles(first: 100000) { nodes { slug } } }', 'BAD_USER_INPUT', /out of range, accept.*1000/],
  [
    'a filter sixty levels deep',
    `{ actors(where: ${deepFilter}) { totalCount } }`,
    'DEPTH_EXCEEDED',
    /at most|more than 48/,
  ],
  [
    'ten thousand values',
    `{ actors(where: { slug: { in: [${'"a",'.repeat(9_000)}] } }) { totalCount } }`,
    'COST_EXCEEDED',
    /the limit is 1000|tokens/,
  ],
  [
    'an unknown enum value',
    '{ wordings(where: { rendering: { eq: BANANA } }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /Accepted: ECHO, QUOTED, REPORTED/,
  ],
  [
    'an unknown field without a similar one',
    '{ people { nodes { banana } } }',
    'GRAPHQL_VALIDATION_FAILED',
    /Accepted: .*memberships/,
  ],
  [
    'two keys instead of one',
    '{ people(orderBy: { name: ASC, slug: ASC }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /\[\{ name: ASC \}, \{ slug: ASC \}\]/,
  ],
  ['too many brackets', `{ people(where: ${'['.repeat(20_000)}`, 'DEPTH_EXCEEDED', /more than 500 nested/],
  ['too many tokens', `{ ${'a '.repeat(11_000)} }`, 'COST_EXCEEDED', /more than 10000 tokens/],
  [
    'fragments that multiply',
    `{ people(first: 1) { nodes { ...F0 } } } ${multiplied} fragment F4 on Person { slug }`,
    'COST_EXCEEDED',
    /43,332 fields .* the limit is 10,000/,
  ],
  [
    'a text that is too long',
    `{ wordings(where: { text: { matches: "${'ab '.repeat(10_000)}" } }) { totalCount } }`,
    'COST_EXCEEDED',
    /where\.text\.matches has 30000 characters; the limit is 1000/,
  ],
  [
    'a search text that is too long',
    `{ search(query: "${'ab '.repeat(500)}") { totalCount } }`,
    'COST_EXCEEDED',
    /the limit is 1000/,
  ],
  [
    'two operations without operationName',
    'query A { revision { number } } query B { revision { number } }',
    'BAD_USER_INPUT',
    /operationName/,
  ],
  ['half a document', '{ articles { nodes ', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
  [
    'an invalid date',
    '{ events(where: { when: { earliest: { eq: "2025-02-30" } } }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /"2025-12-15"/,
  ],
  [
    'an amount that is not a number',
    '{ claims(where: { amount: { eq: "x" } }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /"x" is not a Decimal/,
  ],
  [
    'a key that was not grouped by',
    '{ wordings { groups(by: []) { nodes { form } } } }',
    'BAD_USER_INPUT',
    /add it to `by`/,
  ],
])('%s gets a code and a message that says what is accepted', async (_name, query, code, message) => {
  const { status, errors, data } = await ask(query);
  expect(data).toBeUndefined();
  expect(status).toBe(400);
  expect(errors[0].extensions.code).toBe(code);
  expect(errors[0].message).toMatch(message);
  expect(JSON.stringify(errors)).not.toMatch(/ at .*\.(ts|js):|node_modules|select /);
  expect(logged).toEqual([]);
});

test('an invalid value is reported with its location', async () => {
  const { errors } = await ask('{ claims(where: { amount: { eq: "x" } }) { totalCount } }');
  expect(errors[0].locations).toEqual([{ line: 1, column: 33 }]);
});

test('an amount in variables that JSON may have rounded is rejected, but not as a string', async () => {
  const query = 'query ($a: Decimal!) { claims(where: { amount: { eq: $a } }) { totalCount } }';
  const { errors } = await ask(query, { a: Number('90071992547409.123456') });
  expect(errors[0].message).toContain('write a number with more than 15 digits as a string');
  expect((await ask(query, { a: '90071992547409.123456' })).data).toEqual({ claims: { totalCount: 0 } });
  expect((await ask(query, { a: 90071992547409.1 })).data).toEqual({ claims: { totalCount: 0 } });
});

test('a text that looks like a regular expression is compared literally', async () => {
  const bomb = `${'(a+)+'.repeat(40)}$`;
  const { data } = await ask('query ($t: String!) { wordings(where: { text: { contains: $t } }) { totalCount } }', {
    t: bomb,
  });
  expect(data).toEqual({ wordings: { totalCount: 0 } });
});
