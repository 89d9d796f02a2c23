import { expect, test } from 'vitest';
import { checkFolder } from '../../src/import/import.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { datasetFolder, type FileChange } from '../support/dataset-folder.ts';

const TUNNEL = 'articles/100-harbour-tunnel.yaml';
const REWRITE = 'articles/101-mayor-rules-out-tax.yaml';

/** The folder's problems, each as a line without the folder's own path. */
async function problemsOf(changes: Readonly<Record<string, FileChange>>): Promise<string[]> {
  const dir = datasetFolder(changes);
  const { problems } = await checkFolder(dir);
  return problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, '').replaceAll(dir, 'seeds'));
}

test('the invented dataset has no problems, and every kind of entity', async () => {
  const { problems, counts } = await checkFolder(datasetFolder());
  expect(problems).toEqual([]);
  expect(counts).toMatchObject({
    Article: 2,
    Source: 3,
    Wording: 7,
    Assertion: 16,
    Claim: 4,
    Mention: 3,
    Disagreement: 2,
    DisagreementArticle: 4,
    MentionPhotoCredit: 1,
  });
});

test('quotations that touch do not overlap', async () => {
  expect(await problemsOf({ [TUNNEL]: ['span: { start: 416, end: 423,', 'span: { start: 335, end: 342,'] })).toEqual(
    [],
  );
});

const cases: readonly [name: string, changes: Readonly<Record<string, FileChange>>, problems: readonly string[]][] = [
  [
    'an article derived from itself, or from one that does not exist',
    {
      [REWRITE]: ['article: 100-harbour-tunnel,', 'article: 100-harbor-tunnel,'],
      [TUNNEL]: [
        '\nsources:',
        '\nderivedFrom:\n  - { article: 100-harbour-tunnel, relation: REVISES, basis: STATED, gloss: It is. }\n\nsources:',
      ],
    },
    [
      'articles/100-harbour-tunnel.yaml:18:16: an article cannot be derived from itself: remove this entry',
      'articles/101-mayor-rules-out-tax.yaml:17:16: unknown article "100-harbor-tunnel": did you mean "100-harbour-tunnel"?',
    ],
  ],
  [
    'an unknown actor',
    { [TUNNEL]: ['actor: ferrymen-of-port-lund', 'actor: ferrymen-of-port-lond'] },
    [
      'articles/100-harbour-tunnel.yaml:81:12: unknown actor "ferrymen-of-port-lond": did you mean "ferrymen-of-port-lund"?',
    ],
  ],
  [
    'an unknown source of the article',
    { [TUNNEL]: ['speaker: .city-official,', 'speaker: .city-oficial,'] },
    ['articles/100-harbour-tunnel.yaml:78:262: unknown source ".city-oficial": did you mean ".city-official"?'],
  ],
  [
    'an unknown source that resembles none',
    { [TUNNEL]: ['speaker: .city-official,', 'speaker: .donald,'] },
    [
      'articles/100-harbour-tunnel.yaml:78:262: unknown source ".donald": the sources of this article are .city-officials, .city-official',
    ],
  ],
  [
    'a source in an article that has none',
    {
      [REWRITE]: [
        'sources:\n  bay-towns: { printedAs: The towns of the bay, collective: true, memberOf: bay-towns, document: bay-declaration }\n',
        '',
      ],
    },
    [
      'articles/101-mayor-rules-out-tax.yaml:9:282: unknown source ".bay-towns": this article has no sources; add it under "sources"',
      'articles/101-mayor-rules-out-tax.yaml:13:14: unknown source ".bay-towns": this article has no sources; add it under "sources"',
    ],
  ],
  [
    'a source of another article',
    { [REWRITE]: ['speaker: .bay-towns', 'speaker: 100-harbour-tunnel-city-officials'] },
    [
      'articles/101-mayor-rules-out-tax.yaml:11:282: "100-harbour-tunnel-city-officials" is a source: write the .key of a source of this article',
    ],
  ],
  [
    'a reference to something of another kind',
    { [TUNNEL]: ['{ actor: ilse-brandt, text: Brandt', '{ actor: bay-news, text: Brandt'] },
    ['articles/100-harbour-tunnel.yaml:27:14: "bay-news" is an outlet, not an actor'],
  ],
  [
    'a former slug of an actor',
    { [TUNNEL]: ['{ actor: ilse-brandt, text: Brandt', '{ actor: i-brandt, text: Brandt'] },
    ['articles/100-harbour-tunnel.yaml:27:14: "i-brandt" is now called "ilse-brandt"'],
  ],
  [
    'an unknown proposal in a register',
    { 'events.yaml': ['bay-plan]', 'bay-plans]'] },
    ['events.yaml:6:31: unknown proposal "bay-plans": did you mean "bay-plan"?'],
  ],
  [
    'a quote distinct from an unknown quote, and from itself',
    { 'quotes.yaml': ['no-plan: {', 'no-plan: { distinctFrom: [no-plans, no-plan],'] },
    [
      'quotes.yaml:3:27: unknown quote "no-plans": did you mean "no-plan"?',
      'quotes.yaml:3:37: a quote cannot be distinct from itself: remove it from this list',
    ],
  ],
  [
    'an unknown quote, which leaves another without a wording',
    { [TUNNEL]: ['quote: no-plan', 'quote: no-plane'] },
    [
      'articles/100-harbour-tunnel.yaml:78:14: unknown quote "no-plane": did you mean "no-plan"?',
      'quotes.yaml:3:1: no article has a wording of this quote: add one or remove the quote',
    ],
  ],
  [
    'an unknown title',
    { [TUNNEL]: ['speakerTitle: brandt-mayor', 'speakerTitle: brandt-major'] },
    ['articles/100-harbour-tunnel.yaml:60:19: unknown title "brandt-major": did you mean "brandt-mayor"?'],
  ],
  [
    'a title of another person',
    { [TUNNEL]: ['speaker: ilse-brandt\n    speakerTitle', 'speaker: ada-quist\n    speakerTitle'] },
    ['articles/100-harbour-tunnel.yaml:60:19: this title belongs to someone other than the speaker'],
  ],
  [
    'an unknown claim key',
    { [TUNNEL]: ['key: seat', 'key: seats'] },
    ['articles/100-harbour-tunnel.yaml:106:35: unknown claim key "seats": did you mean "seat"?'],
  ],
  [
    'an unknown field',
    { [TUNNEL]: ['gloss: Ada Quist', 'glos: Ada Quist'] },
    [
      'articles/100-harbour-tunnel.yaml:33:5: missing field "gloss"',
      'articles/100-harbour-tunnel.yaml:36:5: unknown field "glos": did you mean "gloss"?',
    ],
  ],
  [
    'an unknown field that resembles none',
    { 'people.yaml': ['{ name: Ada Quist }', '{ name: Ada Quist, born: 1990 }'] },
    ['people.yaml:2:31: unknown field "born": accepted are name, aliases, formerSlugs'],
  ],
  [
    'a comma in a text within braces',
    { 'proposals.yaml': ['A joint text of the towns.', 'A text, joint and short.'] },
    [
      'proposals.yaml:7:83: unknown field "joint and short.": if it belongs to the text before it, put that text in quotation marks',
    ],
  ],
  [
    'a colon without a space within braces',
    { 'people.yaml': ['{ name: Ada Quist }', '{ name: Ada Quist, url:x }'] },
    ['people.yaml:2:31: missing space after the colon: write "url: x"'],
  ],
  [
    'an unknown list',
    { [TUNNEL]: ['participations:', 'participation:'] },
    ['articles/100-harbour-tunnel.yaml:100:1: unknown field "participation": did you mean "participations"?'],
  ],
  [
    'an unknown value',
    { [TUNNEL]: ['rendering: ECHO', 'rendering: ECO'] },
    [
      'articles/100-harbour-tunnel.yaml:51:43: "rendering" cannot be "ECO": did you mean "ECHO"? Accepted are QUOTED, ECHO, REPORTED',
    ],
  ],
  [
    'a missing enum',
    { [TUNNEL]: ['tenure: CURRENT\n', '\n'] },
    ['articles/100-harbour-tunnel.yaml:41:5: missing field "tenure": accepted are CURRENT, FORMER'],
  ],
  [
    'a text that YAML takes for a number',
    { [TUNNEL]: ['section: Local', 'section: 7'] },
    ['articles/100-harbour-tunnel.yaml:4:10: "section" must be a text, not a number: put it in quotation marks'],
  ],
  [
    'a number that is a text',
    { [TUNNEL]: ['figure: 1, span', 'figure: one, span'] },
    ['articles/100-harbour-tunnel.yaml:38:55: "figure" must be a number, not a text'],
  ],
  [
    'null instead of nothing',
    { [TUNNEL]: ['section: Local', 'section:'] },
    ['articles/100-harbour-tunnel.yaml:4:9: "section" is empty: fill it or remove it'],
  ],
  [
    'a map for a list',
    { [TUNNEL]: ['[harbour-tunnel], span', '{ a: harbour-tunnel }, span'] },
    ['articles/100-harbour-tunnel.yaml:98:59: "concerns" must be a list, not a map'],
  ],
  [
    'a name that is not a slug',
    { 'people.yaml': ['ada-quist:', 'Ada_Quist:'], [TUNNEL]: ['contributor: ada-quist', 'contributor: ilse-brandt'] },
    [
      'people.yaml:2:1: "Ada_Quist" is not a slug: use lower-case ASCII letters and digits, with single hyphens between them',
    ],
  ],
  [
    'a date that does not exist',
    { 'events.yaml': ['date: 2031-03-04', 'date: 2031-02-30'] },
    ['events.yaml:5:17: "date" is not a valid date: write YYYY-MM-DD'],
  ],
  [
    'dates in the wrong order',
    { [TUNNEL]: ['latest: 2031-03-06', 'latest: 2031-03-01'] },
    ['articles/100-harbour-tunnel.yaml:12:22: the earliest date, 2031-03-04, is after the latest, 2031-03-01'],
  ],
  [
    'a date and a range',
    { [TUNNEL]: ['{ earliest: 2031-03-04', '{ date: 2031-03-04, earliest: 2031-03-04'] },
    [
      'articles/100-harbour-tunnel.yaml:12:18: "date" is short for "earliest" and "latest": write either "date" or those two',
    ],
  ],
  [
    'a date with nothing but a basis',
    { [REWRITE]: ['{ text: on the radio, basis: UNKNOWN }', '{ basis: UNKNOWN }'] },
    ['articles/101-mayor-rules-out-tax.yaml:10:305: this date has nothing but a basis: add what is known or remove it'],
  ],
  [
    'a key given twice',
    { 'people.yaml': ['# Invented people.', 'ada-quist: { name: Ada }'] },
    ['people.yaml:2:1: this key is already in the same map: write each key once'],
  ],
  [
    'two documents',
    { 'claim-keys.yaml': ['opening-date:', '---\nopening-date:'] },
    ['claim-keys.yaml:2:1: a second document begins here: a file contains one'],
  ],
  [
    'broken YAML in a register: references to it are not checked',
    { 'people.yaml': ['{ name: Ada Quist }', '{ name: Ada Quist'] },
    ['people.yaml:2:12: this "{" is never closed: write "}" after the last entry'],
  ],
  [
    'broken YAML in an article that another refers to',
    { [TUNNEL]: ['language: en', 'language: "en'] },
    ['articles/100-harbour-tunnel.yaml:5:11: this quotation mark is never closed: repeat it after the last word'],
  ],
  [
    'broken YAML in an article',
    { [REWRITE]: ['language: en', 'language: "en'] },
    ['articles/101-mayor-rules-out-tax.yaml:2:11: this quotation mark is never closed: repeat it after the last word'],
  ],
  [
    'a slug that two registers share',
    { 'organisations.yaml': ['bay-towns:', 'ada-quist: { name: Quist, kind: COMPANY }\nbay-towns:'] },
    ['people.yaml:2:1: "ada-quist" is already an organisation, at organisations.yaml:3'],
  ],
  [
    'a former slug that is taken',
    { 'people.yaml': ['[i-brandt]', '[port-lund]'] },
    ['people.yaml:3:100: "port-lund" is already an organisation, at organisations.yaml:1'],
  ],
  [
    'a local name given twice',
    { [TUNNEL]: ['  - { aboutActor: port-lund', '  - { ref: cost, aboutActor: port-lund'] },
    ['articles/100-harbour-tunnel.yaml:106:5: "cost" is already a claim, at articles/100-harbour-tunnel.yaml:104'],
  ],
  [
    'the same assertion twice',
    {
      [REWRITE]: [
        'memberships:\n',
        'memberships:\n  - { member: port-lund, group: bay-towns, span: { start: 182, end: 216, paragraph: 3, sha256: "0000000000000000000000000000000000000000000000000000000000000000" }, gloss: Again., basis: STATED }\n',
      ],
    },
    [
      'articles/101-mayor-rules-out-tax.yaml:14:5: this entry says the same as the one at articles/101-mayor-rules-out-tax.yaml:13',
    ],
  ],
  [
    'the same proposal twice in a list',
    { 'events.yaml': ['[harbour-tunnel, bay-plan]', '[bay-plan, bay-plan]'] },
    ['events.yaml:6:25: "bay-plan" is already in this list'],
  ],
  [
    'no subject',
    { [TUNNEL]: ['{ proposal: harbour-tunnel, text: the crossing', '{ text: the crossing'] },
    ['articles/100-harbour-tunnel.yaml:29:5: one of actor, proposal is missing'],
  ],
  [
    'two subjects',
    { [TUNNEL]: ['{ outlet: bay-news,', '{ outlet: bay-news, contributor: ada-quist,'] },
    [
      'articles/100-harbour-tunnel.yaml:32:38: only one of outlet, contributor can be given, not outlet and contributor',
    ],
  ],
  [
    'a photo without its figure',
    { [TUNNEL]: ['capacity: PHOTO, figure: 1', 'capacity: PHOTO'] },
    ['articles/100-harbour-tunnel.yaml:38:5: missing field "figure": a PHOTO needs the number of its figure'],
  ],
  [
    'a figure in the running text',
    { [TUNNEL]: ['zone: BODY, form: NAME', 'zone: BODY, form: NAME, figure: 1'] },
    ['articles/100-harbour-tunnel.yaml:110:124: only a CAPTION has a figure: remove "figure"'],
  ],
  [
    'a span that is not anchored',
    {
      [TUNNEL]: [
        'span: { start: 139, end: 156, paragraph: 3, sha256: "2405d8d71623df4a5b74264632285aecd457977c585d93e0ef4b39be7527aca0" }',
        'span: { text: Mayor Ilse Brandt }',
      ],
    },
    ['articles/100-harbour-tunnel.yaml:46:11: the span is not anchored yet: run `onrecord anchor FILE --text TEXT`'],
  ],
  [
    'a wording without a span',
    {
      [REWRITE]: [
        'span: { start: 144, end: 162, paragraph: 3, sha256: "ec0b8e9af40bc287b026f1aff139c3a9d501cc13260ea9e7b46fe63d2e0f291f" }, text',
        'text',
      ],
    },
    [
      'articles/101-mayor-rules-out-tax.yaml:11:5: the span is not anchored yet: run `onrecord anchor FILE --text TEXT`',
    ],
  ],
  [
    'a span without a checksum',
    { [TUNNEL]: [', sha256: "2405d8d71623df4a5b74264632285aecd457977c585d93e0ef4b39be7527aca0" }', ' }'] },
    [
      'articles/100-harbour-tunnel.yaml:46:11: the span lacks its paragraph or sha256: run `onrecord anchor FILE --text TEXT`',
    ],
  ],
  [
    'a span without a paragraph',
    { [TUNNEL]: ['{ start: 453, end: 476, paragraph: 6,', '{ start: 453, end: 476,'] },
    [
      'articles/100-harbour-tunnel.yaml:86:11: the span lacks its paragraph or sha256: run `onrecord anchor FILE --text TEXT`',
    ],
  ],
  [
    'an assertion without span, gloss and basis',
    {
      [TUNNEL]: [
        `    span: { start: 453, end: 476, paragraph: 6, sha256: "baacd926f0f5a22a70eb52ac97f16d085389f7388471ee889953f055e4f254b5" }
    gloss: The ferrymen of Port Lund are against the harbour tunnel.
    basis: STATED
`,
        '',
      ],
    },
    [
      'articles/100-harbour-tunnel.yaml:81:5: missing field "span"',
      'articles/100-harbour-tunnel.yaml:81:5: missing field "gloss"',
      'articles/100-harbour-tunnel.yaml:81:5: missing field "basis": accepted are STATED, DERIVED, INFERRED, OUTSIDE, UNKNOWN',
    ],
  ],
  [
    'a wording without a gloss',
    { [TUNNEL]: ['    gloss: Ilse Brandt on what the tunnel costs her citizens.\n', ''] },
    ['articles/100-harbour-tunnel.yaml:66:5: missing field "gloss"'],
  ],
  [
    'a gloss that is empty',
    { [TUNNEL]: ['gloss: Ilse Brandt on what the tunnel costs her citizens.', 'gloss: " "'] },
    ['articles/100-harbour-tunnel.yaml:72:12: "gloss" is empty: fill it or remove it'],
  ],
  [
    'a span that ends before it starts',
    { [TUNNEL]: ['{ start: 139, end: 156', '{ start: 156, end: 139'] },
    ['articles/100-harbour-tunnel.yaml:46:30: the span ends at 139, not after its start, 156'],
  ],
  [
    'a span after the end of the text',
    { [TUNNEL]: ['{ start: 581, end: 594', '{ start: 581, end: 672'] },
    ['articles/100-harbour-tunnel.yaml:38:83: the span ends at 672, but the text has 671 code points'],
  ],
  [
    'a text that PostgreSQL cannot store',
    { 'people.yaml': ['{ name: Ada Quist }', '{ name: "Ada\\0Quist" }'] },
    ['people.yaml:2:20: this text contains a NUL character or half a surrogate pair: remove it'],
  ],
  [
    'a text that begins with a byte order mark',
    { 'people.yaml': ['{ name: Ada Quist }', '{ name: "\ufeffAda Quist" }'] },
    ['people.yaml:2:20: this text begins with a byte order mark, which some readers drop: remove it'],
  ],
  [
    'a number that PostgreSQL cannot store',
    { [TUNNEL]: ['length: 671', 'length: 6710000000'] },
    ['articles/100-harbour-tunnel.yaml:15:93: "length" is too large'],
  ],
  [
    'an offset below 0',
    { [TUNNEL]: ['{ start: 139, end: 156', '{ start: -1, end: 156'] },
    ['articles/100-harbour-tunnel.yaml:46:20: "start" is below 0'],
  ],
  [
    'a span longer than its words',
    { [TUNNEL]: ['{ start: 145, end: 156, paragraph: 3 }', '{ start: 145, end: 157 }'] },
    ['articles/100-harbour-tunnel.yaml:110:52: the span has 12 code points, but "text" has 11: one of them is wrong'],
  ],
  [
    'words that were changed after anchoring',
    { [TUNNEL]: ['text: a gamble', 'text: a gambit'] },
    ['articles/100-harbour-tunnel.yaml:77:118: the checksum does not match "text": one of them was changed'],
  ],
  [
    'an article without its text',
    {
      [REWRITE]: [
        'text: { sha256: "1152c64847bcc4898510ef1281942573711e1850a9f77d15dd46d3477c7b2020", length: 218 }\n',
        '',
      ],
    },
    ['articles/101-mayor-rules-out-tax.yaml:1:1: "text" is missing: run `onrecord anchor FILE --text TEXT`'],
  ],
  [
    'quotations that overlap',
    { [TUNNEL]: ['span: { start: 416, end: 423,', 'span: { start: 330, end: 337,'] },
    ['articles/100-harbour-tunnel.yaml:78:64: this quotation overlaps the one at articles/100-harbour-tunnel.yaml:77'],
  ],
  [
    'wordings out of order',
    {
      [TUNNEL]: [
        'wordings: # in the order of the text\n',
        'wordings:\n  - { quote: no-plan, rendering: REPORTED, zone: BODY, span: { start: 338, end: 358, paragraph: 5, sha256: "1c795cdcc178184ed23e5393d9b86249c07b600044078be10872bf3555ff9116" }, gloss: No plan., attribution: IMPLICIT, medium: UNKNOWN }\n',
      ],
    },
    [
      'articles/100-harbour-tunnel.yaml:52:5: this wording starts at 12, before the one above it: put them in the order of the text',
    ],
  ],
  [
    'an insertion that does not occur in the words',
    { [TUNNEL]: ['["[the tunnel]"]', '["[the bridge]"]'] },
    ['articles/100-harbour-tunnel.yaml:76:18: "[the bridge]" does not occur in "text"'],
  ],
  [
    'reported words with text and form',
    { [REWRITE]: ['rendering: REPORTED', 'rendering: REPORTED, text: The pledge, form: FULL'] },
    [
      'articles/101-mayor-rules-out-tax.yaml:10:59: REPORTED words are not quoted: remove "text"',
      'articles/101-mayor-rules-out-tax.yaml:10:77: REPORTED words have no form: remove "form"',
    ],
  ],
  [
    'quoted words without text and form',
    { [REWRITE]: ['rendering: REPORTED', 'rendering: QUOTED'] },
    [
      'articles/101-mayor-rules-out-tax.yaml:10:5: missing field "text": QUOTED words must be given exactly',
      'articles/101-mayor-rules-out-tax.yaml:10:5: missing field "form": accepted are FULL, FRAGMENT',
    ],
  ],
  [
    'IMPLICIT with a speaker',
    { [REWRITE]: ['attribution: EXPLICIT, medium: BROADCAST', 'attribution: IMPLICIT, medium: BROADCAST'] },
    [
      'articles/101-mayor-rules-out-tax.yaml:10:223: IMPLICIT means that no speaker is named: remove "speaker" or change "attribution"',
    ],
  ],
  [
    'EXPLICIT without a speaker',
    { [TUNNEL]: ['attribution: IMPLICIT', 'attribution: EXPLICIT'] },
    [
      'articles/100-harbour-tunnel.yaml:51:254: EXPLICIT needs "speaker", or "attributedAs" if the speaker is not one actor, for example several people',
    ],
  ],
  [
    'CONTINUED without a speaker',
    { [TUNNEL]: ['attribution: IMPLICIT', 'attribution: CONTINUED'] },
    ['articles/100-harbour-tunnel.yaml:51:254: CONTINUED needs "speaker": the same speaker as for the preceding words'],
  ],
  [
    'a quote without a wording',
    { 'quotes.yaml': ['no-plan:', 'no-words: {}\nno-plan:'] },
    ['quotes.yaml:3:1: no article has a wording of this quote: add one or remove the quote'],
  ],
  [
    'a quote that is only reported',
    { 'quotes.yaml': ['no-plan:', 'iron: {}\nno-plan:'], [REWRITE]: ['quote: iron-clad-pledge', 'quote: iron'] },
    ['quotes.yaml:3:1: this quote only has REPORTED wordings: it needs one that is QUOTED or ECHO'],
  ],
  [
    'a source that is part of itself',
    { [TUNNEL]: ['collective: true, memberOf: port-lund }', 'collective: true, partOf: .city-official }'] },
    [
      'articles/100-harbour-tunnel.yaml:18:74: this source is part of itself, directly or through others: change or remove "partOf"',
      'articles/100-harbour-tunnel.yaml:23:13: this source is part of itself, directly or through others: change or remove "partOf"',
    ],
  ],
  [
    'a proposal linked to itself',
    { [TUNNEL]: ['target: bay-plan', 'target: harbour-tunnel'] },
    ['articles/100-harbour-tunnel.yaml:95:41: a proposal cannot be linked to itself: remove this entry'],
  ],
  [
    'a group that is a member of itself',
    { [REWRITE]: ['member: port-lund', 'member: bay-towns'] },
    ['articles/101-mayor-rules-out-tax.yaml:13:33: a group cannot be a member of itself: remove this entry'],
  ],
  [
    'an amount without its comparator',
    { [TUNNEL]: ['comparator: EXACT, ', ''] },
    [
      'articles/100-harbour-tunnel.yaml:104:5: missing field "comparator": accepted are EXACT, ABOUT, MORE_THAN, LESS_THAN',
    ],
  ],
  [
    'a unit without an amount',
    { [TUNNEL]: ['value: the town hall', 'value: the town hall, unit: EUR'] },
    ['articles/100-harbour-tunnel.yaml:106:69: "unit" needs an amount: add "amount" or remove it'],
  ],
  [
    'a unit in lower case',
    { [TUNNEL]: ['unit: CROWNS', 'unit: crowns'] },
    [
      'articles/100-harbour-tunnel.yaml:104:128: "unit" is not a unit: use capital letters, as in EUR, PERCENT or PERSONS',
    ],
  ],
  [
    'a range whose end is below its start',
    { [TUNNEL]: ['amountTo: "4000000.50"', 'amountTo: 3999999'] },
    ['articles/100-harbour-tunnel.yaml:105:94: the upper end of the range is below the lower end'],
  ],
  [
    'a conversion of an unknown claim',
    { [TUNNEL]: ['convertedFrom: cost', 'convertedFrom: coast'] },
    ['articles/100-harbour-tunnel.yaml:105:153: unknown claim "coast": did you mean "cost"?'],
  ],
  [
    'an invalid language tag',
    { [TUNNEL]: ['language: en', 'language: English'] },
    ['articles/100-harbour-tunnel.yaml:5:11: "language" is not a language tag: use tags such as en, de or pt-BR'],
  ],
  [
    'an address without a scheme',
    { [TUNNEL]: ['url: https://', 'url: '] },
    ['articles/100-harbour-tunnel.yaml:6:6: "url" must begin with http:// or https:// and have no spaces'],
  ],
  [
    'two articles with the same text are no problem',
    {
      'articles/102.yaml':
        'headline: H\nlanguage: en\nsummary: S.\norigin: UNKNOWN\noriginBasis: UNKNOWN\ntext: { sha256: "1152c64847bcc4898510ef1281942573711e1850a9f77d15dd46d3477c7b2020", length: 218 }\n',
    },
    [],
  ],
  [
    'a file name that is not a slug',
    {
      'articles/Tunnel_2.yaml':
        'headline: H\nlanguage: en\nsummary: S.\norigin: UNKNOWN\noriginBasis: UNKNOWN\ntext: { sha256: "0000000000000000000000000000000000000000000000000000000000000000", length: 1 }\n',
    },
    [
      "articles/Tunnel_2.yaml:1:1: the file name must be the article's slug: lower-case ASCII letters and digits, with single hyphens between them",
    ],
  ],
  ['an empty article', { 'articles/102.yaml': '' }, ['articles/102.yaml:1:1: the file is empty: fill it or remove it']],
];

test.each(cases)('%s', async (_, changes, problems) => {
  expect(await problemsOf(changes)).toEqual(problems);
});
