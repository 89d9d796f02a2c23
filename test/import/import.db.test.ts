import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { folderChecksum, importedChecksum } from '../../src/import/checksum.ts';
import { importFolder } from '../../src/import/import.ts';
import { ImportError } from '../../src/import/import-error.ts';
import { globalId } from '../../src/model/id.ts';
import { testDatabase } from '../support/database.ts';
import { changeFile, datasetFolder } from '../support/dataset-folder.ts';
import { dump } from '../support/dump.ts';

const TUNNEL = 'articles/100-harbour-tunnel.yaml';
const REWRITE = 'articles/101-mayor-rules-out-tax.yaml';

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

/** Imports the invented dataset, over the changes of earlier tests. */
async function importFixture(): Promise<string> {
  const dir = datasetFolder();
  await importFolder(db, dir);
  return dir;
}

async function row(model: string, id: string): Promise<Record<string, unknown>> {
  const text = `SELECT to_json(t)::text AS "row" FROM "${model}" t WHERE "id" = $1`;
  const [found] = await db.query<{ row: string }>({ text, values: [id] });
  return JSON.parse(found?.row ?? 'null');
}

const quote = (slug: string) => row('Quote', globalId('Quote', slug));
const person = (slug: string) => globalId('Person', slug);
const source = (slug: string) => globalId('Source', slug);

test('a first import makes the first revision, a second one changes nothing', async () => {
  const dir = datasetFolder();
  expect(await importedChecksum(db)).toBeNull();
  const steps: [number, number][] = [];
  const first = await importFolder(db, dir, { onProgress: (done, total) => steps.push([done, total]) });
  expect(first).toMatchObject({ revision: 1, unchanged: false });
  expect(first.changes.Wording).toEqual({ added: 7, changed: 0, removed: 0 });
  const total = Object.values(first.counts).reduce((sum, count) => sum + count);
  expect(steps.at(-1)).toEqual([total, total]);
  expect(await importedChecksum(db)).toBe(await folderChecksum(dir));

  const before = await dump(db);
  expect(await importFolder(db, dir)).toEqual({ revision: 1, unchanged: true, changes: {}, counts: first.counts });
  expect(await dump(db)).toEqual(before);
});

describe('what the rows hold', () => {
  beforeAll(async () => {
    await importFolder(db, datasetFolder());
  });

  test('a quote has the words, speaker and place of its fullest article', async () => {
    expect(await quote('iron-clad-pledge')).toMatchObject({
      slug: 'iron-clad-pledge',
      sortKey: '100-harbour-tunnel/0000012',
      text: 'The pledge is iron-clad … It [the tunnel] will not cost you a øre.',
      textKey: 'the pledge is iron-clad … it [the tunnel] will not cost you a ore.'.normalize('NFKD'),
      speakerId: person('ilse-brandt'),
      consistent: true,
      eventId: globalId('Event', 'brandt-tunnel-remarks'),
    });
  });

  test('a part of a source inherits the organisation of the whole', async () => {
    expect(await row('Source', source('100-harbour-tunnel-city-official'))).toMatchObject({
      partOfId: source('100-harbour-tunnel-city-officials'),
      memberOfId: globalId('Organisation', 'port-lund'),
      printedAsKey: 'one of the officials',
    });
  });

  test('the name of a source has its printed words and its article', async () => {
    expect(await row('Actor', source('100-harbour-tunnel-city-officials'))).toMatchObject({
      name: 'City officials (Bay News, 4 Mar 2031)',
      nameKey: 'city officials (bay news, 4 mar 2031)',
    });
  });

  test('an actor is found by its former slug', async () => {
    const slugs = await db.query({
      text: `SELECT "slug" FROM "ActorSlug" WHERE "actorId" = $1 ORDER BY "slug"`,
      values: [person('ilse-brandt')],
    });
    expect(slugs).toEqual([{ slug: 'i-brandt' }, { slug: 'ilse-brandt' }]);
  });

  test('a When is spread over five columns', async () => {
    expect(await row('Event', globalId('Event', 'brandt-tunnel-remarks'))).toMatchObject({
      sortKey: "2031-03-04 ilse brandt's remarks on the tunnel",
      whenEarliest: '2031-03-04',
      whenLatest: '2031-03-04',
      whenTime: '9:15',
      whenText: 'Tuesday',
      whenTextKey: 'tuesday',
      whenBasis: 'DERIVED',
    });
    expect(await row('Event', globalId('Event', 'opening'))).toMatchObject({
      sortKey: '9999 opening of the tunnel',
      whenEarliest: null,
      whenTextKey: null,
      whenBasis: null,
    });
  });

  test('a mention has the wording around it and the credit of its photo', async () => {
    const inside = globalId('Mention', '100-harbour-tunnel', 250, 260, 'harbour-tunnel');
    const caption = globalId('Mention', '100-harbour-tunnel', 556, 567, 'ilse-brandt');
    const credit = globalId('Credit', '100-harbour-tunnel', 581, 594, 'lund-pictures', '', 'PHOTO', 1);
    expect(await row('Mention', inside)).toMatchObject({
      wordingId: globalId('Wording', '100-harbour-tunnel', 'iron-clad-pledge', 246, 286),
    });
    expect(await row('Mention', caption)).toMatchObject({ wordingId: null, figure: 1 });
    const links = await db.query({ text: 'SELECT * FROM "MentionPhotoCredit"', values: [] });
    expect(links).toEqual([{ mentionId: caption, creditId: credit }]);
  });

  test('an assertion concerns the proposals of its fields and those under "concerns"', async () => {
    const concerned = await db.query({
      text: `SELECT a."assertionType"::text AS "type", string_agg(p."slug", ' ' ORDER BY p."slug") AS "slugs"
        FROM "AssertionProposal" l JOIN "Assertion" a ON a."id" = l."assertionId" JOIN "Proposal" p ON p."id" = l."proposalId"
        WHERE a."articleId" = $1 GROUP BY a."id" ORDER BY a."assertionType", a."start"`,
      values: [globalId('Article', '100-harbour-tunnel')],
    });
    expect(concerned).toEqual([
      { type: 'POSITION', slugs: 'harbour-tunnel' },
      { type: 'POSITION', slugs: 'harbour-tunnel' },
      { type: 'PROPOSAL_STATUS', slugs: 'harbour-tunnel' },
      { type: 'PROPOSAL_LINK', slugs: 'bay-plan harbour-tunnel' },
      { type: 'MEMBERSHIP', slugs: 'harbour-tunnel' },
      { type: 'CLAIM', slugs: 'harbour-tunnel' },
      { type: 'CLAIM', slugs: 'harbour-tunnel' },
    ]);
  });

  test('an assertion has the words of its own article; a quote has every speaker that an article names', async () => {
    const words = await db.query({
      text: `SELECT a."gloss", w."text" FROM "AssertionWording" l JOIN "Assertion" a ON a."id" = l."assertionId"
        JOIN "Wording" w ON w."id" = l."wordingId" AND w."articleId" = a."articleId" ORDER BY a."sortKey"`,
      values: [],
    });
    expect(words).toEqual([
      { gloss: 'City officials doubt the tunnel.', text: 'a gamble' },
      { gloss: 'The towns are for the tunnel.', text: 'welcome the pledge' },
    ]);
    const speakers = await db.query({
      text: `SELECT q."slug", c."slug" AS "speaker" FROM "QuoteAttribution" l JOIN "Quote" q ON q."id" = l."quoteId"
        JOIN "Actor" c ON c."id" = l."actorId" ORDER BY q."slug"`,
      values: [],
    });
    expect(speakers).toEqual([
      { slug: 'iron-clad-pledge', speaker: 'ilse-brandt' },
      { slug: 'no-plan', speaker: '100-harbour-tunnel-city-official' },
      { slug: 'tunnel-a-gamble', speaker: '100-harbour-tunnel-city-officials' },
      { slug: 'welcome-the-pledge', speaker: '101-mayor-rules-out-tax-bay-towns' },
    ]);
  });

  test('a position has its side, a claim its amounts in whole units', async () => {
    const sides = await db.query({
      text: `SELECT "stance"::text, "side"::text FROM "Position" ORDER BY "stance"`,
      values: [],
    });
    expect(sides).toEqual([
      { stance: 'OPPOSES', side: 'AGAINST' },
      { stance: 'RESERVED', side: 'NEITHER' },
      { stance: 'SUPPORTS', side: 'FOR' },
    ]);
    const amounts = await db.query({
      text: `SELECT trim_scale("amount")::text AS "from", trim_scale("amountTo")::text AS "to" FROM "Claim" WHERE "amount" IS NOT NULL ORDER BY "amount"`,
      values: [],
    });
    expect(amounts).toEqual([
      { from: '4000000', to: '4000000.5' },
      { from: '40000000', to: null },
    ]);
  });
});

test('an amount keeps every digit, quoted or not', async () => {
  const stored = async (amount: string) => {
    await importFolder(db, datasetFolder({ [TUNNEL]: ['amount: 40000000', `amount: ${amount}`] }));
    const text = `SELECT trim_scale("amount")::text AS "amount" FROM "Claim" WHERE "unit" = 'CROWNS'`;
    return (await db.query<{ amount: string }>({ text, values: [] }))[0]?.amount;
  };
  expect(await stored('"90071992547409.123456"')).toBe('90071992547409.123456');
  expect(await stored('1.5e-25')).toBe('0.00000000000000000000000015');
  expect(await stored('1e3')).toBe('1000');
  expect(await stored('-0.10')).toBe('-0.1');
});

test.each([
  ['.city-official', true],
  ['ilse-brandt', false],
  ['ferrymen-of-port-lund', false],
])('the words of city officials that %s says too: one speaker is %j', async (speaker, consistent) => {
  const dir = datasetFolder({
    'quotes.yaml': ['no-plan: { about: [ilse-brandt] }\n', ''],
    [TUNNEL]: ['quote: no-plan', 'quote: tunnel-a-gamble'],
  });
  changeFile(join(dir, TUNNEL), ['speaker: .city-official,', `speaker: ${speaker},`]);
  await importFolder(db, dir);
  expect(await quote('tunnel-a-gamble')).toMatchObject({ consistent, text: 'a gamble … no plan' });
});

test('a disagreement is ordered by its first account, and has the articles of its accounts', async () => {
  await importFixture();
  const id = globalId('Disagreement', 'is-the-tunnel-wanted');
  expect(await row('Disagreement', id)).toMatchObject({
    sortKey: '100-harbour-tunnel/0000306',
    kind: 'DIFFERENT_SCOPE',
  });
  const articles = await db.query<{ slug: string }>({
    text: `SELECT "slug" FROM "DisagreementArticle" JOIN "Article" a ON a."id" = "articleId" WHERE "disagreementId" = $1 ORDER BY "slug"`,
    values: [id],
  });
  expect(articles.map(({ slug }) => slug)).toEqual(['100-harbour-tunnel', '101-mayor-rules-out-tax']);
});

test('a wording that changes keeps its disagreements', async () => {
  const dir = await importFixture();
  changeFile(join(dir, REWRITE), ['gloss: The pledge is firm.', 'gloss: The pledge is hard.']);
  await importFolder(db, dir);
  expect(await importFolder(db, dir)).toMatchObject({ unchanged: true });
});

test('only rows that differ are written, and the revision rises', async () => {
  const dir = await importFixture();
  const { revision } = await importFolder(db, dir);
  changeFile(join(dir, 'people.yaml'), ['name: Ada Quist', 'name: Ada Kvist']);
  changeFile(join(dir, REWRITE), ['stance: SUPPORTS', 'stance: ACCEPTS']);
  expect(await importFolder(db, dir)).toMatchObject({
    revision: revision + 1,
    unchanged: false,
    changes: {
      Person: { added: 0, changed: 1, removed: 0 },
      Position: { added: 0, changed: 1, removed: 0 },
    },
  });
  expect(await row('Actor', person('ada-quist'))).toMatchObject({ name: 'Ada Kvist', sortKey: 'ada kvist' });
});

test('an article that changes keeps its publishers', async () => {
  const dir = datasetFolder({ [TUNNEL]: ['capacity: PRODUCER', 'capacity: PUBLISHER'] });
  await importFolder(db, dir);
  const text = 'SELECT "articleId", "outletId" FROM "ArticlePublisher"';
  const before = await db.query({ text, values: [] });
  expect(before).toHaveLength(1);
  changeFile(join(dir, TUNNEL), ['section: Local', 'section: City']);
  expect((await importFolder(db, dir)).changes).toEqual({ Article: { added: 0, changed: 1, removed: 0 } });
  expect(await db.query({ text, values: [] })).toEqual(before);
});

test('an entry that is removed from the files is deleted from the database, with its links', async () => {
  const dir = await importFixture();
  changeFile(join(dir, REWRITE), null);
  changeFile(join(dir, 'disagreements.yaml'), null);
  changeFile(join(dir, 'quotes.yaml'), ['welcome-the-pledge: { proposals: [bay-declaration, harbour-tunnel] }\n', '']);
  const { changes } = await importFolder(db, dir);
  expect(changes).toEqual({
    Account: { added: 0, changed: 0, removed: 4 },
    Article: { added: 0, changed: 0, removed: 1 },
    ArticleLink: { added: 0, changed: 0, removed: 1 },
    Contrast: { added: 0, changed: 0, removed: 2 },
    Source: { added: 0, changed: 0, removed: 1 },
    Quote: { added: 0, changed: 0, removed: 1 },
    Wording: { added: 0, changed: 0, removed: 2 },
    Membership: { added: 0, changed: 0, removed: 1 },
    Position: { added: 0, changed: 0, removed: 1 },
    Disagreement: { added: 0, changed: 0, removed: 2 },
  });
});

test('positions in a list, texts of articles and former slugs may move from one row to another', async () => {
  const dir = await importFixture();
  const [a, b] = [
    '5bd768373416263976b2ac77ed0a44332b975e56c07b3317b2e7775f7defe654',
    '1152c64847bcc4898510ef1281942573711e1850a9f77d15dd46d3477c7b2020',
  ];
  changeFile(join(dir, TUNNEL), [a, b]);
  changeFile(join(dir, REWRITE), [b, a]);
  changeFile(join(dir, 'people.yaml'), [', formerSlugs: [i-brandt]', '']);
  changeFile(join(dir, 'people.yaml'), ['{ name: Ada Quist }', '{ name: Ada Quist, formerSlugs: [i-brandt] }']);
  const echo = /^ {2}- \{ quote: iron-clad-pledge.*\n/m.exec(readFileSync(join(dir, TUNNEL), 'utf8'))?.[0] ?? '';
  changeFile(join(dir, TUNNEL), [echo, '']);
  const { changes } = await importFolder(db, dir);
  expect(changes).toMatchObject({
    Article: { changed: 2 },
    Person: { added: 0, changed: 1, removed: 0 },
    Wording: { added: 0, changed: 4, removed: 1 },
  });
  const fresh = await testDatabase();
  await importFolder(fresh, dir);
  expect(await dump(db)).toEqual(await dump(fresh));
});

test('a new comment makes no revision, but its file gets a new checksum', async () => {
  const dir = await importFixture();
  const { revision } = await importFolder(db, dir);
  changeFile(join(dir, 'people.yaml'), ['# Invented', '# Freely invented']);
  expect(await importedChecksum(db)).not.toBe(await folderChecksum(dir));
  expect(await importFolder(db, dir)).toMatchObject({ revision, unchanged: true, changes: {} });
  expect(await importedChecksum(db)).toBe(await folderChecksum(dir));
});

test('if there are problems, all of them are reported and nothing is written', async () => {
  await importFixture();
  const [before, checksum] = [await dump(db), await importedChecksum(db)];
  const dir = datasetFolder({
    'people.yaml': ['name: Ada Quist', 'name: Ada Kvist'],
    [TUNNEL]: ['proposal: harbour-tunnel\n', 'proposal: harbor-tunnel\n'],
    [REWRITE]: ['language: en', 'language:'],
  });
  const failure = await importFolder(db, dir).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ImportError);
  expect(failure).toMatchObject({
    code: 'IMPORT_REJECTED',
    message: [
      `${join(dir, TUNNEL)}:82:15: unknown proposal "harbor-tunnel": did you mean "harbour-tunnel"?`,
      `${join(dir, REWRITE)}:2:10: "language" is empty: fill it or remove it`,
    ].join('\n'),
  });
  expect([await dump(db), await importedChecksum(db)]).toEqual([before, checksum]);
});

test('an import that fails half-way changes nothing', async () => {
  await importFixture();
  const [before, checksum] = [await dump(db), await importedChecksum(db)];
  const dir = datasetFolder({
    'people.yaml': ['name: Ada Quist', 'name: Ada Kvist'],
    'disagreements.yaml': null,
    [REWRITE]: null,
  });
  changeFile(join(dir, 'quotes.yaml'), ['welcome-the-pledge: { proposals: [bay-declaration, harbour-tunnel] }\n', '']);
  const stop = () => {
    throw new Error('pulled the plug');
  };
  await expect(importFolder(db, dir, { onProgress: stop })).rejects.toThrow('pulled the plug');
  expect([await dump(db), await importedChecksum(db)]).toEqual([before, checksum]);
});
