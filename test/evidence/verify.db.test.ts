import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { Database } from '../../src/db/database.ts';
import { recordedArticles } from '../../src/evidence/recorded.ts';
import { type Verification, verifyTexts } from '../../src/evidence/verify.ts';
import { storedPrinted } from '../../src/export/printed.ts';
import { registers } from '../../src/import/entities.ts';
import { importFolder } from '../../src/import/import.ts';
import { loadTexts } from '../../src/import/load-texts.ts';
import { printedInArticle, printedWords } from '../../src/import/printed.ts';
import { globalId } from '../../src/model/id.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { inventedDatabase, temporaryFolder, testDatabase } from '../support/database.ts';
import { changeFile, datasetFolder, type FileChange, fixtures } from '../support/dataset-folder.ts';
import { smallArticle } from '../support/small-article.ts';

const TUNNEL = '100-harbour-tunnel.txt';
const REWRITE = '101-mayor-rules-out-tax.txt';

/** Only read. */
let db: Database;
/** Its printed words, since reading them takes longer than most tests. */
let printed: Awaited<ReturnType<typeof storedPrinted>>;
let texts: string;

beforeAll(async () => {
  db = await inventedDatabase();
  printed = await storedPrinted(db);
  texts = join(await temporaryFolder(), 'texts');
});

/** Verifies against the copies after changing some of them. */
function verify(changes: Readonly<Record<string, FileChange>> = {}): Promise<Verification> {
  changeCopies(changes);
  return verifyAll(db);
}

function changeCopies(changes: Readonly<Record<string, FileChange>>): void {
  rmSync(texts, { recursive: true, force: true });
  cpSync(join(fixtures, 'texts'), texts, { recursive: true });
  for (const [name, change] of Object.entries(changes)) changeFile(join(texts, name), change);
}

/** Verifies against the copies as they are. */
async function verifyAll(database: Database, dir: string | null = texts): Promise<Verification> {
  return verifyTexts(database, dir, database === db ? printed : await storedPrinted(database));
}

test('everything matches the annotated texts under any file names', async () => {
  const none = { copy: 'exact', failures: [], faults: [], sameLines: false, shift: null };
  const matching = {
    holds: true,
    unreadable: [],
    registerFaults: [],
    articles: [
      { slug: '100-harbour-tunnel', file: TUNNEL, checked: 22, printed: 26, ...none },
      { slug: '101-mayor-rules-out-tax', file: REWRITE, checked: 4, printed: 4, ...none },
    ],
  };
  expect(await verify()).toEqual(matching);
  renameSync(join(texts, TUNNEL), join(texts, 'z.txt'));
  renameSync(join(texts, REWRITE), join(texts, TUNNEL));
  const swapped = await verifyAll(db);
  expect(swapped).toMatchObject({ holds: true, articles: [{ file: 'z.txt' }, { file: TUNNEL }] });
});

test('one changed character fails exactly the spans that contain it, in 20 copies', async () => {
  const articles = await recordedArticles(db);
  const change = fc.record({
    which: fc.nat(1),
    at: fc.nat(),
    to: fc.constantFrom('x', 'é', '🚇', '\n', ' '),
    renamed: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ which, at, to, renamed }) => {
      const file = which === 0 ? TUNNEL : REWRITE;
      const points = Array.from(readFileSync(join(fixtures, 'texts', file), 'utf8'));
      const place = at % points.length;
      fc.pre(points[place] !== to);
      points[place] = to;
      changeCopies({ [file]: points.join('') });
      if (renamed) renameSync(join(texts, file), join(texts, 'copy.txt'));
      const result = await verifyAll(db);
      const spans = articles[which]?.spans.filter(({ start, end }) => start <= place && place < end);
      expect(result.holds).toBe(false);
      expect(result.articles[which]).toMatchObject({ file: renamed ? 'copy.txt' : file, copy: 'changed' });
      expect(result.articles[which]?.failures.map(({ id }) => id)).toEqual(spans?.map(({ id }) => id));
      expect(result.articles[1 - which]).toMatchObject({ copy: 'exact', failures: [] });
    }),
    { numRuns: 20 },
  );
});

test('a failure has the expected words and their place', async () => {
  const { articles } = await verify({ [REWRITE]: ['“welcome the pledge”', '“welcome the promise”'] });
  const failures = articles[1]?.failures ?? [];
  expect(failures.map(({ kind, text }) => [kind, text]).sort()).toEqual([
    ['MEMBERSHIP', null],
    ['POSITION', null],
    ['WORDING', 'welcome the pledge'],
  ]);
  expect(failures.find(({ kind }) => kind === 'WORDING')).toEqual({
    kind: 'WORDING',
    id: globalId('Wording', '101-mayor-rules-out-tax', 'welcome-the-pledge', 144, 162),
    start: 144,
    end: 162,
    problem: 'gone',
    found: [],
    text: 'welcome the pledge',
    sha256: sha256('welcome the pledge'),
  });
});

test('an inserted or deleted character is reported with the place where the text begins to shift', async () => {
  const inserted = await verify({ [REWRITE]: ['in a declaration', 'in a new declaration'] });
  expect(inserted.articles[1]).toMatchObject({ copy: 'changed', shift: { by: 4, from: 162, to: 182 } });
  expect(inserted.articles[1]?.failures.map(({ start }) => start)).toEqual([182]);
  const deleted = await verify({ [REWRITE]: ['Mayor rules', 'ayor rules'] });
  expect(deleted.articles[1]).toMatchObject({ shift: { by: -1, from: 0, to: 82 } });
  expect(deleted.articles[1]?.failures).toHaveLength(4);
});

test('in a changed copy every moved span has its new place', async () => {
  const { articles } = await verify({ [REWRITE]: ['The towns of the bay', 'All the towns of the bay'] });
  const [, { failures, checked, ...article } = {}] = [articles[0], articles[1]];
  expect(article).toMatchObject({ copy: 'changed', file: REWRITE });
  expect(checked).toBe(4);
  expect(failures?.map(({ kind, problem, start, found }) => [kind, problem, start, found])).toEqual([
    ['POSITION', 'moved', 144, [148]],
    ['WORDING', 'moved', 144, [148]],
    ['MEMBERSHIP', 'moved', 182, [186]],
  ]);
});

test('in a changed copy a span may have several places, or none', async () => {
  const text = readFileSync(join(fixtures, 'texts', REWRITE), 'utf8');
  const twice = `New. ${text.replace('in a declaration', 'or not')}They “welcome the pledge” again.\n`;
  const { articles } = await verify({ [REWRITE]: twice.replace('belongs to', 'is one of') });
  expect(articles[1]?.failures.map(({ kind, problem, found }) => [kind, problem, found])).toEqual([
    ['WORDING', 'moved', [87]],
    ['POSITION', 'several', [149, expect.any(Number)]],
    ['WORDING', 'several', [149, expect.any(Number)]],
    ['MEMBERSHIP', 'gone', []],
  ]);
});

test('if the annotated text is loaded, several places are told apart by the text around them', async () => {
  const text = readFileSync(join(fixtures, 'texts', REWRITE), 'utf8');
  const changes = { [REWRITE]: `New. ${text}They “welcome the pledge” again.\n` };
  const problems = async (database: Database) => {
    const { articles } = await verifyAll(database);
    return articles[1]?.failures.map(({ kind, problem }) => [kind, problem]);
  };
  await verify(changes);
  expect(await problems(db)).toContainEqual(['WORDING', 'several']);
  const loaded = await inventedDatabase();
  await loadTexts(loaded, join(fixtures, 'texts'));
  expect(new Set((await problems(loaded))?.map(([, problem]) => problem))).toEqual(new Set(['moved']));
});

test('a text is recognised by its quotations, however far they moved and under any file name', async () => {
  const lines = readFileSync(join(fixtures, 'texts', TUNNEL), 'utf8').split('\n');
  const changed = ['This is a correction.', ...lines].join('\n');
  const { articles } = await verify({ [TUNNEL]: null, 'page.html': changed, 'other.txt': 'Another story.' });
  expect(articles[0]).toMatchObject({ copy: 'changed', file: 'page.html' });
  expect(articles[0]?.failures.every(({ problem }) => problem === 'moved' || problem === 'several')).toBe(true);
});

test('an article without a copy is not checked and counts as a failure', async () => {
  const { holds, articles } = await verify({ [REWRITE]: null });
  expect(holds).toBe(false);
  expect(articles[1]).toEqual({
    slug: '101-mayor-rules-out-tax',
    file: null,
    copy: 'none',
    checked: 0,
    printed: 0,
    failures: [],
    faults: [],
    sameLines: false,
    shift: null,
  });
});

test('files that are not texts are reported by name, and the other copies are verified', async () => {
  const { holds, articles, unreadable } = await verify({
    [TUNNEL]: new Uint8Array([0x61, 0xff]),
    'notes.txt': new Uint8Array([0xff]),
  });
  expect(unreadable).toEqual([
    `${join(texts, TUNNEL)} is not UTF-8 (byte 1 is 0xFF, "ÿ" in Windows-1252): save the unchanged text as UTF-8`,
    `${join(texts, 'notes.txt')} is not UTF-8 (byte 0 is 0xFF, "ÿ" in Windows-1252): save the unchanged text as UTF-8`,
  ]);
  expect(holds).toBe(false);
  expect(articles).toMatchObject([{ copy: 'none' }, { file: REWRITE, copy: 'exact', failures: [] }]);
});

test('copies are found in subfolders under any name, unless it begins with a dot', async () => {
  await verify();
  mkdirSync(join(texts, 'more.txt'));
  renameSync(join(texts, TUNNEL), join(texts, 'more.txt/a story'));
  const files = async () => (await verifyAll(db)).articles.map(({ file }) => file);
  expect(await files()).toEqual(['more.txt/a story', REWRITE]);
  renameSync(join(texts, 'more.txt'), join(texts, '.more'));
  expect(await files()).toEqual([null, REWRITE]);
});

test('binary files and files too large for an article are reported by name', async () => {
  const { unreadable } = await verify({ 'a.bin': new Uint8Array([0x61, 0]), b: 'b'.repeat(2 ** 20 + 1) });
  expect(unreadable).toEqual([
    `${join(texts, 'a.bin')} is not a text file: it contains the character U+0000 (NUL)`,
    `${join(texts, 'b')} is too large for an article: 1,048,577 bytes, the limit is 1,048,576`,
  ]);
});

test('a second copy of an article is not mistaken for a changed copy of another', async () => {
  const { articles } = await verify({ [REWRITE]: null, '101.txt': readFileSync(join(fixtures, 'texts', TUNNEL)) });
  expect(articles).toMatchObject([{ copy: 'exact' }, { copy: 'none', file: null }]);
});

test('without a folder everything is compared with the loaded texts', async () => {
  const other = await inventedDatabase();
  expect((await verifyAll(other, null)).articles.map(({ copy }) => copy)).toEqual(['none', 'none']);
  await verify({ [REWRITE]: null });
  await loadTexts(other, texts);
  expect(await verifyAll(other, null)).toMatchObject({
    holds: false,
    articles: [
      { file: 'loaded text', copy: 'exact', checked: 22, failures: [] },
      { file: null, copy: 'none' },
    ],
  });
  await verify();
  await loadTexts(other, texts);
  expect(await verifyAll(other, null)).toMatchObject({ holds: true });
});

test('a missing folder of texts is reported by name', async () => {
  await expect(verifyAll(db, join(texts, 'nowhere'))).rejects.toThrow(
    /^Cannot read the folder of texts .*nowhere: no such file/,
  );
});

test('a wrong paragraph fails in the annotated text', async () => {
  const other = await testDatabase();
  const dir = datasetFolder({ 'articles/101-mayor-rules-out-tax.yaml': ['paragraph: 2', 'paragraph: 1'] });
  await importFolder(other, dir);
  await verify();
  const { articles } = await verifyAll(other);
  expect(articles.map(({ copy, failures }) => [copy, failures.map(({ problem }) => problem)])).toEqual([
    ['exact', []],
    ['exact', ['paragraph']],
  ]);
});

/** The dataset with one letter changed in every printed text; the words keep their length. */
function misprinted(): { dir: string; changed: Map<string, string[]> } {
  const dir = datasetFolder();
  const changed = new Map<string, string[]>();
  for (const file of ['events.yaml', 'outlets.yaml', 'articles/100-harbour-tunnel.yaml', REWRITE_YAML]) {
    const document = parseDocument(readFileSync(join(dir, file), 'utf8'));
    const data: unknown = document.toJS();
    const register = registers[file.replace('.yaml', '')];
    const printed = register
      ? Object.entries(data as object).flatMap(([slug, value]) => printedWords(register, value, [slug]))
      : printedInArticle(data);
    // The import itself rejects an insertion that the wording does not have.
    const fields = printed.filter(({ path }) => !path.includes('insertions'));
    for (const { path, words } of fields) {
      const wrong = words.replace(/[\p{L}\d](?=[^\p{L}\d]*$)/u, 'ǂ');
      document.setIn(path, wrong);
      if (path[0] === 'wordings' && path[2] === 'text') {
        document.setIn([...path.slice(0, 2), 'span', 'sha256'], sha256(wrong));
      }
    }
    writeFileSync(join(dir, file), document.toString());
    changed.set(file, fields.map(({ path }) => path.join('.')).sort());
  }
  return { dir, changed };
}

const REWRITE_YAML = 'articles/101-mayor-rules-out-tax.yaml';

test('a wrong letter is named in every field with printed words', async () => {
  const other = await testDatabase();
  const { dir, changed } = misprinted();
  await importFolder(other, dir);
  await verify();
  const { articles, registerFaults, holds } = await verifyAll(other);
  const named = articles.map(({ faults }) => faults.map(({ printed }) => printed.path.join('.')).sort());
  expect(named).toEqual([changed.get('articles/100-harbour-tunnel.yaml'), changed.get(REWRITE_YAML)]);
  expect(new Set(named.flat().map((path) => path.replace(/[a-z-]+\.(?=printedAs|anonymity)|\d+\./, '')))).toEqual(
    new Set([
      ...['headline', 'alternativeHeadline', 'section', 'dateline', 'published.text', 'updated.time'],
      ...['sources.printedAs', 'sources.anonymityReason', 'aliases.text', 'titles.text', 'statuses.verb'],
      ...['wordings.text', 'wordings.attributedAs', 'wordings.said.text', 'mentions.text'],
    ]),
  );
  expect(registerFaults.map(([file, { path }]) => [file, path.join('.')])).toEqual([
    ['outlets.yaml', 'bay-news.website'],
    ['events.yaml', 'brandt-tunnel-remarks.when.time'],
    ['events.yaml', 'brandt-tunnel-remarks.when.text'],
  ]);
  expect(holds).toBe(false);
});

test('a quotation without its marks, or with them, is named with its line', async () => {
  const other = await testDatabase();
  const span = (start: number, end: number, words: string) =>
    `span: { start: ${start}, end: ${end}, paragraph: 5, sha256: "${sha256(words)}" }, text: ${words}`;
  const dir = datasetFolder();
  const file = join(dir, 'articles/100-harbour-tunnel.yaml');
  const yaml = readFileSync(file, 'utf8')
    .replace(/span: \{ start: 327.+?\}, text: a gamble/, span(326, 336, '“a gamble”'))
    .replace(/span: \{ start: 416.+?\}, text: no plan/, span(411, 414, 'had'));
  writeFileSync(file, yaml);
  await importFolder(other, dir);
  await verify();
  const { articles, holds } = await verifyAll(other);
  expect(holds).toBe(false);
  expect(articles[0]).toMatchObject({ copy: 'exact', failures: [] });
  expect(articles[0]?.faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    expect.stringMatching(/^9: ““a gamble””: these words include the opening quotation mark: accepted are /),
    expect.stringMatching(/^9: “had”: no quotation marks enclose these words: accepted are /),
  ]);
});

test('words of registers are only looked for if every article has an exact copy', async () => {
  const other = await testDatabase();
  await importFolder(other, datasetFolder({ 'outlets.yaml': ['bay.example', 'sea.example'] }));
  await verify({ [REWRITE]: null });
  expect((await verifyAll(other)).registerFaults).toEqual([]);
  await verify();
  expect((await verifyAll(other)).registerFaults).toHaveLength(1);
});

test('other files of the folder do not matter', async () => {
  await verify();
  writeFileSync(join(texts, 'notes.md'), 'x');
  mkdirSync(join(texts, 'more'));
  expect(readdirSync(texts)).toHaveLength(4);
  expect(await verifyAll(db)).toMatchObject({ holds: true });
});

test('a span that ends inside a character fails in an exact copy', async () => {
  const database = await testDatabase();
  const folder = await temporaryFolder();
  mkdirSync(join(folder, 'seeds/articles'), { recursive: true });
  mkdirSync(join(folder, 'texts'));
  const text = 'Jose\u0301 came and Jose left.\n';
  const mention = (start: number) => ({
    actor: 'jose',
    text: 'Jose',
    span: { start, end: start + 4 },
    zone: 'BODY',
    form: 'NAME',
  });
  const mentions = [mention(0), mention(15)];
  const fields = { text: { sha256: sha256(text), length: Array.from(text).length }, mentions };
  writeFileSync(join(folder, 'seeds/articles/a.yaml'), smallArticle('a', fields));
  writeFileSync(join(folder, 'seeds/people.yaml'), 'jose: { name: José }\n');
  writeFileSync(join(folder, 'texts/a.txt'), text);
  await importFolder(database, join(folder, 'seeds'));
  const { articles } = await verifyTexts(database, join(folder, 'texts'));
  expect(articles[0]?.failures).toMatchObject([{ start: 0, end: 4, problem: 'character', text: 'Jose' }]);
});

test('a copy with other line endings is said to differ only in them', async () => {
  const text = readFileSync(join(fixtures, 'texts', REWRITE), 'utf8');
  const { articles } = await verify({ [REWRITE]: `\ufeff${text.replaceAll('\n', '\r\n')}` });
  expect(articles[1]).toMatchObject({ copy: 'changed', sameLines: true });
  expect(articles[1]?.failures.map(({ problem }) => problem)).toEqual(['moved', 'moved', 'moved', 'moved']);
});
