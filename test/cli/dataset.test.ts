import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onrecord } from '../support/command-line.ts';
import { copyEmbedded, temporaryFolder } from '../support/database.ts';
import { type DatasetPlace, datasetPlace } from '../support/dataset-place.ts';
import type { State } from '../support/template.ts';

const text = `Harbour tunnel gets its money

PORT LUND — “We dig in May,” said Mayor Ada Berg on the quay. She wore a hat.
`;

const article = `headline: Harbour tunnel gets its money # as printed
language: en
summary: The mayor announces the start of digging.
origin: ORIGINAL
originBasis: STATED
wordings:
  - quote: dig-in-may
    rendering: QUOTED
    form: FULL
    text: We dig in May,
    zone: BODY
    gloss: Ada Berg says that digging starts in May.
    speaker: ada-berg
    attribution: EXPLICIT
    attributedAs: said Mayor Ada Berg
    medium: SPOKEN
mentions:
  - { actor: ada-berg, text: Ada Berg, zone: BODY, form: NAME }
`;

/** The folder of an author: one article that is not anchored yet, two registers; the article's text beside it. */
async function author(state?: State): Promise<DatasetPlace> {
  const files = {
    'people.yaml': 'ada-berg: { name: Ada Berg }\n',
    'quotes.yaml': 'dig-in-may: {}\n',
    'articles/tunnel.yaml': article,
  };
  const place = await datasetPlace(files, state);
  await mkdir(join(place.cwd, 'texts'));
  await writeFile(join(place.cwd, 'texts/tunnel.txt'), text);
  return place;
}

const anchor = ['anchor', 'mine/articles/tunnel.yaml', '--text', 'texts/tunnel.txt'];

test('check shows quotes that may be one, and does not fail for them', async () => {
  const [before, wording = '', after] = article.split(/(?<=wordings:\n)|(?=mentions:)/);
  const twice = [before, wording, wording.replace('quote: dig-in-may', 'quote: may'), after].join('');
  const mine = await datasetPlace({
    'people.yaml': 'ada-berg: { name: Ada Berg }\n',
    'quotes.yaml': 'dig-in-may: {}\nmay: {}\n',
    'articles/tunnel.yaml': twice.replace(
      /text: We dig in May,/g,
      (words, at) => `${words}\n    span: { nth: ${at < twice.lastIndexOf(words) ? 1 : 2} }`,
    ),
  });
  await mkdir(join(mine.cwd, 'texts'));
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), `${text}“We dig in May,” she said.\n`);
  await onrecord(anchor, mine);
  expect(await onrecord(['check'], mine)).toMatchObject({
    code: 0,
    stdout: `mine has no problems: 1 article, 2 quotes, 2 wordings, 0 proposals, 0 positions, 1 mention.

Quotes that may be one, by their words (no problem, and nothing is merged):
put the wordings under one of the two, or write distinctFrom to keep them apart.
mine/quotes.yaml:1:1: "dig-in-may" is like "may" (similarity 1.00)
  We dig in May,
mine/quotes.yaml:2:1: "may"
  We dig in May,
`,
  });
});

test('an author anchors, checks, imports and verifies', async () => {
  const mine = await author('migrated');
  expect(await onrecord(anchor, mine)).toEqual({
    code: 0,
    stdout: 'mine/articles/tunnel.yaml: anchored 2 spans.\n',
    stderr: '',
  });
  expect(await readFile(join(mine.cwd, 'mine/articles/tunnel.yaml'), 'utf8')).toContain('money # as printed\n');
  expect(await onrecord(['check'], mine)).toMatchObject({
    code: 0,
    stdout: 'mine has no problems: 1 article, 1 quote, 1 wording, 0 proposals, 0 positions, 1 mention.\n',
  });
  expect(await onrecord(['import'], mine)).toEqual({
    code: 0,
    stdout: 'Imported mine as revision 1: 1 article, 1 quote, 1 wording, 0 proposals, 0 positions, 1 mention.\n',
    stderr: '',
  });
  const second = await onrecord(['import', 'mine'], mine);
  expect(second).toEqual({ code: 0, stdout: expect.stringContaining('Nothing to import'), stderr: '' });
  expect(await onrecord(['log', '--files'], mine)).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^revision 1 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC {2}added 1 article, .+\n {2}new {5}articles\/tunnel\.yaml {2}[0-9a-f]{64}\n/,
    ),
    stderr: '',
  });
  expect(await onrecord(['verify', '--texts', 'texts'], mine)).toEqual({
    code: 0,
    stdout: 'tunnel (tunnel.txt): 2 recorded, all hold\n',
    stderr: '',
  });
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('a hat', 'a cap'));
  expect(await onrecord(['verify', '--texts', 'texts'], mine)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'tunnel (tunnel.txt, another text than the one annotated): 2 recorded, all hold\nonrecord: All words hold, but a copy is another text than the one annotated (above): use the very text, or carry the file over to this one by onrecord anchor.\n',
  });
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('dig in', 'dug in'));
  const changed = await onrecord(['verify', '--texts', 'texts'], mine);
  expect(changed).toMatchObject({ code: 1, stdout: '' });
  expect(changed.stderr).toMatch(
    /another text than the one annotated\): 2 recorded, 1 where they were, 1 gone\n.*WORDING “We dig in May,”/,
  );
  expect(changed.stderr).toMatch(/\nonrecord: .+\n$/);
});

test('texts are loaded beside an import, and then nothing more is needed to verify', async () => {
  const mine = await author('migrated');
  await onrecord(anchor, mine);
  await onrecord(['import'], mine);
  expect(await onrecord(['verify'], mine)).toEqual({
    code: 1,
    stdout: '',
    stderr: `onrecord: The database (${mine.env.ONRECORD_DATA}) has no texts: give the folder with your copies by --texts, or load them by onrecord import --texts.\n`,
  });
  await writeFile(join(mine.cwd, 'texts/photo.jpg'), Buffer.from([0xff, 0xd8]));
  expect(await onrecord(['import', '--texts', 'texts'], mine)).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^Nothing to import: .+ \(revision 1\)\.\nLoaded one text from texts \(revision 2\): tunnel\.\n$/,
    ),
    stderr: 'texts/photo.jpg is not UTF-8: save the unchanged text as UTF-8\n',
  });
  expect(await onrecord(['import', 'mine', '--texts', 'texts'], mine)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /revision 2\)\.\nLoaded no texts from texts\.\nThe database already had the text of one article in that folder\.\n$/,
    ),
  });
  expect(await onrecord(['verify'], mine)).toEqual({
    code: 0,
    stdout: 'tunnel (loaded text): 2 recorded, all hold\n',
    stderr: `Against the texts in the database (${mine.env.ONRECORD_DATA}), of 1 of one article.\n`,
  });
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('PORT LUND', 'OLD PORT LUND'));
  await onrecord(anchor, mine);
  expect((await onrecord(['import'], mine)).stdout).toMatch(
    /removed .+, 1 article text\.\nTexts without a matching article were removed\. To load your copy .+ --texts DIR\n$/,
  );
});

test('an article that was changed is recognised, and its file carried over to the new text', async () => {
  const mine = await author('migrated');
  await onrecord(anchor, mine);
  await onrecord(['import'], mine);
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('PORT LUND', 'OLD PORT LUND'));
  const told = 'tunnel (tunnel.txt, another text than the one annotated): 2 recorded, 2 moved\n';
  expect(await onrecord(['import', '--texts', 'texts'], mine)).toEqual({
    code: 0,
    stdout: expect.stringContaining('Loaded no texts from texts.\nNo text for one article: tunnel.\n'),
    stderr: `${told}Not loaded: onrecord verify --texts texts says which spans moved.\n`,
  });
  const { code, stderr } = await onrecord(['verify', '--texts', 'texts'], mine);
  expect(code).toBe(1);
  expect(stderr).toContain(told);
  expect(stderr).toMatch(/\n {2}4 more code points, from .+\n {2}\d+-\d+ WORDING “We dig in May,” moved to \d+-\d+ \(/);
  expect(await onrecord(anchor, mine)).toEqual({
    code: 0,
    stdout: 'mine/articles/tunnel.yaml: anchored 0 spans, carried over 2 spans.\n',
    stderr: '',
  });
  expect(await readFile(join(mine.cwd, 'mine/articles/tunnel.yaml'), 'utf8')).toContain('money # as printed\n');
  expect(await onrecord(['import', '--texts', 'texts'], mine)).toMatchObject({ code: 0, stderr: '' });
  expect(await onrecord(['verify'], mine)).toMatchObject({ code: 0 });
});

test('words that are not in the text are refused with their place, and the rest is anchored', async () => {
  const mine = await author();
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('We dig', 'We drill'));
  const { code, stdout, stderr } = await onrecord(anchor, mine);
  expect([code, stdout]).toEqual([1, 'mine/articles/tunnel.yaml: anchored 1 span.\n']);
  expect(stderr).toMatch(/^mine\/articles\/tunnel\.yaml:\d+:\d+: .+\nonrecord: 1 could not be anchored/);
});

test('every problem of a folder is a line with file, line and column; nothing is written', async () => {
  const mine = await author('migrated');
  await writeFile(join(mine.cwd, 'mine/people.yaml'), 'ada-berg: { nam: Ada Berg }\nBad Slug: { name: X }\n');
  const last = {
    check: /mine has \d+ problems \(above\)\.$/,
    import: /\d+ problems \(above\): nothing was imported\.$/,
  };
  for (const command of ['check', 'import'] as const) {
    const { code, stdout, stderr } = await onrecord([command], mine);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^mine\/people\.yaml:1:\d+: .*nam/m);
    expect(stderr).toMatch(/^mine\/people\.yaml:2:1: /m);
    expect(stderr.trimEnd().split('\nonrecord: ').at(-1)).toMatch(last[command]);
  }
});

test('a file that is not UTF-8 is refused by name', async () => {
  const mine = await author();
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), Buffer.from([0x66, 0xfc, 0x72]));
  expect(await onrecord(anchor, mine)).toMatchObject({
    code: 1,
    stderr: 'onrecord: texts/tunnel.txt is not UTF-8: save it as UTF-8.\n',
  });
});

test('an empty database has nothing to verify', async () => {
  const mine = await author();
  const empty = {
    code: 1,
    stdout: '',
    stderr: `onrecord: The database (${mine.env.ONRECORD_DATA}) is empty: run onrecord import first.\n`,
  };
  expect(await onrecord(['verify', '--texts', 'texts'], mine)).toEqual(empty);
  expect(existsSync(mine.env.ONRECORD_DATA)).toBe(false);
  copyEmbedded('migrated', mine.env.ONRECORD_DATA);
  expect(await onrecord(['verify', '--texts', 'texts'], mine)).toEqual(empty);
});

test('migrate creates the database, and a second time finds nothing to do', async () => {
  const { cwd, env } = await author();
  const first = await onrecord(['migrate'], { cwd, env });
  expect(first.stderr).toMatch(/^Creating the database .+\nApplied the migration /);
  const upToDate = { code: 0, stdout: `The database (${env.ONRECORD_DATA}) is up to date.\n` };
  expect(first).toMatchObject(upToDate);
  expect(await onrecord(['migrate'], { cwd, env })).toEqual({ ...upToDate, stderr: '' });
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is refused', async () => {
  const { cwd, env } = await author();
  await chmod(cwd, 0o555);
  const { code, stderr } = await onrecord(['import'], { cwd, env });
  await chmod(cwd, 0o755);
  expect(code).toBe(1);
  expect(stderr).toContain('cannot be written');
});

test('the schemas are up to date, and a stale one is named', async () => {
  expect(await onrecord(['schema', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await onrecord(['schema', '--seeds', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' });
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'schema.graphql'), 'type Query { a: Int }\n');
  expect(await onrecord(['schema', '--check'], { cwd })).toMatchObject({
    code: 1,
    stderr:
      'onrecord: schema.graphql is not what this program would write. Write it anew: onrecord schema > schema.graphql\n',
  });
});

test('schemas that cannot be written are refused with the reason', async () => {
  const mine = await author();
  await writeFile(join(mine.cwd, 'mine/schema'), 'a file where the folder should be');
  expect(await onrecord(['schema', '--seeds'], mine)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'onrecord: mine/schema/article.schema.json cannot be written: a file has the name of its folder.\n',
  });
});
