import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorFile } from '../../src/evidence/anchor.ts';
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
  const { problems, carried, ...result } = anchorFile(yaml, text, { file: 'a.yaml', was });
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
  - span: ${spanOf('The tunnel', 64, 3)}

    basis: STATED
`,
    });
  });

  test('are looked for by nth where they stand several times', () => {
    expect(anchor(`${HEAD}links: [{ span: { text: The tunnel, nth: 1 } }]\n`).text).toContain(
      spanOf('The tunnel', 52, 3),
    );
  });

  test('are those of the wording or mention itself where it has no span, or only nth', () => {
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
  - { text: The tunnel, span: { start: 64, end: 74 } }
  - span: { start: 4, end: 12 }
    text: headline
`,
    });
  });

  test('get the paragraph and checksum that offsets lack', () => {
    expect(anchor(`${HEAD}links: [{ span: { start: 32, end: 40 } }]\n`).text).toBe(
      `${HEAD}links: [{ span: ${spanOf('she said', 32, 2)} }]\n`,
    );
  });
});

describe('what cannot be anchored is told with its place, and the rest is anchored', () => {
  test.each([
    ['words that stand there never', 'he sad', '"he sad" does not stand in the text'],
    [
      'words that stand there several times',
      'The tunnel',
      '"The tunnel" stands in the text 2 times, in paragraphs 3, 3: say which by nth, from 1',
    ],
    [
      'words written with other quotes, dashes and spaces',
      "It's  iron-clad",
      `"It's  iron-clad" does not stand in the text: did you mean "It’s iron‑clad" (paragraph 2)?`,
    ],
  ])('%s', (_, words, problem) => {
    const yaml = `${HEAD}links: [{ span: { text: "${words}" } }, { span: { text: she said } }]\n`;
    const result = anchor(yaml);
    expect(result.problems).toEqual([`a.yaml:2:17: ${problem}`]);
    expect(result.anchored).toBe(1);
    expect(result.text).toBe(yaml.replace('{ text: she said }', spanOf('she said', 32, 2)));
  });

  test('an nth beyond the last place', () => {
    expect(anchor(`${HEAD}links: [{ span: { text: The tunnel, nth: 3 } }]`).problems).toEqual([
      'a.yaml:2:17: "The tunnel" stands in the text only 2 times: nth: 3 is too many',
    ]);
  });

  test('a reported wording without words, a span without any', () => {
    expect(anchor(`${HEAD}wordings: [{ quote: q }]\nlinks: [{ span: {} }]\naliases: [{ text: A }]\n`).problems).toEqual(
      [
        'a.yaml:2:12: no words to look for: write span: { text: "the words" }',
        'a.yaml:3:17: no words to look for: write span: { text: "the words" }',
      ],
    );
  });

  test('a file that is not YAML, or not a map, stays as it is', () => {
    expect(anchor('a: [').problems).toHaveLength(1);
    for (const text of ['- a', 'ada: { name: Ada }\n', '']) {
      expect(anchor(text)).toEqual({
        text,
        anchored: 0,
        problems: ['a.yaml:1:1: this is no article file: an article has a headline, wordings, mentions and the like'],
      });
    }
  });

  test('a file that belongs to another text, and has nothing to carry over, is refused whole', () => {
    const yaml = `${HEAD}links: [{ span: { text: she said } }]\n`;
    const other = `${TEXT} `;
    expect(anchor(yaml, other)).toEqual({
      text: yaml,
      anchored: 0,
      problems: [`a.yaml:1:17: this file belongs to another text: the one given has the sha256 ${sha256(other)}`],
    });
  });
});

describe('spans of a text that was changed', () => {
  const NEW = TEXT.replace('A 🚇 headline', 'Another 🚇 headline').replace('she said', 'she now said');
  const head = (text: string) => `text: { sha256: "${sha256(text)}", length: ${new CodePointText(text).length} }`;
  /** An evidence span as it stands in a text. */
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

  test('go to where their exact words stand once; comments and layout stay', () => {
    const of = (text: string) => file(text, (words) => at(words, text));
    expect(anchor(of(TEXT), NEW)).toEqual({ text: of(NEW), anchored: 0, carried: 2, problems: [] });
  });

  test('that stand where they stood are left as they are written', () => {
    const longer = `${TEXT}More.\n`;
    const result = anchor(
      file(TEXT, (words) => at(words, TEXT).replace('{ start', '{  start')),
      longer,
    );
    expect(result).toMatchObject({ carried: 2, problems: [] });
    expect(result.text).toBe(file(longer, (words) => at(words, TEXT).replace('{ start', '{  start')));
  });

  test('are told with their place when their words are gone or stand several times, and nothing is written', () => {
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
        expect.stringMatching(/^a\.yaml:4:23: these words \(32-40 of the text before\) stand nowhere in this text/),
        expect.stringMatching(
          /^a\.yaml:6:31: "The tunnel" \(52-62 of the text before\) stand in this text 2 times, in paragraphs 3, 3: .+ nth: 2/,
        ),
      ],
    });
  });

  test('are carried over in one go with what was mended as words', () => {
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

  test('go with a span that holds them, whose words stand once', () => {
    const yaml = `${head(TEXT)}
positions: [{ span: ${at('tunnel. The tunnel', TEXT)} }]
mentions: [{ text: The tunnel, span: { start: 64, end: 74 } }]
`;
    const { text, problems } = anchor(yaml, NEW);
    expect(problems).toEqual([]);
    expect(text).toContain(`span: { start: ${start('tunnel. The tunnel', NEW) + 8}, end: `);
  });

  test('that would meet in one place are refused', () => {
    const yaml = `${head(TEXT)}
mentions:
  - { text: The tunnel, span: { start: 52, end: 62 } }
  - { text: The tunnel, span: { start: 64, end: 74 } }
`;
    const { text, problems } = anchor(yaml, TEXT.replace('The tunnel. ', ''));
    expect(text).toBe(yaml);
    expect(problems).toEqual(Array(2).fill(expect.stringContaining('stand in this text only once, for several spans')));
  });

  test('are told apart by what stands around them where the text before is given', () => {
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

  test('are refused with a text before that is another', () => {
    const yaml = file(TEXT, (words) => at(words, TEXT));
    expect(anchor(yaml, NEW, 'Something else.')).toEqual({
      text: yaml,
      anchored: 0,
      problems: [`a.yaml:2:17: the text before has another sha256: ${sha256('Something else.')}`],
    });
  });

  function start(words: string, text: string): number {
    return new CodePointText(text).offsetsOf(words)[0] ?? -1;
  }
});

describe('the text that the offsets belong to', () => {
  test.each([
    [
      'after the head',
      'headline: h # c\nsummary: >-\n  s\n\nsources: {}\n',
      `headline: h # c\nsummary: >-\n  s\n${HEAD}\nsources: {}\n`,
    ],
    ['before lists without a head', 'links: []\n', `${HEAD}links: []\n`],
    ['at the end of a head alone', 'headline: h', `headline: h\n${HEAD}`],
    ['in place of an empty one', 'text:\nlinks: []\n', `${HEAD}links: []\n`],
    ['in place of an incomplete one', 'text: { length: 3 } # c\n', HEAD.replace('\n', ' # c\n')],
  ])('is filled %s', (_, yaml, expected) => {
    expect(anchor(yaml)).toEqual({ text: expected, anchored: 0, problems: [] });
  });
});

describe.each(['100-harbour-tunnel', '101-mayor-rules-out-tax'])('the file of %s', (slug) => {
  const yaml = readFileSync(join(fixtures, `dataset/articles/${slug}.yaml`), 'utf8');
  const article = readFileSync(join(fixtures, `texts/${slug}.txt`), 'utf8');

  test('is anchored already: nothing changes', () => {
    expect(anchor(yaml, article)).toEqual({ text: yaml, anchored: 0, problems: [] });
  });

  test('with its spans as words again, is anchored to what it was', () => {
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
