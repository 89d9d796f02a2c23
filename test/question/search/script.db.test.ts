import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { writeRows } from '../../../src/import/write.ts';
import { wordsIn } from '../../../src/text/search/words.ts';
import { ask } from '../../support/ask.ts';
import { testDatabase } from '../../support/database.ts';
import { rowsOf } from '../../support/files-in-memory.ts';
import { smallArticle } from '../../support/small-article.ts';

const PEOPLE = {
  'oleksii-lukianov': 'Олексій Лукʼянов',
  'mariam-oconnor': 'Mariam OʻConnor',
  'georgios-odysseus': 'Γεώργιος Οδυσσέας',
  'ram-kumar': 'राम कुमार',
  'rom-kumar': 'रोम कुमार',
  'rim-kumar': 'रिम कुमार',
  'tamil-kumar': 'குமார்',
  'tamil-kamar': 'கமர்',
  'gaza-tanaka': 'ガザ田中',
  'kasa-tanaka': 'カサ田中',
  'papa-tanaka': 'パパ田中',
  'xi-jinping': '习近平',
  'somchai-thai': 'สมชาย ใจดี',
  'ali-reza': 'علی‌رضا کریمی',
  'soft-hyphen': 'Donau\u00addampf\u00adschiff Kapitän',
  'bidi-name': 'Noam \u200eLevi\u200f',
  'isolated-name': '\u2068Dana Cohen\u2069',
  'joined-name': 'Zero\u2060Width Joiner',
  'kim-jung': '김정은',
};

const ORGANISATIONS = {
  who: 'WHO',
  'it-office': 'IT Office',
  'the-who': 'The Who',
  'at-and-t': 'AT&T',
  gruene: 'Bündnis 90/Die Grünen',
  hebrew: 'בית־לחם',
  zahal: 'צה״ל',
  geresh: 'ג׳ורג׳ סורוס',
  bureau: '安全保証局',
  thai: 'กระทรวงการต่างประเทศ',
  'is-group': 'IS',
};

const HEADLINES = {
  a1: 'The deal is off.He said so',
  a2: 'Kyiv/Moscow talks and/or a truce',
  a3: 'U.S. envoy meets U.N. chief',
  a4: 'US envoy meets UN chief',
  a5: 'Sicher\u00adheits\u00adgarantien für die Ukraine',
  a6: '安全保証をめぐる協議',
  a7: 'G7—leaders·and…ministers',
  a8: 'Paris|Berlin:Rome',
  a9: 'The 2.5-billion loan -5 percent',
  a10: 'J.D. Vance in the E.U.',
};

/** A headline in a language, with its words as that language inflects them. */
const IN_LANGUAGES = {
  b1: ['de', 'Die Verhandlungen der Regierungen'],
  b2: ['fr', 'Les négociations gouvernementales'],
  b3: ['ru', 'Переговоры о гарантиях безопасности'],
  b4: ['zh', '和平会谈在柏林举行'],
} as const;

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const register = (names: object, fields: object) =>
    JSON.stringify(Object.fromEntries(Object.entries(names).map(([slug, name]) => [slug, { name, ...fields }])));
  const articles = [
    ...Object.entries(HEADLINES).map(([slug, headline]) => [slug, 'en', headline]),
    ...Object.entries(IN_LANGUAGES).map(([slug, [language, headline]]) => [slug, language, headline]),
  ] as const;
  const rows = rowsOf({
    'people.yaml': register(PEOPLE, {}),
    'organisations.yaml': register(ORGANISATIONS, { kind: 'BODY' }),
    ...Object.fromEntries(
      articles.map(([slug = '', language, headline]) => [
        `articles/${slug}.yaml`,
        smallArticle(slug, { language, headline, summary: 'S.' }),
      ]),
    ),
  });
  await writeRows(database, rows, { imported: { checksum: '0'.repeat(64), files: [] } });
});

async function slugs(list: 'actors' | 'articles', column: string, filter: object): Promise<readonly string[]> {
  const type = list === 'actors' ? 'ActorWhere' : 'ArticleWhere';
  const query = `query ($where: ${type}) { list: ${list}(where: $where) { nodes { slug } } }`;
  const { list: found } = (await ask(database, query, { where: { [column]: filter } })) as {
    list: { nodes: { slug: string }[] };
  };
  return found.nodes.map(({ slug }) => slug).sort();
}

async function search(query: string): Promise<readonly string[]> {
  const text =
    'query ($query: String!) { search(query: $query) { nodes { node { ... on Actor { slug } ... on Article { slug } } } } }';
  const found = (await ask(database, text, { query })) as { search: { nodes: { node: { slug: string } }[] } };
  return found.search.nodes.map(({ node }) => node.slug);
}

describe('contains', () => {
  test.each([
    // Vowel signs and voicing marks are letters.
    ['राम', ['ram-kumar']],
    ['रोम', ['rom-kumar']],
    ['रीमा', []],
    ['रिम', ['rim-kumar']],
    ['குமா', ['tamil-kumar']],
    ['கமர்', ['tamil-kamar']],
    ['ガザ', ['gaza-tanaka']],
    ['カサ', ['kasa-tanaka']],
    ['ｶﾞｻﾞ', ['gaza-tanaka']],
    ['ハハ', []],
    ['パパ', ['papa-tanaka']],
    ['สมชาย', ['somchai-thai']],
    ['김정', ['kim-jung']],
    // Format characters are left out.
    ['Donaudampfschiff', ['soft-hyphen']],
    ['علیرضا', ['ali-reza']],
    ['Noam Levi', ['bidi-name']],
    ['Dana Cohen', ['isolated-name']],
    ['zerowidth', ['joined-name']],
    ['da\u00adna', ['isolated-name']],
    // Apostrophes, hyphens and other marks of one kind are one.
    ["Лук'янов", ['oleksii-lukianov']],
    ['Лук’янов', ['oleksii-lukianov']],
    ["Luk'ianov", []],
    ["O'Connor", ['mariam-oconnor']],
    ['בית-לחם', ['hebrew']],
    ['בית–לחם', ['hebrew']],
    ['צה"ל', ['zahal']],
    ["ג'ורג'", ['geresh']],
    // Final sigma
    ['ΟΔΥΣ', ['georgios-odysseus']],
    ['οδυσ', ['georgios-odysseus']],
    ['οδυσσεας', ['georgios-odysseus']],
    ['ΓΕΏΡΓΙΟΣ', ['georgios-odysseus']],
    ['γεωργιοσ', ['georgios-odysseus']],
    ['Οδυσσέασ', ['georgios-odysseus']],
    ['ΣΣΈΑΣ', ['georgios-odysseus']],
  ])('%s finds the names %j', async (text, found) => {
    expect(await slugs('actors', 'name', { contains: text })).toEqual(found);
  });

  test('a soft hyphen in a headline is left out', async () => {
    expect(await slugs('articles', 'headline', { contains: 'Sicherheitsgarantien' })).toEqual(['a5']);
  });
});

describe('matches', () => {
  test.each([
    // Words in scripts without spaces
    ['近平', ['xi-jinping']],
    ['保証', ['bureau']],
    ['安全', ['bureau']],
    ['全安', []],
    ['การต่าง', ['thai']],
    // Stop words that are names
    ['WHO', ['the-who', 'who']],
    ['the who', ['the-who']],
    ['IT', ['it-office']],
    ['is', ['is-group']],
    ['AT&T', ['at-and-t']],
    ['Die Grünen', ['gruene']],
    ['bundnis 90', ['gruene']],
  ])('%s finds the names %j', async (text, found) => {
    expect(await slugs('actors', 'name', { matches: text })).toEqual(found);
  });

  test.each([
    // Words that are joined
    ['Moscow', ['a2']],
    ['Kyiv', ['a2']],
    ['off', ['a1']],
    ['truce and', ['a2']],
    ['ministers', ['a7']],
    ['g7', ['a7']],
    ['leaders', ['a7']],
    ['Berlin', ['a8']],
    ['paris rome', ['a8']],
    ['5 percent', ['a9']],
    ['2.5-billion', ['a9']],
    // Initials
    ['US envoy', ['a3', 'a4']],
    ['U.S. envoy', ['a3', 'a4']],
    ['"U.S. envoy"', ['a3', 'a4']],
    ['un chief', ['a3', 'a4']],
    ['JD Vance', ['a10']],
    ['EU', ['a10']],
    // Soft hyphens, and Japanese
    ['Sicherheitsgarantien', ['a5']],
    ['協議', ['a6']],
    ['協議 安全', ['a6']],
  ])('%s finds the headlines %j', async (text, found) => {
    expect(await slugs('articles', 'headline', { matches: text })).toEqual(found);
  });
});

describe('search', () => {
  test.each([
    ['近平', 'xi-jinping'],
    ['習', undefined],
    ['保証', 'bureau'],
    ['協議', 'a6'],
    ['柏林', 'b4'],
    ['Moscow', 'a2'],
    ['Sicherheitsgarantien', 'a5'],
    ['WHO', 'who'],
    ['AT&T', 'at-and-t'],
    ['UN chief', 'a3'],
    ['Lukianov', 'oleksii-lukianov'],
    ["Luk'ianov", 'oleksii-lukianov'],
    ['OConnor', 'mariam-oconnor'],
    ['Οδυσσεας', 'georgios-odysseus'],
    ['Odysseas', 'georgios-odysseus'],
    ['राम', 'ram-kumar'],
    ['bezopasnosti', 'b3'],
    // The stemmer of the article's language
    ['verhandlung', 'b1'],
    ['regierung', 'b1'],
    ['négociation', 'b2'],
    ['гарантия', 'b3'],
  ])('%s finds %s first', async (query, slug) => {
    if (query.length < 2) await expect(search(query)).rejects.toThrow(/too short/);
    else expect((await search(query))[0]).toBe(slug);
  });
});

test('the database and the program separate words in the same way', async () => {
  const keys = [...Object.values({ ...PEOPLE, ...ORGANISATIONS, ...HEADLINES }), 'a.b.c.d x.y', "don't u.s.a. 1.5 5.a"];
  const { sortKey } = await import('../../../src/text/sort-key.ts');
  for (const key of keys.map(sortKey)) {
    const [row] = await database.query<{ words: string }>({
      text: 'SELECT "plainWords"($1) AS "words"',
      values: [key],
    });
    expect(row?.words.split(/[, ]+/).filter(Boolean)).toEqual(wordsIn(key));
  }
});

test('every character separates words in the database if it does in the program', async () => {
  const characters = Array.from({ length: 0x1_ffff - 0x20 }, (_, i) => i + 0x21)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    // Private and unassigned characters may do either.
    .filter((character) => !/[\p{Cn}\p{Co}]/u.test(character));
  const text =
    'SELECT array_to_json(array(SELECT "plainWords"(c) = \',\' FROM unnest($1::text[]) WITH ORDINALITY x(c, n) ORDER BY n))::text AS "separate"';
  const [row] = await database.query<{ separate: string }>({ text, values: [characters] });
  const separate = JSON.parse(row?.separate ?? '[]') as readonly boolean[];
  expect(characters.filter((character, i) => separate[i] !== !/[\p{L}\p{M}\p{N}]/u.test(character))).toEqual([]);
});
