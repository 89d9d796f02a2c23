import { expect, test } from 'vitest';
import { checkFolder } from '../../src/import/import.ts';
import { datasetFolder, type FileChange } from '../support/dataset-folder.ts';

const TUNNEL = 'articles/100-harbour-tunnel.yaml';

/** Makes two quotes nearly equal: an official's words on Ilse Brandt and the officials' words on the tunnel. */
const SAME_WORDS: FileChange = [
  'span: { start: 416, end: 423, paragraph: 5, sha256: "fc61c3d56ff3a9229b46cec68ecc9f99e90b46003b68c50a9a54012f50c32d76" }, text: no plan',
  'span: { start: 416, end: 424, paragraph: 5, sha256: "c6164b7bc3291c73d72f0e593e9763325e4cea19f6c5b2bae4d8867ab53305f6" }, text: a gamble',
];

async function repeatsOf(changes: Readonly<Record<string, FileChange>>) {
  const dir = datasetFolder(changes);
  const { problems, repeats } = await checkFolder(dir);
  expect(problems).toEqual([]);
  const inFolder = (file: string) => file.replace(`${dir}/`, '');
  return repeats.map(({ one, other, similarity }) => ({
    one: { ...one, file: inFolder(one.file) },
    other: { ...other, file: inFolder(other.file) },
    similarity,
  }));
}

test('quotes with the same words are listed as a pair, each with its location', async () => {
  expect(await repeatsOf({ [TUNNEL]: SAME_WORDS })).toEqual([
    {
      one: { slug: 'tunnel-a-gamble', text: 'a gamble', file: 'quotes.yaml', line: 2, column: 1 },
      other: { slug: 'no-plan', text: 'a gamble', file: 'quotes.yaml', line: 3, column: 1 },
      similarity: 1,
    },
  ]);
});

test.each(['tunnel-a-gamble: {', 'no-plan: {'])('they are not, once either keeps them apart: %s', async (entry) => {
  const other = entry.startsWith('no') ? 'tunnel-a-gamble' : 'no-plan';
  const change: FileChange = [entry, `${entry} distinctFrom: [${other}],`];
  expect(await repeatsOf({ [TUNNEL]: SAME_WORDS, 'quotes.yaml': change })).toEqual([]);
});

test('no pairs are listed while there are problems', async () => {
  const dir = datasetFolder({ [TUNNEL]: SAME_WORDS, 'people.yaml': ['ada-quist', 'ada_quist'] });
  const { problems, repeats } = await checkFolder(dir);
  expect(problems).not.toEqual([]);
  expect(repeats).toEqual([]);
});

test('the seeds have no pairs: similar quotes share too few words', async () => {
  expect(await checkFolder('seeds')).toMatchObject({ problems: [], repeats: [] });
});
