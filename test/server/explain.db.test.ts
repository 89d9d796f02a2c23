import { beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database } from '../../src/db/database.ts';
import { createApp } from '../../src/server/app.ts';
import { seededDatabase } from '../support/database.ts';

const schema = buildSchema();
let database: Database;

beforeAll(async () => {
  database = await seededDatabase();
});

async function ask(
  header: string | undefined,
  { mayExplain = true, query = '{ articles(first: 2) { nodes { slug } } }' } = {},
) {
  const app = createApp({ schema, database, questions: [], mayExplain, log: () => {} });
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(header && { 'x-onrecord-explain': header }) },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('an answer has its cost, SQL and plan if the request asks for them', async () => {
  const { data, extensions } = await ask('plan');
  expect(data).toEqual((await ask(undefined)).data);
  expect(extensions.explain).toMatchObject({ cost: 2, sql: expect.stringContaining('from "Article"'), values: [2, 2] });
  expect(extensions.explain.plan[0].Plan['Actual Rows']).toBeUndefined();
  expect((await ask('analyze')).extensions.explain.plan[0].Plan['Actual Rows']).toBe(1);
  expect((await ask(undefined)).extensions).toBeUndefined();
  const executed = await ask('plan', {
    query: '{ __schema { queryType { name } } articles(first: 2) { nodes { slug } } }',
  });
  expect(executed.extensions.explain.cost).toBe(2);
});

test('an error from the statement keeps its code, with and without an explanation', async () => {
  const query = '{ paths(from: { slug: "nobody" }, to: { slug: "kaja-kallas" }) { length } }';
  for (const header of [undefined, 'analyze']) {
    expect((await ask(header, { query })).errors[0]).toMatchObject({
      path: ['paths'],
      extensions: { code: 'NOT_FOUND' },
    });
  }
});

test('a server without explanations rejects the header, and so does any server for an invalid value', async () => {
  const { errors } = await ask('plan', { mayExplain: false });
  expect(errors[0]).toMatchObject({
    extensions: { code: 'FORBIDDEN' },
    message: expect.stringContaining('remove the header'),
  });
  expect((await ask('everything')).errors[0]).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
    message: 'x-onrecord-explain must be plan or analyze, not "everything"',
  });
});

test('operations past the limits are rejected', async () => {
  const deep = `{ actors(where: ${'{ NOT: '.repeat(60)}{}${' }'.repeat(60)}) { totalCount } }`;
  expect((await ask(undefined, { query: deep })).errors[0].extensions.code).toBe('DEPTH_EXCEEDED');
  const long = `{ articles { totalCount } } # ${'x'.repeat(70_000)}`;
  expect((await ask(undefined, { query: long })).errors[0].extensions.code).toBe('COST_EXCEEDED');
  const wide =
    '{ articles { nodes { wordings(first: 1000) { nodes { mentions(first: 1000) { nodes { actor { mentions(first: 1000) { nodes { id } } } } } } } } } }';
  expect((await ask(undefined, { query: wide })).errors[0]).toMatchObject({
    extensions: { code: 'COST_EXCEEDED' },
    message: expect.stringContaining('set a smaller `first` on the inner lists'),
  });
  const tokens = `{ articles(where: { slug: { in: [${'"a" '.repeat(11_000)}] } }) { totalCount } }`;
  expect((await ask(undefined, { query: tokens })).errors[0].message).toMatch(/more than \d+ tokens/);
});
