import { beforeAll, expect, test } from 'vitest';
import { inHost, onrecord } from '../support/command-line.ts';
import { type DatasetPlace, datasetPlace } from '../support/dataset-place.ts';

let place: DatasetPlace;
beforeAll(async () => {
  place = await datasetPlace({ 'people.yaml': 'ada-abel: { name: Ada Abel }\n' }, 'migrated');
  expect((await inHost(['import'], place)).code).toBe(0);
});

test('a person is printed as JSON-LD', async () => {
  const { code, stdout } = await onrecord(['jsonld', 'person', 'ada-abel'], place);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ '@type': 'Person', name: 'Ada Abel' });
});

test('an unknown slug fails with a suggestion', async () => {
  const { code, stdout, stderr } = await inHost(['jsonld', 'person', 'ada-able'], place);
  expect([code, stdout, stderr]).toEqual([
    1,
    '',
    'onrecord: No person has the slug "ada-able": did you mean "ada-abel"?\n',
  ]);
});
