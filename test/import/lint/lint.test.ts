import { describe, expect, test } from 'vitest';
import { anchorFile } from '../../../src/evidence/anchor.ts';
import { lint } from '../../../src/import/lint/lint.ts';
import { LINTS, type LintName } from '../../../src/import/lint/lints.ts';
import { parseFile } from '../../../src/import/parse.ts';
import { formatProblem } from '../../../src/text/problem.ts';
import { sha256 } from '../../../src/text/sha256.ts';

const TEXT = `Tunnel gets its money

Mayor Ilse Brandt opened the quay. The city will pay 40 million crowns for the tunnel, she said on Tuesday.

“It will hold,” Brandt added. “We dig.” The ferrymen like the bridge, and officials said it is safe.

The old lighthouse on the pier was sold to a company. It cost “a penny”.
`;

const REGISTERS = {
  people: 'ilse-brandt: { name: Ilse Brandt }\njon-falk: { name: Jon Falk }\n',
  organisations:
    'ferrymen: { name: Ferrymen, kind: GROUP, aliases: [{ text: The ferrymen, kind: SHORT }] }\nport-lund: { name: Port Lund, kind: GOVERNMENT }\n',
};

/** Entries that cover the text, so that only the entries of a test have notes. */
const COVERED = `
wordings:
  - { quote: hold, rendering: QUOTED, form: FULL, text: It will hold, zone: BODY, gloss: On the tunnel., speaker: ilse-brandt, attribution: EXPLICIT, medium: UNKNOWN }
  - { quote: dig, rendering: QUOTED, form: FULL, text: We dig., zone: BODY, gloss: On the tunnel., speaker: ilse-brandt, attribution: CONTINUED, medium: UNKNOWN }
  - { quote: penny, rendering: QUOTED, form: FRAGMENT, text: a penny, zone: BODY, gloss: On the price., attribution: IMPLICIT, medium: UNKNOWN }
claims:
  - { aboutActor: port-lund, key: place, value: a quay, span: { text: Mayor Ilse Brandt opened the quay. The city will pay, nth: 1 }, gloss: There is a quay., basis: OUTSIDE }
  - { aboutActor: port-lund, key: place, value: a bridge, span: { text: The ferrymen like }, gloss: There is a bridge., basis: OUTSIDE }
  - { aboutActor: port-lund, key: place, value: a tower, span: { text: The old lighthouse }, gloss: There is a tower., basis: OUTSIDE }
  - { aboutActor: port-lund, key: place, value: a price, span: { text: It cost }, gloss: There is a price., basis: OUTSIDE }
`;

interface Options {
  readonly lists?: string;
  readonly covered?: string;
  readonly text?: string | null;
  /** The lists of another article, with another text. */
  readonly other?: string;
  /** The lists of another article, with the same text. */
  readonly twin?: string;
  readonly printed?: string;
  readonly proposals?: string;
}

function articleFile(name: string, lists: string, text: string) {
  const head = `headline: Tunnel gets its money\nlanguage: en\nsummary: Money.\norigin: UNKNOWN\noriginBasis: UNKNOWN\n`;
  const anchored = anchorFile(head + lists, text);
  if (anchored.problems.length > 0) throw new Error(anchored.problems.map(formatProblem).join('\n'));
  return parseFile({ kind: 'article', name, path: `${name}.yaml`, text: anchored.text });
}

/** The notes on an article with these lists; `covered` replaces the entries that cover the text. */
function notesOn({
  lists = '',
  covered = COVERED,
  printed = TEXT,
  text = printed,
  other,
  twin,
  proposals,
}: Options): readonly string[] {
  const registers = Object.entries({ ...REGISTERS, ...(proposals && { proposals }) }).map(([name, yaml]) =>
    parseFile({ kind: 'register', name, path: `${name}.yaml`, text: yaml }),
  );
  const articles = [
    ...(other === undefined ? [] : [articleFile('a', other, `Other. ${TEXT}`)]),
    ...(twin === undefined ? [] : [articleFile('a', twin, printed)]),
    articleFile('b', lists + covered, printed),
  ];
  const files = [...registers, ...articles];
  const problems = files.flatMap((file) => file.problems.map(formatProblem));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const texts = text === null ? null : new Map([[sha256(text), text]]);
  // The other article has no text here, which has a note of its own.
  const notes = lint(files, texts).notes.filter(({ file }) => file !== 'a.yaml');
  return notes.map(({ file, message }) => `${file}: ${message}`);
}

const position = (fields: string, words: string) =>
  `{ proposal: tunnel, modality: STATED, gloss: On the tunnel., span: { text: "${words}" }, ${fields} }`;
const claim = (fields: string, words: string) =>
  `{ aboutActor: port-lund, key: sum, gloss: It pays., span: { text: "${words}" }, ${fields} }`;
const STATED = 'basis: STATED';
const PLAIN = `actor: port-lund, stance: SUPPORTS, voice: NARRATOR, ${STATED}`;
const without = (words: string) => COVERED.replace(new RegExp(`.*${words}.*\n`), '');

interface Case {
  /** What has a note, and what the note says. */
  readonly fires: readonly [options: Options, message: RegExp];
  /** What looks alike and has none. */
  readonly near: Options;
  /** The words of a span that silences the note. */
  readonly words: string;
}

const CASES: Readonly<Record<LintName, Case>> = {
  asserter: {
    fires: [{ lists: `positions: [${position(PLAIN, 'The city will pay 40 million crowns')}]` }, /says "said"/],
    near: { lists: `positions: [${position(PLAIN, 'The ferrymen like the bridge')}]` },
    words: 'The city will pay 40 million crowns',
  },
  condition: {
    fires: [
      { lists: `positions: [${position(PLAIN.replace('SUPPORTS', 'CONDITIONAL'), 'like the bridge')}]` },
      /^b\.yaml: CONDITIONAL without a condition/,
    ],
    near: {
      lists: `positions: [${position(`${PLAIN.replace('SUPPORTS', 'OPPOSES')}, condition: no tax`, 'like the bridge')}]`,
    },
    words: 'like the bridge',
  },
  value: {
    fires: [
      {
        covered: COVERED.replace(
          'claims:',
          `claims:\n  - ${claim(`value: 50 million crowns for Jon Falk, ${STATED}, assertedBy: ilse-brandt`, 'will pay 40 million crowns')}`,
        ),
      },
      /the value has "50", "Jon Falk"/,
    ],
    near: {
      covered: COVERED.replace(
        'claims:',
        `claims:\n  - ${claim(`value: forty million crowns, ${STATED}, assertedBy: ilse-brandt`, 'will pay 40 million crowns')}`,
      ),
    },
    words: 'will pay 40 million crowns',
  },
  across: {
    fires: [
      {
        other: `positions: [${position(PLAIN, 'like the bridge')}]`,
        lists: `positions: [${position(PLAIN.replace('STATED', 'INFERRED'), 'like the bridge')}]`,
      },
      /port-lund on tunnel has the basis STATED at a\.yaml:\d+/,
    ],
    near: {
      other: `positions: [${position(PLAIN, 'like the bridge')}]`,
      lists: `positions: [${position(PLAIN, 'like the bridge')}]`,
    },
    words: 'like the bridge',
  },
  'quote-speaker': {
    fires: [
      { lists: `positions: [${position(`${PLAIN}, quote: hold, assertedBy: jon-falk`, 'It will hold')}]` },
      /has the quote "hold" by ilse-brandt, not by jon-falk/,
    ],
    near: { lists: `positions: [${position(`${PLAIN}, quote: hold, assertedBy: ilse-brandt`, 'It will hold')}]` },
    words: 'It will hold',
  },
  quotation: {
    fires: [{ covered: without('text: a penny') }, /no wording for the quotation “a penny” in paragraph 4/],
    near: { covered: COVERED },
    words: 'a penny',
  },
  sentence: {
    fires: [
      { covered: without('The old lighthouse') },
      /no entry for the sentence “The old lighthouse on the …” in paragraph 4/,
    ],
    near: { covered: COVERED },
    words: 'The old lighthouse on the pier was sold to a company.',
  },
  'copied-words': {
    fires: [
      { covered: COVERED.replace('There is a tower.', 'The Old lighthouse on the pier was sold to buyers.') },
      /9 words in a row are the article's, from “The old lighthouse …”/,
    ],
    near: { covered: COVERED.replace('There is a tower.', 'The old lighthouse on the pier was sold once.') },
    words: 'The old lighthouse on the pier was sold to a',
  },
  'same-text': {
    fires: [{ twin: '' }, /a has the same text: add SAME_WIRE/],
    near: {
      twin: '',
      lists: 'derivedFrom: [{ article: a, relation: SAME_WIRE, basis: INFERRED, gloss: One agency text. }]',
    },
    words: TEXT,
  },
  word: {
    fires: [
      { lists: `positions: [${position(PLAIN, 'ferrymen like the bri')}]` },
      /the span ends in the middle of the word "bridge": include the whole word/,
    ],
    near: { lists: `positions: [${position(PLAIN, 'ferrymen like the bridge')}]` },
    words: 'ferrymen like the bri',
  },
  attribution: {
    fires: [
      {
        covered: COVERED.replace('attribution: IMPLICIT', 'speaker: jon-falk, attribution: EXPLICIT'),
      },
      /EXPLICIT, but the sentence does not name jon-falk/,
    ],
    near: { covered: COVERED },
    words: 'a penny',
  },
};

describe.each(Object.entries(CASES) as [LintName, Case][])(
  'the lint %s',
  (lint, { fires: [options, message], near, words }) => {
    const notes = notesOn(options);

    test('fires once, with what to do and where', () => {
      expect(notes).toHaveLength(1);
      expect(notes[0]).toMatch(message);
      expect(notes[0]).toMatch(new RegExp(String.raw`\(${lint}, \d+-\d+\)$`));
    });

    test('does not fire for a near miss', () => {
      expect(notesOn(near)).toEqual([]);
    });

    test('is silenced by an entry with a reason', () => {
      const silence = `\nsilences: [{ lint: ${lint}, span: { text: ${JSON.stringify(words)} }, reason: We have looked. }]\n`;
      expect(notesOn({ ...options, lists: (options.lists ?? '') + silence })).toEqual([]);
    });
  },
);

test('every lint has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(LINTS).sort());
});

test('a silence without a note is a note, but only if there is the text', () => {
  const lists = 'silences: [{ lint: sentence, span: { text: It cost }, reason: We have looked. }]';
  expect(notesOn({ lists })).toEqual([
    expect.stringMatching(/^b\.yaml: nothing to silence: there is no note "sentence"/),
  ]);
  expect(notesOn({ lists, text: null })).toEqual([]);
});

test('a silence is only for its lint and its span', () => {
  const covered = without('The old lighthouse');
  const silence = (fields: string) => `silences: [{ ${fields}, reason: We have looked. }]`;
  expect(
    notesOn({
      covered,
      lists: silence('lint: quotation, span: { text: The old lighthouse on the pier was sold to a company. }'),
    }),
  ).toHaveLength(2);
  expect(notesOn({ covered, lists: silence('lint: sentence, span: { text: The old lighthouse }') })).toHaveLength(2);
});

test('without the text only the lints that need none fire', () => {
  const lists = `positions: [${position(PLAIN.replace('SUPPORTS', 'CONDITIONAL'), 'The city will pay 40 million crowns')}]`;
  expect(notesOn({ lists, covered: without('a penny'), text: null })).toEqual([
    expect.stringContaining('(condition, '),
  ]);
});

test('a repeated caption and a label need no entry', () => {
  const printed = `${TEXT}\nRead more\n\n“A penny” is on sale. Lund Pictures\n\nThe quay is shut today.\nThe quay is shut today.\n`;
  const covered = `${COVERED}  - ${claim('value: a quay, basis: OUTSIDE', 'The quay is shut').replace('text: "The quay is shut"', 'text: The quay is shut, nth: 1')}\n`;
  expect(notesOn({ printed, covered })).toEqual([
    expect.stringContaining('no wording for the quotation “A penny” in paragraph 6'),
    expect.stringContaining('is on sale.” in paragraph 6'),
  ]);
});

test('an article without a copy in the folder has a note', () => {
  expect(notesOn({ covered: without('a penny'), text: 'Another text.' })).toEqual([
    'b.yaml: the folder of texts has no exact copy of this article: only lints that need no text have run (text)',
  ]);
});

test('copied words in a register name the article that they are from', () => {
  const summary = 'The old lighthouse on the pier was sold to buyers.';
  expect(notesOn({ proposals: `sale: { name: Sale, kind: MEASURE, summary: ${summary} }\n` })).toEqual([
    expect.stringContaining(
      'proposals.yaml: 9 words in a row are those of b, from “The old lighthouse …”: write it in your own words (copied-words, ',
    ),
  ]);
});

test('CONTINUED words need a sentence without the speaker', () => {
  const covered = COVERED.replace(/EXPLICIT/, 'CONTINUED');
  expect(notesOn({ covered })).toEqual([
    expect.stringContaining('CONTINUED, but the sentence names ilse-brandt: use EXPLICIT'),
  ]);
});
