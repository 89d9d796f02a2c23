import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inHost, onrecord } from '../support/command-line.ts';
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
    text: We dig in May
    zone: BODY
    gloss: Ada Berg says that digging starts in May.
    speaker: ada-berg
    attribution: EXPLICIT
    attributedAs: said Mayor Ada Berg
    medium: SPOKEN
mentions:
  - { actor: ada-berg, text: Ada Berg, zone: BODY, form: NAME }
`;

/** An author's dataset: one article that is not anchored yet and two registers. The article's text is in `texts`. */
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

test('check lists quotes that may be the same, and does not fail because of them', async () => {
  const [before, wording = '', after] = article.split(/(?<=wordings:\n)|(?=mentions:)/);
  const twice = [before, wording, wording.replace('quote: dig-in-may', 'quote: may'), after].join('');
  const mine = await datasetPlace({
    'people.yaml': 'ada-berg: { name: Ada Berg }\n',
    'quotes.yaml': 'dig-in-may: {}\nmay: {}\n',
    'articles/tunnel.yaml': twice.replace(
      /text: We dig in May/g,
      (words, at) => `${words}\n    span: { nth: ${at < twice.lastIndexOf(words) ? 1 : 2} }`,
    ),
  });
  await mkdir(join(mine.cwd, 'texts'));
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), `${text}“We dig in May,” she said.\n`);
  await onrecord(anchor, mine);
  expect(await onrecord(['check'], mine)).toMatchObject({
    code: 0,
    stdout: `mine has no problems: 1 article, 2 quotes, 2 wordings, 0 proposals, 0 positions, 1 mention.

Quotes with similar words, which may be the same quote (not a problem, nothing is merged).
If they are, move the wordings to one of them; if not, mark one with distinctFrom.
mine/quotes.yaml:1:1: "dig-in-may" is like "may" (similarity 1.00)
  We dig in May
mine/quotes.yaml:2:1: "may"
  We dig in May
`,
  });
});

test('check --texts prints notes on the text, and does not fail because of them', async () => {
  const mine = await author();
  await onrecord(anchor, mine);
  const note = 'no entry for the sentence “She wore a hat.” in paragraph 2';
  expect(await onrecord(['check', '--texts', 'texts'], mine)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      new RegExp(`\n1 note .+\nmine/articles/tunnel.yaml:1:11: ${note}.+ \\(sentence, 93-108\\)\n$`),
    ),
  });
  expect((await onrecord(['check'], mine)).stdout).not.toContain(note);
});

test('an author anchors, checks, imports and verifies', async () => {
  const mine = await author('migrated');
  expect(await inHost(anchor, mine)).toEqual({
    code: 0,
    stdout: 'mine/articles/tunnel.yaml: anchored 2 spans.\n',
    stderr: '',
  });
  expect(await readFile(join(mine.cwd, 'mine/articles/tunnel.yaml'), 'utf8')).toContain('money # as printed\n');
  expect(await inHost(['check'], mine)).toMatchObject({
    code: 0,
    stdout: 'mine has no problems: 1 article, 1 quote, 1 wording, 0 proposals, 0 positions, 1 mention.\n',
  });
  expect(await onrecord(['import'], mine)).toEqual({
    code: 0,
    stdout: 'Imported mine as revision 1: 1 article, 1 quote, 1 wording, 0 proposals, 0 positions, 1 mention.\n',
    stderr: '',
  });
  const second = await inHost(['import', 'mine'], mine);
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
    stdout: 'tunnel (tunnel.txt): 2 spans and 4 printed fields, all match\n',
    stderr: '',
  });
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('a hat', 'a cap'));
  expect(await inHost(['verify', '--texts', 'texts'], mine)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'tunnel (tunnel.txt, differs from the annotated text): 2 spans, all match\nonrecord: All spans match, but a copy differs from the annotated text (above): use the exact text, or carry the article file over to it with onrecord anchor.\n',
  });
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('dig in', 'dug in'));
  const changed = await inHost(['verify', '--texts', 'texts'], mine);
  expect(changed).toMatchObject({ code: 1, stdout: '' });
  expect(changed.stderr).toMatch(
    /differs from the annotated text\): 2 spans, 1 unchanged, 1 gone\n.*WORDING “We dig in May”/,
  );
  expect(changed.stderr).toMatch(/\nonrecord: .+\n$/);
});

test('texts can be loaded with an import, and verify then needs no folder', async () => {
  const mine = await author('migrated');
  await inHost(anchor, mine);
  await inHost(['import'], mine);
  expect(await inHost(['verify'], mine)).toEqual({
    code: 1,
    stdout: '',
    stderr: `onrecord: The database (${mine.env.ONRECORD_DATA}) has no texts: give the folder with your copies as --texts, or load them with onrecord import --texts.\n`,
  });
  await writeFile(join(mine.cwd, 'texts/photo.jpg'), Buffer.from([0xff, 0xd8]));
  expect(await inHost(['import', '--texts', 'texts'], mine)).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^Nothing to import: .+ \(revision 1\)\.\nLoaded one text from texts \(revision 2\): tunnel\.\n$/,
    ),
    stderr: 'texts/photo.jpg is not UTF-8 (byte 0 is 0xFF, "ÿ" in Windows-1252): save the unchanged text as UTF-8\n',
  });
  expect(await inHost(['import', 'mine', '--texts', 'texts'], mine)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /revision 2\)\.\nLoaded no texts from texts\.\nThe database already had the text of one article in that folder\.\n$/,
    ),
  });
  expect(await inHost(['verify'], mine)).toEqual({
    code: 0,
    stdout: 'tunnel (loaded text): 2 spans and 4 printed fields, all match\n',
    stderr: `Checking against the texts in the database (${mine.env.ONRECORD_DATA}), loaded for 1 of 1 articles.\n`,
  });
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('PORT LUND', 'OLD PORT LUND'));
  await inHost(anchor, mine);
  expect((await inHost(['import'], mine)).stdout).toMatch(
    /removed .+, 1 article text\.\nTexts without a matching article were removed\. To load your copy .+ --texts DIR\n$/,
  );
});

test('a changed article is recognised, and its file can be carried over to the new text', async () => {
  const mine = await author('migrated');
  await inHost(anchor, mine);
  await inHost(['import'], mine);
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('PORT LUND', 'OLD PORT LUND'));
  const summary = 'tunnel (tunnel.txt, differs from the annotated text): 2 spans, 2 moved\n';
  expect(await inHost(['import', '--texts', 'texts'], mine)).toEqual({
    code: 0,
    stdout: expect.stringContaining('Loaded no texts from texts.\nNo text for one article: tunnel.\n'),
    stderr: `${summary}Not loaded. To see which spans moved: onrecord verify --texts texts\n`,
  });
  const { code, stderr } = await inHost(['verify', '--texts', 'texts'], mine);
  expect(code).toBe(1);
  expect(stderr).toContain(summary);
  expect(stderr).toMatch(/\n {2}4 more code points, from .+\n {2}\d+-\d+ WORDING “We dig in May” moved to \d+-\d+ \(/);
  expect(await inHost(anchor, mine)).toEqual({
    code: 0,
    stdout: 'mine/articles/tunnel.yaml: anchored 0 spans, carried over 2 spans.\n',
    stderr: '',
  });
  expect(await readFile(join(mine.cwd, 'mine/articles/tunnel.yaml'), 'utf8')).toContain('money # as printed\n');
  expect(await inHost(['import', '--texts', 'texts'], mine)).toMatchObject({ code: 0, stderr: '' });
  expect(await inHost(['verify'], mine)).toMatchObject({ code: 0 });
});

test('words that are not in the text are reported with their location, and the rest is anchored', async () => {
  const mine = await author();
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), text.replace('We dig', 'We drill'));
  const { code, stdout, stderr } = await inHost(anchor, mine);
  expect([code, stdout]).toEqual([1, 'mine/articles/tunnel.yaml: anchored 1 span.\n']);
  expect(stderr).toMatch(/^mine\/articles\/tunnel\.yaml:\d+:\d+: .+\nonrecord: one problem \(above\)\. Fix the file/);
});

test('anchor counts problems of the file itself as problems, not as spans', async () => {
  const mine = await author();
  const broken = 'mentions: [}\n';
  await writeFile(join(mine.cwd, 'mine/articles/tunnel.yaml'), broken);
  const { code, stderr } = await inHost(anchor, mine);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^mine\/articles\/tunnel\.yaml:1:12: .+\nonrecord: one problem \(above\)\. Fix the file and run this again\.\n$/,
  );
  expect(await readFile(join(mine.cwd, 'mine/articles/tunnel.yaml'), 'utf8')).toBe(broken);
});

test('every problem in a folder is printed with file, line and column; nothing is changed', async () => {
  const mine = await author('migrated');
  await writeFile(join(mine.cwd, 'mine/people.yaml'), 'ada-berg: { nam: Ada Berg }\nBad Slug: { name: X }\n');
  const last = {
    check: /mine has \d+ problems \(above\)\.$/,
    import: /\d+ problems \(above\), nothing was imported\.$/,
  };
  for (const command of ['check', 'import'] as const) {
    const { code, stdout, stderr } = await inHost([command], mine);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^mine\/people\.yaml:1:\d+: .*nam/m);
    expect(stderr).toMatch(/^mine\/people\.yaml:2:1: /m);
    expect(stderr.trimEnd().split('\nonrecord: ').at(-1)).toMatch(last[command]);
  }
});

test('a file that is not UTF-8 is rejected by name', async () => {
  const mine = await author();
  await writeFile(join(mine.cwd, 'texts/tunnel.txt'), Buffer.from([0x66, 0xfc, 0x72]));
  expect(await inHost(anchor, mine)).toMatchObject({
    code: 1,
    stderr: 'onrecord: texts/tunnel.txt is not UTF-8 (byte 1 is 0xFC, "ü" in Windows-1252): save it as UTF-8.\n',
  });
});

test('verify fails on an empty database', async () => {
  const mine = await author();
  const empty = {
    code: 1,
    stdout: '',
    stderr: `onrecord: The database (${mine.env.ONRECORD_DATA}) is empty: run onrecord import first.\n`,
  };
  expect(await inHost(['verify', '--texts', 'texts'], mine)).toEqual(empty);
  expect(existsSync(mine.env.ONRECORD_DATA)).toBe(false);
  copyEmbedded('migrated', mine.env.ONRECORD_DATA);
  expect(await inHost(['verify', '--texts', 'texts'], mine)).toEqual(empty);
});

test('migrate creates the database or applies what is missing, and does nothing the second time', async () => {
  const { cwd, env } = await author();
  const first = await onrecord(['migrate'], { cwd, env });
  expect(first.stderr).toMatch(/^Creating the database .+\n$/);
  const upToDate = { code: 0, stdout: `The database (${env.ONRECORD_DATA}) is up to date.\n` };
  expect(first).toMatchObject(upToDate);
  expect(await inHost(['migrate'], { cwd, env })).toEqual({ ...upToDate, stderr: '' });
  const old = await author('empty');
  expect((await inHost(['migrate'], old)).stderr).toMatch(/^(Applied the migration .+\n){2,}$/);
});

test.skipIf(process.getuid?.() === 0)('a folder that is not writable is reported', async () => {
  const { cwd, env } = await author();
  await chmod(cwd, 0o555);
  const { code, stderr } = await inHost(['import'], { cwd, env });
  await chmod(cwd, 0o755);
  expect(code).toBe(1);
  expect(stderr).toContain('cannot be written');
});

test('the schemas are up to date, and an outdated one is reported', async () => {
  expect(await onrecord(['schema', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await inHost(['schema', '--seeds', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' });
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'schema.graphql'), 'type Query { a: Int }\n');
  expect(await inHost(['schema', '--check'], { cwd })).toMatchObject({
    code: 1,
    stderr: 'onrecord: schema.graphql is out of date. Write it with: onrecord schema > schema.graphql\n',
  });
});

test('schemas that cannot be written are reported with the reason', async () => {
  const mine = await author();
  await writeFile(join(mine.cwd, 'mine/schema'), 'a file where the folder should be');
  expect(await inHost(['schema', '--seeds'], mine)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'onrecord: mine/schema/article.schema.json cannot be written: a file with the name of its folder exists.\n',
  });
});
