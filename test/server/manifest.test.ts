import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/api.ts';
import { trustedDocuments } from '../../src/explorer/render.tsx';
import { DEFAULT_LIMITS } from '../../src/query/limit/limit.ts';
import { readManifest } from '../../src/server/manifest.ts';

const options = { schema: buildSchema(), limits: DEFAULT_LIMITS };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const path = join(folder, 'documents.json');
  await writeFile(path, text);
  return readManifest(path, options);
}

test('a manifest has documents by their ids', async () => {
  const texts = {
    'sha256:ab': '{ people { totalCount } }',
    '0cc175b9c0f1b6a831c399e269772661': '{ revision { number } }',
  };
  expect(Object.fromEntries(await read(JSON.stringify(texts)))).toEqual(texts);
});

test.each([
  ['{ people { tutalCount } }', 'Cannot query field "tutalCount"'],
  ['{ people {', 'Syntax Error'],
  [`{ ${'people { nodes { titles { nodes { person { '.repeat(9)}name${' } } } } }'.repeat(9)} }`, 'deep'],
])('an invalid document is reported with its id and the reason: %#', async (text, reason) => {
  await expect(read(JSON.stringify({ good: '{ revision { number } }', bad: text }))).rejects.toMatchObject({
    code: 'DOCUMENT_INVALID',
    message: expect.stringMatching(new RegExp(`^The document "bad" in .*documents\\.json is invalid: .*${reason}`)),
  });
});

const PEOPLE = '{ people { totalCount } }';
const REVISION = '{ revision { number } }';
const HASH = createHash('sha256').update(PEOPLE).digest('hex');
const [webUiId = '', webUiText = ''] = [...trustedDocuments][0] ?? [];

test.each([
  ['a mutation', { bad: 'mutation { x }' }, 'the schema has no mutation type'],
  ['a hash of another text', { [`sha256:${HASH}`]: REVISION }, 'its id is the hash of another text'],
  [
    'the id of a document of the web UI',
    { [webUiId.replace('sha256:', '')]: REVISION },
    'the web UI has a document with the same id',
  ],
  ['an id twice', { aaaa: PEOPLE, 'sha256:aaaa': REVISION }, 'an earlier document has the same id'],
])('a document that can never be used is rejected: %s', async (_, texts, reason) => {
  await expect(read(JSON.stringify(texts))).rejects.toMatchObject({
    code: 'DOCUMENT_INVALID',
    message: expect.stringContaining(reason),
  });
});

test('the same text under several ids, a document of the web UI and a byte order mark are accepted', async () => {
  const texts = { [`sha256:${HASH}`]: PEOPLE, [HASH]: PEOPLE, [webUiId]: webUiText };
  expect(Object.fromEntries(await read(`\uFEFF${JSON.stringify(texts)}`))).toEqual(texts);
});

test.each(['[]', '{"a": 1}', '{', '"text"'])(
  'a file that is not a manifest gets an error that says what one is: %s',
  async (text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'DOCUMENTS_UNREADABLE',
      message: expect.stringContaining('is not a JSON object of documents by id'),
    });
  },
);

test('a missing file is reported', async () => {
  await expect(readManifest(join(folder, 'none.json'), options)).rejects.toMatchObject({
    message: expect.stringContaining('no such file'),
  });
});
