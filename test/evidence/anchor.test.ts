import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorFile } from '../../src/evidence/anchor.ts';
import { printedInArticle } from '../../src/import/printed.ts';
import { CodePointText } from '../../src/text/code-point.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { fixtures } from '../support/dataset-folder.ts';

const TEXT = `A 🚇 headline

“It’s iron‑clad,” she said. It is so.
The tunnel. The tunnel.
`;
const HEAD = `text: { sha256: "${sha256(TEXT)}", length: ${new CodePointText(TEXT).length} }\n`;

const anchor = (yaml: string, text = TEXT, was?: string) => {
  const { problems, carried, faults: _, notes: __, ...result } = anchorFile(yaml, text, { file: 'a.yaml', was });
  return { ...result, ...(carried > 0 && { carried }), problems: problems.map(formatProblem) };
};

function spanOf(words: string, start: number, paragraph: number): string {
  return `{ start: ${start}, end: ${start + words.length}, paragraph: ${paragraph}, sha256: "${sha256(words)}" }`;
}

describe('spans written as words', () => {
  test('become offsets in place; comments and layout stay', () => {
    const yaml = `${HEAD}# first
positions:

  - {  actor: a,   span: { text: she said }, gloss: g  }  # why
  - span:   # here
      text: "It is so"   # words
    gloss: g
links:
  - span:
      text: The tunnel
      # the other one
      nth: 2

    basis: STATED
`;
    expect(anchor(yaml)).toEqual({
      anchored: 3,
      problems: [],
      text: `${HEAD}# first
positions:

  - {  actor: a,   span: ${spanOf('she said', 32, 2)}, gloss: g  }  # why
  - span:   # here
      ${spanOf('It is so', 42, 2)}   # words
    gloss: g
links:
  - span:
      # the other one
      ${spanOf('The tunnel', 64, 3)}

    basis: STATED
`,
    });
  });

  test('are found by nth if they occur several times', () => {
    expect(anchor(`${HEAD}links: [{ span: { text: The tunnel, nth: 1 } }]\n`).text).toContain(
      spanOf('The tunnel', 52, 3),
    );
  });

  test('are the text of the wording or mention if it has no span, or only nth', () => {
    const yaml = `${HEAD}wordings:
  - quote: q
    text: she said
    zone: BODY
  - { quote: r, text: It is so }
mentions:
  - { text: The tunnel, span: { nth: 2 } }
  - text: headline
`;
    expect(anchor(yaml)).toEqual({
      anchored: 4,
      problems: [],
      text: `${HEAD}wordings:
  - quote: q
    span: ${spanOf('she said', 32, 2)}
    text: she said
    zone: BODY
  - { quote: r, span: ${spanOf('It is so', 42, 2)}, text: It is so }
mentions:
  - { text: The tunnel, span: { start: 64, end: 74, paragraph: 3 } }
  - span: { start: 4, end: 12, paragraph: 1 }
    text: headline
`,
    });
  });

  test('get a paragraph and checksum if they have only offsets', () => {
    expect(anchor(`${HEAD}links: [{ span: { start: 32, end: 40 } }]\n`).text).toBe(
      `${HEAD}links: [{ span: ${spanOf('she said', 32, 2)} }]\n`,
    );
  });
});

describe('words that cannot be anchored are reported with their place, and the rest is anchored', () => {
  test.each([
    ['words that are not in the text', 'he sad', '"he sad" is not in the text'],
    [
      'words that occur several times',
      'The tunnel',
      '"The tunnel" occurs 2 times in the text, in paragraphs 3, 3: choose one with nth, counting from 1',
    ],
    [
      'words written with other quotes, dashes and spaces',
      "It's  iron-clad",
      `"It's  iron-clad" is not in the text: did you mean "It’s iron‑clad" (paragraph 2)?`,
    ],
  ])('%s', (_, words, problem) => {
    const yaml = `${HEAD}links: [{ span: { text: "${words}" } }, { span: { text: she said } }]\n`;
    const result = anchor(yaml);
    expect(result.problems).toEqual([`a.yaml:2:17: ${problem}`]);
    expect(result.anchored).toBe(1);
    expect(result.text).toBe(yaml.replace('{ text: she said }', spanOf('she said', 32, 2)));
  });

  test('an nth greater than the number of places', () => {
    expect(anchor(`${HEAD}links: [{ span: { text: The tunnel, nth: 3 } }]`).problems).toEqual([
      'a.yaml:2:17: "The tunnel" occurs only 2 times in the text: nth: 3 is too large',
    ]);
  });

  test.each([
    ['nth: 0', '{ text: It is so, nth: 0 }', '2:40: "nth" must be a whole number: it counts from 1'],
    ['a negative nth', '{ text: It is so, nth: -1 }', '2:40: "nth" must be a whole number: it counts from 1'],
    ['nth as a text', '{ text: It is so, nth: "1" }', '2:40: "nth" must be a whole number: it counts from 1'],
    [
      'nth above the number of places',
      '{ text: It is so, nth: 2 }',
      '2:17: "It is so" occurs only once in the text: nth: 2 is too large',
    ],
    ['an offset that is not finite', '{ start: 1, end: .inf }', '2:34: "end" must be a whole number: it counts from 0'],
    [
      'an offset after the end of the text',
      '{ start: 1, end: 77 }',
      '2:17: the span must end after its start, and at most at 76, where the text ends',
    ],
    ['a negative offset', '{ start: -1, end: 7 }', '2:26: "start" must be a whole number: it counts from 0'],
    ['an offset as a text', '{ start: "1", text: It is so }', '2:26: "start" must be a whole number: it counts from 0'],
    ['empty words', '{ text: }', '2:17: no words to look for: write span: { text: "the words" }'],
    ['words that YAML reads as a number', '{ text: 7 }', '2:25: "text" must be a text: put it in quotation marks'],
    ['words that YAML reads as null', '{ text: Null }', '2:25: "text" must be a text: put it in quotation marks'],
    [
      'words without a field',
      'It is so',
      '2:17: "span" must be a map: accepted are start, end, paragraph, sha256, text, nth',
    ],
    [
      'an unknown field',
      '{ text: It is so, nht: 2 }',
      '2:35: unknown field "nht": accepted are start, end, paragraph, sha256, text, nth',
    ],
    [
      'words and offsets',
      '{ text: It is so, start: 1, end: 2 }',
      '2:17: a span has either words or offsets: remove one of them',
    ],
  ])('%s', (_, span, problem) => {
    const yaml = `${HEAD}links: [{ span: ${span} }]\n`;
    expect(anchor(yaml)).toEqual({ text: yaml, anchored: 0, problems: [`a.yaml:${problem}`] });
  });

  test('a "text" with more than checksum and length is rejected: it may be the article', () => {
    for (const text of ['The article.', '{ sha256: x, body: The article. }']) {
      const result = anchor(`text: ${text}\nlinks: []\n`);
      expect(result).toMatchObject({ text: `text: ${text}\nlinks: []\n`, anchored: 0 });
      expect(result.problems).toEqual([expect.stringContaining('accepted are sha256, length')]);
    }
  });

  test('a reported wording without text, and an empty span', () => {
    expect(anchor(`${HEAD}wordings: [{ quote: q }]\nlinks: [{ span: {} }]\naliases: [{ text: A }]\n`).problems).toEqual(
      [
        'a.yaml:2:12: no words to look for: write span: { text: "the words" }',
        'a.yaml:3:17: no words to look for: write span: { text: "the words" }',
      ],
    );
  });

  test('a file that is not YAML, or not an article file, is unchanged', () => {
    expect(anchor('a: [').problems).toHaveLength(1);
    for (const text of ['- a', 'ada: { name: Ada }\n', '']) {
      expect(anchor(text)).toEqual({
        text,
        anchored: 0,
        problems: ['a.yaml:1:1: this is not an article file: an article has a headline, wordings, mentions, etc.'],
      });
    }
  });

  test('a file that belongs to another text and has nothing to carry over is rejected', () => {
    const yaml = `${HEAD}links: [{ span: { text: she said } }]\n`;
    const other = `${TEXT} `;
    expect(anchor(yaml, other)).toEqual({
      text: yaml,
      anchored: 0,
      problems: [`a.yaml:1:17: this file belongs to another text: the given one has the sha256 ${sha256(other)}`],
    });
  });
});

describe('spans of a text that was changed', () => {
  const NEW = TEXT.replace('A 🚇 headline', 'Another 🚇 headline').replace('she said', 'she now said');
  const head = (text: string) => `text: { sha256: "${sha256(text)}", length: ${new CodePointText(text).length} }`;
  /** The YAML of an evidence span in a text. */
  const at = (words: string, text: string) => {
    const whole = new CodePointText(text);
    const [start = -1] = whole.offsetsOf(words);
    return spanOf(words, start, whole.paragraphAt(start));
  };
  const file = (text: string, span: (words: string) => string) => `headline: h
${head(text)}
positions:
  - { actor: a, span: ${span('It’s iron‑clad')}, gloss: g }  # why
  - span: ${span('said. It is so.')}
    gloss: g
`;

  test('move to the only place of their exact words; comments and layout stay', () => {
    const of = (text: string) => file(text, (words) => at(words, text));
    expect(anchor(of(TEXT), NEW)).toEqual({ text: of(NEW), anchored: 0, carried: 2, problems: [] });
  });

  test('are left as written if their words are still in place', () => {
    const longer = `${TEXT}More.\n`;
    const result = anchor(
      file(TEXT, (words) => at(words, TEXT).replace('{ start', '{  start')),
      longer,
    );
    expect(result).toMatchObject({ carried: 2, problems: [] });
    expect(result.text).toBe(file(longer, (words) => at(words, TEXT).replace('{ start', '{  start')));
  });

  test('are reported with their place if their words are gone or occur several times, and nothing is written', () => {
    const yaml = `${head(TEXT)}
positions:
  - { actor: a, span: ${at('It’s iron‑clad', TEXT)}, gloss: g }
  - { actor: a, span: ${at('she said', TEXT)}, gloss: g }
mentions:
  - { text: The tunnel, span: { start: 52, end: 62 } }
`;
    expect(anchor(yaml, NEW)).toEqual({
      text: yaml,
      anchored: 0,
      problems: [
        expect.stringMatching(/^a\.yaml:4:23: these words \(32-40 of the previous text\) are not in this text/),
        expect.stringMatching(
          /^a\.yaml:6:31: "The tunnel" \(52-62 of the previous text\) occur 2 times in this text, in paragraphs 3, 3: .+ nth: 2/,
        ),
      ],
    });
  });

  test('are carried over together with spans that were rewritten as words', () => {
    const yaml = `${head(TEXT)}
positions:
  - { actor: a, span: ${at('It’s iron‑clad', TEXT)}, gloss: g }
  - { actor: a, span: { text: she now said }, gloss: g }
mentions:
  - { text: The tunnel, span: { nth: 2 } }
`;
    const { text, ...result } = anchor(yaml, NEW);
    expect(result).toEqual({ anchored: 2, carried: 1, problems: [] });
    expect(text).toContain(at('she now said', NEW));
    expect(text).toContain(`{ text: The tunnel, span: { start: ${start('The tunnel. The tunnel', NEW) + 12}, end: `);
  });

  test('move with a span around them whose words occur once', () => {
    const yaml = `${head(TEXT)}
positions: [{ span: ${at('tunnel. The tunnel', TEXT)} }]
mentions: [{ text: The tunnel, span: { start: 64, end: 74 } }]
`;
    const { text, problems } = anchor(yaml, NEW);
    expect(problems).toEqual([]);
    expect(text).toContain(`span: { start: ${start('tunnel. The tunnel', NEW) + 8}, end: `);
  });

  test('are rejected if several would move to one place', () => {
    const yaml = `${head(TEXT)}
mentions:
  - { text: The tunnel, span: { start: 52, end: 62 } }
  - { text: The tunnel, span: { start: 64, end: 74 } }
`;
    const { text, problems } = anchor(yaml, TEXT.replace('The tunnel. ', ''));
    expect(text).toBe(yaml);
    expect(problems).toEqual(
      Array(2).fill(expect.stringContaining('occur only once in this text, but several spans have them')),
    );
  });

  test('are told apart by the text around them if the previous text is given', () => {
    const yaml = `${head(TEXT)}
mentions:
  - { text: The tunnel, span: { start: 52, end: 62 } }
  - { text: The tunnel, span: { start: 64, end: 74 } }
`;
    const changed = `${NEW}The end. Of The tunnel, that is.\n`;
    expect(anchor(yaml, changed).problems).toHaveLength(2);
    const { text, problems } = anchor(yaml, changed, TEXT);
    expect(problems).toEqual([]);
    const first = start('The tunnel. The tunnel', changed);
    expect([...text.matchAll(/start: (\d+)/g)].map(([, number]) => Number(number))).toEqual([first, first + 12]);
  });

  test('are rejected if the previous text is another one', () => {
    const yaml = file(TEXT, (words) => at(words, TEXT));
    expect(anchor(yaml, NEW, 'Something else.')).toEqual({
      text: yaml,
      anchored: 0,
      problems: [`a.yaml:2:17: the previous text does not have this sha256, but ${sha256('Something else.')}`],
    });
  });

  function start(words: string, text: string): number {
    return new CodePointText(text).offsetsOf(words)[0] ?? -1;
  }
});

describe('the text to which the offsets belong', () => {
  test.each([
    [
      'in after the head',
      'headline: h # c\nsummary: >-\n  s\n\nsources: {}\n',
      `headline: h # c\nsummary: >-\n  s\n${HEAD}\nsources: {}\n`,
    ],
    ['in before the lists if there is no head', 'links: []\n', `${HEAD}links: []\n`],
    ['in at the end if there are no lists', 'headline: h', `headline: h\n${HEAD.trimEnd()}`],
    ['in if it is empty', 'text:\nlinks: []\n', `${HEAD}links: []\n`],
    ['in if it is incomplete', 'text: { length: 3 } # c\n', HEAD.replace('\n', ' # c\n')],
  ])('is filled %s', (_, yaml, expected) => {
    expect(anchor(yaml)).toEqual({ text: expected, anchored: 0, problems: [] });
  });
});

describe.each(['100-harbour-tunnel', '101-mayor-rules-out-tax'])('the file of %s', (slug) => {
  const yaml = readFileSync(join(fixtures, `dataset/articles/${slug}.yaml`), 'utf8');
  const article = readFileSync(join(fixtures, `texts/${slug}.txt`), 'utf8');

  test('is already anchored: nothing changes', () => {
    expect(anchor(yaml, article)).toEqual({ text: yaml, anchored: 0, problems: [] });
  });

  test('with its spans written as words becomes the same file again', () => {
    const text = new CodePointText(article);
    let spans = 0;
    const words = yaml.replace(/\{ start: (\d+), end: (\d+)[^}]*\}/g, (_, start, end) => {
      spans += 1;
      const span = text.slice(Number(start), Number(end));
      return `{ text: ${JSON.stringify(span)}, nth: ${text.offsetsOf(span).indexOf(Number(start)) + 1} }`;
    });
    expect(anchor(words, article)).toEqual({ text: yaml, anchored: spans, problems: [] });
  });
});

test('words that the text does not print where they belong are reported, and the rest is anchored', () => {
  const yaml = `headline: A tunnel
aliases: [{ actor: a, text: The tunne, kind: SHORT }]
sources: { who: { printedAs: she, collective: false, anonymityReason: shy } }
wordings:
  - { quote: q, text: "It’s iron‑clad", rendering: QUOTED, attributedAs: he }
  - { quote: r, text: It is so, rendering: QUOTED }
titles: [{ text: Mayor, span: { text: she said } }]
`;
  const { faults, ...rest } = anchorFile(yaml, TEXT, { file: 'a.yaml', printed: printedInArticle });
  expect(rest).toMatchObject({ anchored: 3, problems: [], text: expect.stringContaining(spanOf('she said', 32, 2)) });
  expect(faults.map(formatProblem)).toEqual([
    'a.yaml:1:11: “A tunnel”: not in the text: write the words exactly as printed there',
    'a.yaml:3:29: “The tunne”: not in the text: printed only as a part of longer words',
    'a.yaml:4:71: “shy”: not in the text: write the words exactly as printed there',
    'a.yaml:6:194: “he”: not in its paragraph: printed only as a part of longer words',
    'a.yaml:7:143: “It is so”: no quotation marks enclose these words: accepted are all the words between two quotation marks, without the marks and a comma before the last',
    'a.yaml:8:18: “Mayor”: not in its span, 32-40: write the words exactly as printed there',
  ]);
});
