import { beforeAll, beforeEach, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import type { Database, Statement } from '../../src/db/database.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { seededDatabase, testDatabase } from '../support/database.ts';

let database: Database;
let app: App;
const logged: unknown[] = [];

const schema = buildSchema();
const createAppOver = (over: Database, log: unknown[]) =>
  createApp({ schema, database: over, questions: [], log: (error) => void log.push(error) });

beforeAll(async () => {
  database = await seededDatabase();
  app = createAppOver(database, logged);
});

beforeEach(() => void logged.splice(0));

type Sent = { query: string; variables?: Record<string, unknown>; accept?: string };

const post = ({ accept = 'application/json', ...body }: Sent, to = app) =>
  to.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });

/** Status, code and message of the only error in the answer, for a client that accepts GraphQL's own media type. */
async function rejection(sent: Sent, to = app) {
  const response = await post({ ...sent, accept: 'application/graphql-response+json' }, to);
  const { errors } = await response.json();
  expect(errors).toHaveLength(1);
  return { status: response.status, code: errors[0].extensions.code, message: errors[0].message, error: errors[0] };
}

test('the answer is the text from the database, by one statement', async () => {
  const statements: Statement[] = [];
  const stop = database.onStatement((statement) => statements.push(statement));
  const response = await post({ query: '{ people(first: 2) { totalCount nodes { name } } revision { number } }' });
  stop();
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const text = await response.text();
  expect(statements).toHaveLength(1);
  const [statement] = statements;
  expect(text).toBe(`{"data":${statement && (await database.read(statement))}}`);
  expect(JSON.parse(text).data.revision).toEqual({ number: 1 });
});

test('an operation with introspection gets the same data, executed by graphql-js', async () => {
  const query = '{ __typename people(first: 2) { nodes { whole: name } } }';
  const plain = await (await post({ query })).json();
  const executed = await (await post({ query: query.replace('{', '{ __schema { queryType { name } }') })).json();
  expect(executed).toEqual({ data: { __schema: { queryType: { name: 'Query' } }, ...plain.data } });
});

test('a query by GET is answered in the media type that the client prefers', async () => {
  const accept = 'application/graphql-response+json';
  const url = `http://localhost/graphql?query=${encodeURIComponent('{ people { totalCount } }')}`;
  const response = await app.fetch(url, { headers: { accept } });
  expect(response.headers.get('content-type')).toContain(accept);
  expect((await response.json()).data.people.totalCount).toBeGreaterThan(0);
});

test('HEAD is answered like GET, without a body', async () => {
  for (const path of ['/graphql?query=%7Bpeople%7BtotalCount%7D%7D', '/graphql?query=%7B', '/health', '/nowhere']) {
    const [got, head] = [await app.fetch(`http://localhost${path}`), await app.fetch(`http://localhost${path}`, HEAD)];
    expect([path, head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      path,
      got.status,
      got.headers.get('content-type'),
      '',
    ]);
  }
});

const HEAD = { method: 'HEAD' };

test.each([
  ['text/*', 406],
  ['text/plain', 406],
  ['text/*, application/xml', 406],
  ['text/*, */*;q=0.1', 200],
  ['text/*, application/json', 200],
])('a client that accepts %s gets JSON or an error that names the media types: %i', async (accept, status) => {
  const response = await app.fetch('http://localhost/graphql?query=%7B__typename%7D', { headers: { accept } });
  expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([status, 'application/json']);
  const { data, errors } = await response.json();
  if (status === 200) expect(data).toEqual({ __typename: 'Query' });
  else
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('Use application/json'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
});

test('a client that asks for an event stream by name gets one', async () => {
  const headers = { accept: 'text/event-stream' };
  const response = await app.fetch('http://localhost/graphql?query=%7B__typename%7D', { headers });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(await response.text()).toContain('{"data":{"__typename":"Query"}}');
});

test('a syntax error has a code and a location', async () => {
  const { error, ...rest } = await rejection({ query: '{ people {' });
  expect(rest).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  expect(error.locations).toEqual([{ line: 1, column: 11 }]);
});

test('an unknown field is rejected with a suggestion', async () => {
  const { status, code, message } = await rejection({ query: '{ poeple { totalCount } }' });
  expect({ status, code }).toEqual({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  expect(message).toContain('Did you mean "people"');
});

test('a variable of the wrong type is BAD_USER_INPUT', async () => {
  const sent = { query: 'query ($n: Int) { people(first: $n) { totalCount } }', variables: { n: 'many' } };
  expect(await rejection(sent)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
});

test('an error by the compiler keeps its code and path; clients that accept plain JSON get status 200', async () => {
  const sent = { query: '{ people(first: 5000) { totalCount nodes { name } } }' };
  const { status, code, error } = await rejection(sent);
  expect({ status, code, path: error.path }).toEqual({ status: 400, code: 'BAD_USER_INPUT', path: ['people'] });
  expect((await post(sent)).status).toBe(200);
});

test('an unknown operation name is BAD_USER_INPUT', async () => {
  const response = await app.fetch('http://localhost/graphql?operationName=B&query=query%20A%7B__typename%7D', {
    headers: { accept: 'application/json' },
  });
  expect((await response.json()).errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  ['without a query', 'application/json', '{}', 'The query is missing: send JSON like {"query"'],
  ['that is not JSON', 'application/json', '{"query":"{', 'The body is not JSON: send {"query"'],
  ['of another type', 'text/plain', 'people', 'Send the query as JSON, {"query"'],
  ['without a type', undefined, '{}', 'Send the query as JSON, {"query"'],
])('a body %s is BAD_USER_INPUT with a message that says what is accepted', async (_, type, body, message) => {
  const headers = { accept: 'application/graphql-response+json', ...(type && { 'content-type': type }) };
  const response = await app.fetch('http://localhost/graphql', {
    method: 'POST',
    headers,
    body: new TextEncoder().encode(body),
  });
  expect(await response.json()).toEqual({
    errors: [{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }],
  });
  expect(response.status).toBe(type === 'application/json' ? 400 : 415);
  expect(logged).toEqual([]);
});

test('an internal error is logged, and the client sees no details', async () => {
  const broken = await testDatabase();
  await broken.transaction((session) => session.script('ALTER TABLE "Outlet" RENAME TO "Lost"'));
  const log: unknown[] = [];
  const { error, ...rest } = await rejection({ query: '{ outlets { nodes { name } } }' }, createAppOver(broken, log));
  expect(rest).toEqual({
    status: 500,
    code: 'INTERNAL',
    message: 'Something went wrong on our side. It has been logged.',
  });
  expect(Object.keys(error)).not.toContain('stack');
  expect(log).toHaveLength(1);
  expect(String(log[0])).toContain('"Outlet" does not exist');
});

test('without its database the server answers UNAVAILABLE, and its health is 503', async () => {
  const closed = await testDatabase();
  const log: unknown[] = [];
  const over = createAppOver(closed, log);
  await closed.close();
  expect(await rejection({ query: '{ people { nodes { name } } }' }, over)).toMatchObject({
    status: 503,
    code: 'UNAVAILABLE',
  });
  expect((await over.fetch('http://localhost/health')).status).toBe(503);
  expect(log).toHaveLength(2);
});

test('/health reports the revision and the kind of database', async () => {
  const response = await app.fetch('http://localhost/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', revision: 1, database: database.kind });
});

test('a URL that merely ends in /health is not the health check', async () => {
  const response = await app.fetch('http://localhost/graphql?query=%7B__typename%7D&from=/health');
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
});

test('the root redirects to GraphQL, and an unknown path gets an error that says where it is', async () => {
  const root = await app.fetch('http://localhost/', { redirect: 'manual' });
  expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  const wrong = await app.fetch('http://localhost/graphq');
  expect(wrong.status).toBe(404);
  const [error] = (await wrong.json()).errors;
  expect(error).toMatchObject({
    extensions: { code: 'NOT_FOUND' },
    message: expect.stringContaining('GraphQL is at /graphql'),
  });
});

test('variables in a URL that are not JSON are BAD_USER_INPUT', async () => {
  const query = encodeURIComponent('{ people { totalCount } }');
  const response = await app.fetch(`http://localhost/graphql?query=${query}&variables=%7Bbad`);
  expect(response.status).toBe(400);
  expect((await response.json()).errors[0]).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
    message: expect.stringContaining('variables is not JSON'),
  });
  expect((await app.fetch(`http://localhost/graphql?query=${query}&variables=%7B%7D`)).status).toBe(200);
});
