import { expect, test } from 'vitest';
import { checkFolder } from '../../../src/import/import.ts';
import type { Rows } from '../../../src/import/rows.ts';
import { formatProblem } from '../../../src/text/problem.ts';
import { datasetFolder, type FileChange } from '../../support/dataset-folder.ts';
import { rowsOf } from '../../support/files-in-memory.ts';
import { asserted, smallArticle } from '../../support/small-article.ts';

const TUNNEL = 'articles/100-harbour-tunnel.yaml';
const REWRITE = 'articles/101-mayor-rules-out-tax.yaml';

/** The passages of the second disagreement, as the file lists them. */
const LISTED = '  assertions: [101-mayor-rules-out-tax.towns, 100-harbour-tunnel.doubts]\n';

const cases: readonly [name: string, changes: Readonly<Record<string, FileChange>>, problems: readonly string[]][] = [
  [
    'a disagreement with one account',
    { 'disagreements.yaml': [', 100-harbour-tunnel.doubts]', ']'] },
    [
      'disagreements.yaml:9:3: a disagreement needs at least two accounts: list them under "accounts", or single passages under "assertions" and "wordings"',
    ],
  ],
  [
    'an account without a passage',
    {
      'disagreements.yaml': [LISTED, '  accounts: [{ assertions: [101-mayor-rules-out-tax.towns] }, { says: No. }]\n'],
    },
    ['disagreements.yaml:11:63: this account has no passage: list at least one under "assertions" or "wordings"'],
  ],
  [
    'accounts, and passages outside of them',
    {
      'disagreements.yaml': [
        LISTED,
        `  accounts: [{ assertions: [101-mayor-rules-out-tax.towns] }, { assertions: [100-harbour-tunnel.doubts] }]\n${LISTED}`,
      ],
    },
    ['disagreements.yaml:12:15: list the assertions and wordings under "accounts" only'],
  ],
  [
    'kinds between accounts that do not exist, are the same or are given twice',
    {
      'disagreements.yaml': [
        LISTED,
        `${LISTED}  between:
    - { accounts: [1, 3], kind: CERTAINTY }
    - { accounts: [2, 2], kind: CERTAINTY }
    - { accounts: [1, 2], kind: CERTAINTY }
    - { accounts: [2, 1], kind: WORDING }
`,
      ],
    },
    [
      'disagreements.yaml:13:19: there is no account 3: the last one is 2',
      'disagreements.yaml:14:19: an account does not differ from itself: write the numbers of two accounts',
      'disagreements.yaml:16:19: accounts 1 and 2 are already in this list',
    ],
  ],
  [
    'kinds between something other than two accounts',
    {
      'disagreements.yaml': [
        LISTED,
        `${LISTED}  between:
    - { accounts: [0, 1], kind: CERTAINTY }
    - { accounts: [1], kind: CERTAINTY }
    - { accounts: [1, 2, 2], kind: CERTAINTY }
    - { accounts: [1.5, two], kind: CERTAINTY }
`,
      ],
    },
    [
      'disagreements.yaml:13:20: entry 1 of "accounts" is below 1',
      'disagreements.yaml:14:19: "accounts" must be the numbers of two accounts, for example [1, 2]',
      'disagreements.yaml:15:19: "accounts" must be the numbers of two accounts, for example [1, 2]',
      'disagreements.yaml:16:20: entry 1 of "accounts" must be a whole number',
      'disagreements.yaml:16:25: entry 2 of "accounts" must be a number, not a text',
    ],
  ],
  [
    'an assumption that is stated',
    { 'disagreements.yaml': [LISTED, `${LISTED}  assumption: They mean one tunnel.\n  basis: STATED\n`] },
    ['disagreements.yaml:13:10: with an "assumption" the basis is INFERRED: change "basis", or leave it out'],
  ],
  [
    'a disagreement of a passage with itself',
    {
      'disagreements.yaml': ['101-mayor-rules-out-tax.towns, ', '100-harbour-tunnel.city, '],
      [TUNNEL]: [
        'statuses:\n',
        'statuses:\n  - { ref: city, proposal: bay-plan, status: PLANNED, verb: called, span: { start: 306, end: 336, paragraph: 5, sha256: "eef4383cfd1e065643bb5b3d3780d61c3b22e09466404551438cf9267754d38c" }, gloss: Planned., basis: STATED }\n',
      ],
    },
    [
      'disagreements.yaml:8:1: all of its accounts are the same passage of one article, which cannot disagree with itself',
      'disagreements.yaml:12:31: none of the accounts is about "bay-declaration": remove it from "proposals", or add an account that is',
      'disagreements.yaml:13:12: none of the accounts is about "bay-towns": remove it from "actors", or add an account that is',
    ],
  ],
  [
    'an account of an unknown article',
    { 'disagreements.yaml': ['[100-harbour-tunnel.at', '[100-harbor-tunnel.at'] },
    ['disagreements.yaml:4:16: unknown article "100-harbor-tunnel": did you mean "100-harbour-tunnel"?'],
  ],
  [
    'an unknown account',
    { 'disagreements.yaml': ['tunnel.doubts', 'tunnel.doubt'] },
    [
      'disagreements.yaml:11:47: unknown assertion "100-harbour-tunnel.doubt": did you mean "100-harbour-tunnel.doubts"?',
    ],
  ],
  [
    'an unknown account that resembles none',
    { 'disagreements.yaml': ['tunnel.doubts', 'tunnel.x'] },
    ['disagreements.yaml:11:47: unknown assertion "100-harbour-tunnel.x": add "ref: x" to the entry you mean'],
  ],
  [
    'a wording among the assertions',
    { 'disagreements.yaml': ['100-harbour-tunnel.doubts', '101-mayor-rules-out-tax.pledge'] },
    ['disagreements.yaml:11:47: "101-mayor-rules-out-tax.pledge" is a wording, not an assertion'],
  ],
  [
    'an account without its article',
    { 'disagreements.yaml': ['100-harbour-tunnel.doubts', 'doubts'] },
    ['disagreements.yaml:11:47: entry 2 of "assertions" is not a reference into an article: write <article>.<ref>'],
  ],
  [
    'an account given twice',
    { 'disagreements.yaml': ['100-harbour-tunnel.doubts]', '100-harbour-tunnel.doubts, 100-harbour-tunnel.doubts]'] },
    ['disagreements.yaml:11:74: "100-harbour-tunnel.doubts" is already listed, at disagreements.yaml:11'],
  ],
  [
    'an unknown kind of disagreement',
    { 'disagreements.yaml': ['kind: DIFFERENT_SCOPE', 'kind: SCOPE'] },
    [
      'disagreements.yaml:10:9: "kind" cannot be "SCOPE": accepted are CONTRADICTION, DIFFERENT_SCOPE, CHANGE_OVER_TIME, CERTAINTY, WORDING',
    ],
  ],
  [
    'a disagreement about something that none of its accounts is about',
    {
      'disagreements.yaml': [
        'events: [brandt-tunnel-remarks]\n  actors: [ilse-brandt]',
        'events: [brandt-tunnel-remarks, opening]\n  actors: [lars]\n  proposals: [harbour-tunnel, bay-plan]',
      ],
      'people.yaml': ['ada-quist:', 'lars: { name: Lars }\nada-quist:'],
    },
    [
      'disagreements.yaml:6:35: none of the accounts is about "opening": remove it from "events", or add an account that is',
      'disagreements.yaml:7:12: none of the accounts is about "lars": remove it from "actors", or add an account that is',
      'disagreements.yaml:8:31: none of the accounts is about "bay-plan": remove it from "proposals", or add an account that is',
    ],
  ],
  [
    'a local name of an assertion and a wording',
    { [REWRITE]: ['ref: pledge }', 'ref: towns }'] },
    [
      'articles/101-mayor-rules-out-tax.yaml:15:5: "towns" is already a wording, at articles/101-mayor-rules-out-tax.yaml:10',
      'disagreements.yaml:5:14: unknown wording "101-mayor-rules-out-tax.pledge": add "ref: pledge" to the entry you mean',
    ],
  ],
  [
    'broken YAML in an article: references to it are not checked',
    { [REWRITE]: ['language: en', 'language: "en'] },
    ['articles/101-mayor-rules-out-tax.yaml:2:11: this quotation mark is never closed: repeat it after the last word'],
  ],
];

test.each(cases)('%s', async (_, changes, expected) => {
  const dir = datasetFolder(changes);
  const { problems } = await checkFolder(dir);
  expect(problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, ''))).toEqual(expected);
});

test('passages that are listed directly are one account each, and each two of them differ in the same way', () => {
  const rows = rowsOf(dataset(['a', 'b', 'c'].map((name) => `x.${name}`)));
  expect(accountsOf(rows)).toEqual([['a'], ['b'], ['c']]);
  expect(rows.all('Contrast').map(({ kind }) => kind)).toEqual(['CERTAINTY', 'CERTAINTY', 'CERTAINTY']);
});

test('accounts share what agrees, and two of them can differ in another way', () => {
  const accounts = [{ says: 'A.', assertions: ['x.a', 'x.b'] }, { assertions: ['x.c'] }, { assertions: ['x.d'] }];
  const rows = rowsOf(dataset({ accounts, between: [{ accounts: [3, 1], kind: 'CONTRADICTION' }] }));
  expect(accountsOf(rows)).toEqual([['a', 'b'], ['c'], ['d']]);
  expect(rows.all('Contrast').map(({ kind }) => kind)).toEqual(['CERTAINTY', 'CONTRADICTION', 'CERTAINTY']);
  expect(rows.all('DisagreementAssertion')).toHaveLength(4);
  expect(rows.all('AccountArticle')).toHaveLength(3);
});

/** A dataset with one article `x` of four claims, a to d, and one disagreement between them. */
function dataset(between: readonly string[] | object): Readonly<Record<string, string>> {
  const claim = (ref: string) => asserted({ ref, aboutActor: 'town', key: 'size', value: ref });
  const listed = Array.isArray(between) ? { assertions: between } : between;
  return {
    'organisations.yaml': '{ town: { name: Town, kind: GROUP } }',
    'claim-keys.yaml': '{ size: A size. }',
    'articles/x.yaml': smallArticle('x', { claims: ['a', 'b', 'c', 'd'].map(claim) }),
    'disagreements.yaml': JSON.stringify({ sizes: { topic: 'Its size.', kind: 'CERTAINTY', ...listed } }),
  };
}

function accountsOf(rows: Rows): readonly (readonly string[])[] {
  return rows
    .all('Account')
    .map(({ id }) =>
      rows
        .where('AccountAssertion', 'accountId', id)
        .map(({ assertionId }) => rows.get('Assertion', assertionId)?.ref ?? ''),
    );
}
