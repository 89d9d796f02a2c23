import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inHost, onrecord } from '../support/command-line.ts';
import { type DatasetPlace, datasetPlace } from '../support/dataset-place.ts';

const FILES = { 'people.yaml': 'ada-abel: { name: Ada Abel }\nbo-berg: { name: "Bo, \\"the\\" Bérg" }\n' };
const NAMES = '{ people { nodes { slug name } } }';

let place: DatasetPlace;
beforeAll(async () => {
  place = await datasetPlace(FILES, 'migrated');
  const { code, stderr } = await inHost(['import'], place);
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('onrecord:')]);
});

const ask = async (text: string, ...args: string[]) => {
  await writeFile(join(place.cwd, 'q.graphql'), text);
  return inHost(['query', 'q.graphql', ...args], place);
};

test('an operation is answered as JSON', async () => {
  const { code, stdout, stderr } = await ask(
    'query ($n: Int!) { people(first: $n) { totalCount nodes { slug } } }',
    '--variables',
    '{"n":1}',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({ data: { people: { totalCount: 2, nodes: [{ slug: 'ada-abel' }] } } });
});

test('introspection works too', async () => {
  const { stdout } = await ask('{ __typename __schema { queryType { name } } }');
  expect(JSON.parse(stdout)).toEqual({ data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } } });
});

test('a list is printed as CSV or NDJSON, also from standard input', async () => {
  expect((await ask(NAMES, '--format', 'csv')).stdout).toBe(
    'slug,name\r\nada-abel,Ada Abel\r\nbo-berg,"Bo, ""the"" Bérg"\r\n',
  );
  const { stdout } = await onrecord(['query', '-', '--format', 'ndjson'], { ...place, input: NAMES });
  expect(
    stdout
      .split('\n')
      .slice(0, 2)
      .map((line) => JSON.parse(line).name),
  ).toEqual(['Ada Abel', 'Bo, "the" Bérg']);
});

test('--out writes the whole list to a file, with a byte order mark if --bom is given', async () => {
  const { code, stdout } = await ask(NAMES, '--format', 'csv', '--bom', '--out', 'out/people.csv');
  expect([code, stdout]).toEqual([0, '']);
  expect(await readFile(join(place.cwd, 'out/people.csv'), 'utf8')).toMatch(/^\uFEFFslug,name\r\nada-abel/);
  expect(await readdir(join(place.cwd, 'out'))).toEqual(['people.csv']);
});

test.each([
  ['with a syntax error', '{ people {', 'q.graphql:1:11: Syntax Error'],
  ['with an unknown field', '{ people { nodes { nam } } }', 'q.graphql:1:20: Cannot query field "nam"'],
  [
    'with an invalid argument',
    '{ people(first: 5000) { nodes { slug } } }',
    'q.graphql:1:3: people: first: 5000 is out of range',
  ],
  ['with an invalid variable', 'query ($n: Int!) { people(first: $n) { totalCount } }', 'q.graphql:1:8: Variable "$n"'],
])(
  'an operation %s is rejected with location and reason, and the output file is unchanged',
  async (_, text, reason) => {
    await writeFile(join(place.cwd, 'kept.json'), 'kept');
    const { code, stdout, stderr } = await ask(text, '--out', 'kept.json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
    expect(stderr).toContain('onrecord: q.graphql has one problem (above) and was not run.');
    expect(await readFile(join(place.cwd, 'kept.json'), 'utf8')).toBe('kept');
  },
);

test('a subscription gets an error that says where it works', async () => {
  const { code, stderr } = await ask('subscription { revision { number } }');
  expect([code, stderr]).toEqual([1, expect.stringContaining('subscriptions need a server')]);
});

test('CSV with nested lists is rejected', async () => {
  const { code, stderr } = await ask('{ people { nodes { titles { totalCount } } } }', '--format', 'csv');
  expect([code, stderr]).toEqual([1, expect.stringContaining('people.nodes.titles: titles is a list inside each row')]);
});

test('variables that are not a JSON object are wrong usage', async () => {
  const { code, stderr } = await ask(NAMES, '--variables', '[1]');
  expect([code, stderr]).toEqual([2, expect.stringContaining('Use a JSON object')]);
});

test('an empty database is queried, with a warning', async () => {
  await writeFile(join(place.cwd, 'q.graphql'), NAMES);
  const env = { ...place.env, ONRECORD_DATA: 'memory' };
  const { code, stdout, stderr } = await inHost(['query', 'q.graphql'], { cwd: place.cwd, env });
  expect([code, JSON.parse(stdout)]).toEqual([0, { data: { people: { nodes: [] } } }]);
  expect(stderr).toContain('run onrecord import first');
});
