import { expect, test } from 'vitest';
import { checkFolder } from '../../../src/import/import.ts';
import { formatProblem } from '../../../src/text/problem.ts';
import { datasetFolder, type FileChange } from '../../support/dataset-folder.ts';

const TUNNEL = 'articles/100-harbour-tunnel.yaml';
const REWRITE = 'articles/101-mayor-rules-out-tax.yaml';

const cases: readonly [name: string, changes: Readonly<Record<string, FileChange>>, problems: readonly string[]][] = [
  [
    'a disagreement with one account',
    { 'disagreements.yaml': [', 100-harbour-tunnel.doubts]', ']'] },
    [
      'disagreements.yaml:9:3: a disagreement needs at least two accounts: list them under "accounts", or single passages under "assertions" and "wordings"',
    ],
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
