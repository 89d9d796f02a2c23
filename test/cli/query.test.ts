import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { onrecord } from '../support/command-line.ts';
import { type DatasetPlace, datasetPlace } from '../support/dataset-place.ts';

const FILES = { 'people.yaml': 'ada-abel: { name: Ada Abel }\nbo-berg: { name: "Bo, \\"the\\" Bérg" }\n' };
const NAMES = '{ people { nodes { slug name } } }';

let place: DatasetPlace;
beforeAll(async () => {
  place = await datasetPlace(FILES, 'migrated');
  const { code, stderr } = await onrecord(['import'], place);
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('onrecord:')]);
});

const ask = async (text: string, ...args: string[]) => {
  await writeFile(join(place.cwd, 'q.graphql'), text);
  return onrecord(['query', 'q.graphql', ...args], place);
};

test('an operation is answered whole, as JSON', async () => {
  const { code, stdout, stderr } = await ask(
    'query ($n: Int!) { people(first: $n) { totalCount nodes { slug } } }',
    '--variables',
    '{"n":1}',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual({ data: { people: { totalCount: 2, nodes: [{ slug: 'ada-abel' }] } } });
});

test('introspection is answered too', async () => {
  const { stdout } = await ask('{ __typename __schema { queryType { name } } }');
  expect(JSON.parse(stdout)).toEqual({ data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } } });
});

test('a list comes as CSV or NDJSON, out of standard input too', async () => {
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

test('a file gets the whole list, with a byte order mark when asked', async () => {
  const { code, stdout } = await ask(NAMES, '--format', 'csv', '--bom', '--out', 'out/people.csv');
  expect([code, stdout]).toEqual([0, '']);
  expect(await readFile(join(place.cwd, 'out/people.csv'), 'utf8')).toMatch(/^\uFEFFslug,name\r\nada-abel/);
  expect(await readdir(join(place.cwd, 'out'))).toEqual(['people.csv']);
});

test.each([
  ['that is no GraphQL', '{ people {', 'q.graphql:1:11: Syntax Error'],
  ['that asks for what there is not', '{ people { nodes { nam } } }', 'q.graphql:1:20: Cannot query field "nam"'],
  ['that is wrong', '{ people(first: 5000) { nodes { slug } } }', 'q.graphql:1:3: people: first: 5000 is out of range'],
  ['whose variable is wrong', 'query ($n: Int!) { people(first: $n) { totalCount } }', 'q.graphql:1:8: Variable "$n"'],
])('an operation %s is refused, with place and reason, and leaves the file alone', async (_, text, reason) => {
  await writeFile(join(place.cwd, 'kept.json'), 'kept');
  const { code, stdout, stderr } = await ask(text, '--out', 'kept.json');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(reason);
  expect(stderr).toContain('onrecord: q.graphql has one problem (above) and was not answered.');
  expect(await readFile(join(place.cwd, 'kept.json'), 'utf8')).toBe('kept');
});

test('a subscription is told where it is answered', async () => {
  const { code, stderr } = await ask('subscription { revision { number } }');
  expect([code, stderr]).toEqual([1, expect.stringContaining('ask a server for it')]);
});

test('a table of lists is refused', async () => {
  const { code, stderr } = await ask('{ people { nodes { titles { totalCount } } } }', '--format', 'csv');
  expect([code, stderr]).toEqual([1, expect.stringContaining('people.nodes.titles: titles is a list inside each row')]);
});

test('variables that are no JSON object are wrong usage', async () => {
  const { code, stderr } = await ask(NAMES, '--variables', '[1]');
  expect([code, stderr]).toEqual([2, expect.stringContaining('Give a JSON object')]);
});

test('a database that holds nothing is answered from, with a warning', async () => {
  await writeFile(join(place.cwd, 'q.graphql'), NAMES);
  const env = { ...place.env, ONRECORD_DATA: 'memory' };
  const { code, stdout, stderr } = await onrecord(['query', 'q.graphql'], { cwd: place.cwd, env });
  expect([code, JSON.parse(stdout)]).toEqual([0, { data: { people: { nodes: [] } } }]);
  expect(stderr).toContain('run onrecord import first');
});
