import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorFile } from '../../src/evidence/anchor.ts';
import { CodePointText } from '../../src/text/code-point.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { fixtures } from '../support/knowledge-folder.ts';

const TEXT = `A 🚇 headline

“It’s iron‑clad,” she said. It is so.
The tunnel. The tunnel.
`;
const HEAD = `text: { sha256: "${sha256(TEXT)}", length: ${new CodePointText(TEXT).length} }\n`;

const anchor = (yaml: string, text = TEXT) => {
  const { problems, ...result } = anchorFile(yaml, text, 'a.yaml');
  return { ...result, problems: problems.map(formatProblem) };
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

  test('a file that belongs to another text is refused whole', () => {
    const yaml = `${HEAD}links: [{ span: { text: she said } }]\n`;
    const other = `${TEXT} `;
    expect(anchor(yaml, other)).toEqual({
      text: yaml,
      anchored: 0,
      problems: [`a.yaml:1:17: this file belongs to another text: the one given has the sha256 ${sha256(other)}`],
    });
  });
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
  const yaml = readFileSync(join(fixtures, `knowledge/articles/${slug}.yaml`), 'utf8');
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
