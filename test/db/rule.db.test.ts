import { beforeAll, describe, expect, test } from 'vitest';
import type { Database, Session } from '../../src/db/database.ts';
import { models } from '../../src/model/model.ts';
import { testDatabase } from '../support/database.ts';
import { type Row, validRows } from './valid-rows.ts';

type Key = keyof typeof validRows;
type Change = Row | null;

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

test('rows that satisfy every rule are accepted, in any order', async () => {
  await attempt({});
  await attempt({}, Object.keys(validRows).reverse());
});

test('every table has a row here', () => {
  const tables = new Set(Object.keys(validRows).map(tableOf));
  expect([...tables].sort()).toEqual(
    Object.values(models)
      .map((model) => model.table)
      .sort(),
  );
});

describe.each<[rule: string, cases: [key: Key, change: Change][]]>([
  [
    'Article_slug_check',
    [
      ['Article', { slug: 'An article' }],
      ['Article', { slug: '-a' }],
      ['Article', { slug: '' }],
    ],
  ],
  ['Outlet_slug_check', [['Outlet', { slug: 'O' }]]],
  ['Actor_slug_check', [['Actor/person', { slug: 'ann lee' }]]],
  ['ActorSlug_slug_check', [['ActorSlug/person', { slug: 'Ann' }]]],
  ['Proposal_slug_check', [['Proposal', { slug: 'plan_b' }]]],
  ['Event_slug_check', [['Event', { slug: 'talks!' }]]],
  ['Quote_slug_check', [['Quote', { slug: 'wörds' }]]],
  ['Assertion_ref_check', [['Assertion/claim', { ref: 'The sum' }]]],
  ['Wording_ref_check', [['Wording', { ref: '' }]]],
  ['Disagreement_slug_check', [['Disagreement', { slug: 'how much' }]]],
  ['ClaimKey_name_check', [['ClaimKey', { name: 'Sum' }]]],

  ['Article_headline_check', [['Article', { headline: '' }]]],
  ['Article_summary_check', [['Article', { summary: '' }]]],
  ['Outlet_name_check', [['Outlet', { name: '' }]]],
  ['Actor_name_check', [['Actor/person', { name: '' }]]],
  ['Source_printedAs_check', [['Source', { printedAs: '' }]]],
  ['Alias_text_check', [['Alias', { text: '' }]]],
  ['Proposal_name_check', [['Proposal', { name: '' }]]],
  ['Proposal_summary_check', [['Proposal', { summary: '' }]]],
  ['Event_name_check', [['Event', { name: '' }]]],
  ['Quote_text_check', [['Quote', { text: '' }]]],
  ['Wording_gloss_check', [['Wording', { gloss: '' }]]],
  ['Assertion_gloss_check', [['Assertion/claim', { gloss: '' }]]],
  ['ProposalStatus_verb_check', [['ProposalStatus', { verb: '' }]]],
  ['Title_text_check', [['Title', { text: '' }]]],
  ['Claim_value_check', [['Claim', { value: '' }]]],
  ['Disagreement_topic_check', [['Disagreement', { topic: '' }]]],
  ['ClaimKey_description_check', [['ClaimKey', { description: '' }]]],

  [
    'Article_keys_check',
    [
      ['Article', { section: 'Politics' }],
      ['Article', { datelineKey: 'berlin' }],
    ],
  ],
  ['Source_keys_check', [['Source', { anonymityReason: 'fear' }]]],
  ['Event_keys_check', [['Event', { place: 'Berlin' }]]],
  [
    'Wording_keys_check',
    [
      ['Wording', { textKey: null }],
      ['Wording', { venueKey: 'dinner' }],
    ],
  ],
  ['Position_keys_check', [['Position', { condition: 'if asked' }]]],

  [
    'Article_published_check',
    [
      ['Article', { publishedEarliest: '2025-12-16' }],
      ['Article', { publishedBasis: null }],
      ['Article', { publishedEarliest: null, publishedLatest: null }],
    ],
  ],
  ['Article_updated_check', [['Article', { updatedTime: '6:05 AM' }]]],
  [
    'Event_when_check',
    [
      ['Event', { whenBasis: 'UNKNOWN' }],
      ['Event', { whenLatest: '2025-12-16' }],
    ],
  ],
  ['Wording_said_check', [['Wording', { saidEarliest: '2025-12-16', saidLatest: '2025-12-15', saidBasis: 'DERIVED' }]]],

  ['Article_language_check', [['Article', { language: 'English' }]]],
  ['Article_textSha256_check', [['Article', { textSha256: 'A'.repeat(64) }]]],
  ['Article_textLength_check', [['Article', { textLength: 0 }]]],
  ['ArticleText_body_check', [['ArticleText', { body: '' }]]],
  ['ArticleText_sha256_check', [['ArticleText', { body: 'text.' }]]],
  ['ArticleText_articleId_sha256_fkey', [['Article', { textSha256: 'c'.repeat(64) }]]],
  ['Article_url_check', [['Article', { url: 'example.org/story' }]]],

  [
    'Wording_span_check',
    [
      ['Wording', { start: 4 }],
      ['Wording', { start: -1, end: 3 }],
      ['Wording', { end: 5 }],
      ['Wording', { paragraph: 0 }],
      ['Wording', { sha256: 'abc' }],
    ],
  ],
  [
    'Assertion_span_check',
    [
      ['Assertion/title', { end: 0 }],
      ['Assertion/title', { sha256: '' }],
    ],
  ],
  [
    'Mention_span_check',
    [
      ['Mention', { start: 7 }],
      ['Mention', { text: 'Anna' }],
    ],
  ],

  [
    'Wording_rendering_check',
    [
      ['Wording', { rendering: 'REPORTED' }],
      ['Wording', { form: null }],
      ['Wording', { rendering: 'ECHO', text: null, textKey: null, form: null }],
    ],
  ],
  ['Wording_ordinal_check', [['Wording', { ordinal: 0 }]]],
  [
    'Wording_whole_check',
    [
      ['Wording', { wholeStart: null }],
      ['Wording', { wholeStart: 5 }],
      ['Wording', { wholeStart: -1 }],
      ['Wording', { rendering: 'REPORTED', text: null, textKey: null, form: null }],
    ],
  ],
  ['WordingPart_ordinal_check', [['WordingPart', { ordinal: 0 }]]],
  ['WordingPart_keys_check', [['WordingPart', { wholeKey: null }]]],
  [
    'WordingPart_change_check',
    [
      ['WordingPart', { change: 'LEFT_OUT' }],
      ['WordingPart', { change: 'ADDED' }],
      ['WordingPart', { text: null, textKey: null }],
      ['WordingPart', { change: 'CHANGED', whole: null, wholeKey: null }],
    ],
  ],
  ['QuoteDistinction_other_check', [['QuoteDistinction', { otherId: 'Quote_1' }]]],

  [
    'Alias_subject_check',
    [
      ['Alias', { actorId: null }],
      ['Alias', { proposalId: 'Proposal_1' }],
    ],
  ],
  [
    'Mention_subject_check',
    [
      ['Mention', { actorId: null }],
      ['Mention', { proposalId: 'Proposal_1' }],
    ],
  ],
  [
    'Credit_subject_check',
    [
      ['Credit', { outletId: null }],
      ['Credit', { contributorId: 'Person_1' }],
    ],
  ],
  [
    'Claim_subject_check',
    [
      ['Claim', { aboutProposalId: null }],
      ['Claim', { aboutEventId: 'Event_1' }],
    ],
  ],

  ['Source_partOf_check', [['Source', { partOfId: 'Source_1' }]]],
  ['ProposalLink_target_check', [['ProposalLink', { targetId: 'Proposal_1' }]]],
  ['Membership_group_check', [['Membership', { memberId: 'Organisation_1' }]]],
  ['Claim_convertedFrom_check', [['Claim', { convertedFromId: 'Claim_1' }]]],

  [
    'Position_side_check',
    [
      ['Position', { side: 'AGAINST' }],
      ['Position', { stance: 'EXPECTED_TO_OPPOSE', side: 'AGAINST' }],
      ['Position', { stance: 'OPPOSES', side: 'NEITHER' }],
    ],
  ],

  ['Credit_ordinal_check', [['Credit', { ordinal: 0 }]]],
  ['Credit_figure_check', [['Credit', { figure: 0 }]]],
  [
    'Mention_figure_check',
    [
      ['Mention', { figure: 0 }],
      ['Mention', { zone: 'BODY' }],
    ],
  ],

  [
    'Claim_amount_check',
    [
      ['Claim', { comparator: null }],
      ['Claim', { amountTo: '1' }],
      ['Claim', { amount: null, comparator: null, unit: null }],
      ['Claim', { amount: null, amountTo: null, comparator: null }],
      ['Claim', { unit: 'euros' }],
    ],
  ],
  ['Revision_number_check', [['Revision', { number: -1 }]]],
  ['Revision_filesSha256_check', [['Revision', { filesSha256: '' }]]],
  ['RevisionFile_sha256_check', [['RevisionFile', { sha256: 'x' }]]],
  [
    'RevisionChange_counts_check',
    [
      ['RevisionChange', { added: 0 }],
      ['RevisionChange', { removed: -1 }],
    ],
  ],
  ['ArticleLink_gloss_check', [['ArticleLink', { gloss: '' }]]],
  ['ArticleLink_target_check', [['ArticleLink', { targetId: 'Article_1' }]]],

  [
    'Actor_subtype_check',
    [
      ['Person', null],
      ['Actor/person', { actorType: 'ORGANISATION' }],
    ],
  ],
  [
    'Actor_resolves_check',
    [
      ['ActorSlug/person', null],
      ['ActorSlug/person', { slug: 'anna' }],
    ],
  ],
  [
    'Assertion_subtype_check',
    [
      ['Membership', null],
      ['Assertion/claim', { assertionType: 'TITLE' }],
    ],
  ],
  [
    'Disagreement_accounts_check',
    [
      ['DisagreementAssertion', null],
      ['DisagreementWording', null],
    ],
  ],
  ['Position_id_assertionType_fkey', [['Assertion/position', null]]],
  ['Person_actorType_check', [['Person', { actorType: 'SOURCE' }]]],
  ['Title_assertionType_check', [['Title', { assertionType: 'CLAIM' }]]],
  ['Source_articleId_fkey', [['Source', { articleId: 'Article_9' }]]],
  ['Claim_key_fkey', [['Claim', { key: 'unheard-of' }]]],
  ['Article_id_check', [['Article', { id: 'Artikel_1' }]]],
  ['Proposal_slug_key', [['Proposal', { slug: 'whole' }]]],
])('%s', (rule, cases) => {
  test.each(cases)('rejects %s with %j', async (key, change) => {
    await expect(attempt({ [key]: change })).rejects.toMatchObject({ constraint: rule });
  });
});

test.each(Object.values(models).filter((model) => model.supertype))(
  '$name holds only rows of its own type and id',
  async (model) => {
    const key = Object.keys(validRows).find((candidate) => candidate === model.name);
    const typeColumn = model.supertype?.typeColumn ?? '';
    const otherType = typeColumn === 'actorType' ? ['PERSON', 'SOURCE'] : ['CLAIM', 'TITLE'];
    const wrong = otherType.find((type) => type !== model.supertype?.type);
    await expect(attempt({ [String(key)]: { [typeColumn]: wrong } })).rejects.toMatchObject({
      constraint: `${model.table}_${typeColumn}_check`,
    });
  },
);

test.each(
  Object.values(models).filter(
    (model) => 'id' in model.columns && model.name !== 'Actor' && model.name !== 'Assertion',
  ),
)('an id of $name names it', async (model) => {
  await expect(attempt({ [model.name]: { id: 'Other_1' } })).rejects.toMatchObject({
    constraint: `${model.table}_id_check`,
  });
});

test('texts are ordered by code point, even if the database has another collation', async () => {
  const collations = await database.query<{ collation: string; count: number }>({
    text: `SELECT collation_name AS collation, count(*) AS count FROM information_schema.columns
           JOIN information_schema.tables USING (table_schema, table_name) WHERE table_type = 'BASE TABLE'
           AND table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type = 'text' GROUP BY 1`,
    values: [],
  });
  expect(collations).toEqual([{ collation: 'C', count: expect.any(Number) }]);
});

test('a reference is checked at the end of the transaction, and never quietly set to null', async () => {
  const others = await database.query({
    text: `SELECT conname FROM pg_constraint
           WHERE contype = 'f' AND NOT (condeferrable AND condeferred AND confdeltype IN ('a', 'c'))`,
    values: [],
  });
  expect(others).toEqual([]);
});

test('a disagreement cannot lose its accounts', async () => {
  const work = async (session: Session) => {
    for (const [key, row] of Object.entries(validRows)) await insert(session, tableOf(key), row);
    await session.script(
      'DELETE FROM "Claim"; DELETE FROM "Assertion" WHERE "id" = \'Claim_1\'; SET CONSTRAINTS ALL IMMEDIATE',
    );
  };
  await expect(database.transaction(work)).rejects.toMatchObject({ constraint: 'Disagreement_accounts_check' });
});

class Undone extends Error {}

/** Inserts the valid rows with some of them changed, or left out (null), and rolls back at the end. */
async function attempt(changes: Readonly<Record<string, Change>>, order = Object.keys(validRows)): Promise<void> {
  const work = async (session: Session) => {
    for (const key of order) {
      const change = changes[key];
      if (change !== null) await insert(session, tableOf(key), { ...validRows[key as Key], ...change });
    }
    await session.script('SET CONSTRAINTS ALL IMMEDIATE');
    throw new Undone();
  };
  await database.transaction(work).catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
}

async function insert(session: Session, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  await session.query({
    text: `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
           VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    values: Object.values(row),
  });
}

function tableOf(key: string): string {
  return key.split('/')[0] ?? key;
}
