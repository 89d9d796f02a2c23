import { describe, expect, test } from 'vitest';
import { type Printed, printedFaults, prints } from '../../src/evidence/printed.ts';
import { CodePointText } from '../../src/text/code-point.ts';

const printed = (text: string, words: string) => prints(new CodePointText(text), words);

describe('words are printed', () => {
  test.each([
    ['with the same characters', 'the U.S. 🚇 official', 'So the U.S. 🚇 official said.'],
    ['over a line break', 'City gives pledge', 'City gives\npledge'],
    ['with a no-break space', '4 million', 'It costs 4\u00a0million.'],
    ['with a space where the field has a no-break space', '4\u00a0million', 'It costs 4 million.'],
    ['at the beginning of the text, with a capital', 'a city official', 'A city official said.'],
    ['at the beginning of a sentence, with a capital', 'on Monday', 'It rained. On Monday it snowed.'],
    ['at the beginning of a line, with a capital', 'on Monday', 'Weather\nOn Monday it snowed.'],
    ['at the beginning of a quotation, with a capital', 'the tunnel', 'He said: “The tunnel is safe.”'],
    ['as a part of a compound', 'iron', 'An iron-clad pledge'],
    ['before an apostrophe', 'Brandt', 'Brandt’s pledge'],
    ['in brackets', '[the tunnel]', 'It [the tunnel] costs.'],
  ])('%s', (_, words, text) => {
    expect(printed(text, words)).toBe(true);
  });
});

describe('words are not printed', () => {
  test.each([
    ['as a part of a longer word', 'mayor', 'The mayors met.'],
    ['as a part of a number', '4 million', 'It costs 14 million.'],
    ['before an accent', 'Jos', 'Jose\u0301 spoke. Jos\u0301'],
    ['with a capital within a sentence', 'city official', 'The City official said.'],
    ['with a small letter where the field has a capital', 'City official', 'A city official said.'],
    ['with another case later', 'a City official', 'A city official said.'],
    ['with another hyphen', 'iron-clad', 'An iron‑clad pledge'],
    ['with another apostrophe', "Brandt's", 'Brandt’s pledge'],
    ['without an accent', 'Jose', 'José spoke.'],
    ['with a word between', 'the official', 'the city official'],
  ])('%s', (_, words, text) => {
    expect(printed(text, words)).toBe(false);
  });
});

const TEXT = new CodePointText(
  `Mayor Brandt speaks\n\nMayor Ilse Brandt, former quay master, spoke.\n\n“Never”\n\nAda Quist\n`,
);

function faultOf(words: string, span: string, more: Partial<Printed> = {}): string | undefined {
  const [start = 0] = TEXT.offsetsOf(span);
  const range = { start, end: start + span.length };
  const one: Printed = { path: ['x'], words, place: 'span', span: range, quoted: false, apart: false, ...more };
  const [fault] = printedFaults([one], TEXT);
  return fault && `${fault.line ?? 'text'}: ${fault.message}`;
}

test('the span of an entry must print its words, and a fault says where they are', () => {
  expect(faultOf('Mayor', 'Mayor Ilse Brandt')).toBeUndefined();
  expect(faultOf('quay master', 'Ilse Brandt')).toBe('3: “quay master”: not in its span, 27-38, but in paragraph 2');
  expect(faultOf('Mayo', 'Mayor Ilse')).toBe(
    '3: “Mayo”: not in its span, 21-31: printed only as a part of longer words',
  );
  expect(faultOf('mayor', 'Mayor Ilse Brandt, former')).toBeUndefined();
  expect(faultOf('Quay master', 'former quay master')).toBe(
    '3: “Quay master”: not in its span, 40-58: did you mean "quay master" (paragraph 2)?',
  );
  expect(faultOf('harbour master', 'former quay master')).toBe(
    '3: “harbour master”: not in its span, 40-58: write the words exactly as printed there',
  );
});

test('the paragraph of a span must print an attribution; in a pull quote, the lines around it', () => {
  expect(faultOf('former quay master', 'spoke', { place: 'paragraph' })).toBeUndefined();
  expect(faultOf('Ada Quist', 'Never', { place: 'paragraph' })).toBe(
    '5: “Ada Quist”: not in its paragraph, but in paragraph 4',
  );
  expect(faultOf('Ada Quist', 'Never', { place: 'paragraph', apart: true })).toBeUndefined();
  expect(faultOf('Mayor Brandt speaks', 'Never', { place: 'paragraph', apart: true })).toBe(
    '5: “Mayor Brandt speaks”: not in its paragraph or the line before or after it, but in paragraph 1',
  );
});

test('anywhere in the article may print other fields', () => {
  expect(faultOf('Ada Quist', 'Never', { place: 'article', span: null })).toBeUndefined();
  expect(faultOf('Ada Quest', 'Never', { place: 'article' })).toBe(
    'text: “Ada Quest”: not in the text: write the words exactly as printed there',
  );
});

test('quoted words must be the words of a quotation', () => {
  expect(faultOf('Never', 'Never', { quoted: true })).toBeUndefined();
  expect(faultOf('Ada Quist', 'Ada Quist', { quoted: true })).toMatch(/^7: “Ada Quist”: no quotation marks enclose/);
});

test('an entry that is not anchored is only compared where it needs no span', () => {
  expect(faultOf('nowhere', 'Never', { span: null })).toBeUndefined();
  expect(faultOf('nowhere', 'Never', { span: null, place: 'paragraph' })).toBeUndefined();
  expect(faultOf('nowhere', 'Never', { span: null, place: 'article' })).toBeDefined();
});
