import { expect, test } from 'vitest';
import { formatProblem } from '../../src/text/problem.ts';
import { YamlFile } from '../../src/text/yaml-file.ts';

const problemsOf = (text: string) => new YamlFile('a.yaml', text).problems.map(formatProblem);

const COLON = 'put this text in quotation marks, because it contains ": "';
const COMMA = '; or is a comma missing before the next key?';
const GOES_ON = "the quotation mark before this ends the text: put the whole text in '…', and write each ' in it twice";
const NO_KEY = 'this line has no key: begin it with "key: ", or indent it further if it continues the text above';
const quoteFirst = (character: string) => `put a text that begins with ${character} in quotation marks`;
const column = (wrong: number, right: string) =>
  `this line begins in column ${wrong}: the maps and lists above it begin in column ${right}`;

const cases: readonly [name: string, text: string, problem: string][] = [
  ['a colon in a text', 'a:\n  gloss: She said: no\n  b: c\n', `2:10: ${COLON}`],
  ['a colon after a quotation', 'gloss: "No": she said so\n', `1:8: ${COLON}`],
  ['a colon in a text within braces', 'a: { gloss: She said: no, b: c }\n', `1:13: ${COLON}${COMMA}`],
  ['a missing comma within braces', 'a: { b: "c" d: e }\n', `1:9: ${COLON}${COMMA}`],
  ['a missing comma within brackets', 'a: ["b" "c"]\n', '1:9: missing comma before this'],
  ['an extra comma', 'a: [b,, c]\n', '1:7: nothing precedes this comma: remove it'],
  ['no space after a colon', 'b: c\nname:Ada\nd: e\n', '2:1: missing space after the colon: write "name: Ada"'],
  ['words without a key', 'a: b\njust words\nc: d\n', `2:1: ${NO_KEY}`],
  ['words without a key at the end', 'a: b\njust words\n', `2:1: ${NO_KEY}`],
  ['a line indented too little', 'a:\n  - b: c\n    d: e\n   f: g\n    h: i\n', `4:4: ${column(4, '1, 3 or 5')}`],
  ['a line indented too much', 'a:\n  - b: c\n     d: e\n    f: g\n', `3:6: ${column(6, '1, 3 or 5')}`],
  ['an indented line at the top', 'a: b\n\n c: d\n', `3:2: ${column(2, '1')}`],
  ['an indented line with CRLF', 'a: b\r\n c: d\r\n', `2:2: ${column(2, '1')}`],
  ['an entry indented too little', 'a:\n  - b: c\n    d: e\n - b: c\n', `4:2: ${column(2, '1, 3 or 5')}`],
  ['an entry indented too much', 'a:\n  - { b: c }\n# d\n   - { b: c }\n', `4:4: ${column(4, '1 or 3')}`],
  [
    'an entry without its dash',
    'a:\n  - { b: c }\n  { b: c }\n',
    '3:3: missing "- " before this entry of the list above',
  ],
  ['a tab', 'a:\n\tb: c\n', '2:1: tab in the indentation: use spaces'],
  ['a list on the line of its key', 'a: - b\n', `1:4: begin a list on the line below its key; ${quoteFirst('"- "')}`],
  [
    'a quotation mark that is not closed',
    'a: b\nc: "d\ne: f\n',
    '2:4: this quotation mark is never closed: repeat it after the last word',
  ],
  ['a text that begins with a quotation', 'gloss: "No" is what she said\n', `1:13: ${GOES_ON}`],
  ['an apostrophe in single quotation marks', "gloss: 'It's ours'\n", `1:12: ${GOES_ON}`],
  [
    'a text that begins with a bracket',
    'gloss: [the tunnel] is\n',
    '1:21: "]" ends the list, but more text follows: put the whole text in quotation marks',
  ],
  [
    'a brace that is not closed',
    'a: { b: c\nd: { e: f }\n',
    '1:4: this "{" is never closed: write "}" after the last entry',
  ],
  [
    'a bracket within braces that is not closed',
    'a: { b: [c\n',
    '1:9: this "[" is never closed: write "]" after the last entry',
  ],
  ['a bracket closed by a brace', 'a: [b, c}\n', '1:9: the open "[" is closed with "]", not with "}"'],
  ['an extra brace', 'a: { b: c }}\nd: e\n', '1:12: "}" closes nothing: remove it'],
  ['a text that begins with an at sign', 'a: @b\n', `1:4: ${quoteFirst('@')}`],
  ['a text that begins with an exclamation mark', 'a: !b c\n', `1:4: ${quoteFirst('!')}`],
  [
    'a text that begins with an asterisk',
    'a: *b\n',
    '1:4: no anchor &b is defined above: quote a text that begins with *',
  ],
  [
    'an anchor given twice',
    'a: &x b\nc: &x d\n',
    '2:7: the anchor &x is already defined on line 1: choose another name',
  ],
  [
    'a backslash in double quotation marks',
    'a: "C:\\dir"\n',
    '1:7: invalid escape: in "…" write the backslash twice, or use \'…\'',
  ],
  [
    'a text on the same line as >',
    'a: > b c\n',
    '1:6: begin the text after | or > on the next line; put a text that begins with | or > in quotation marks',
  ],
  ['a comment without a space before it', 'a: "b"#c\n', '1:7: missing space before #, which begins a comment'],
  [
    'a key that is a property of Object.prototype',
    '__proto__: { a: b }\n',
    '1:1: "__proto__" cannot be a key: choose another name',
  ],
  ['a map as a key', '? { a: b }\n: c\n', '1:3: a map or list cannot be a key: write a name'],
  ['an alias as a key', 'a: &x b\n*x : c\nb: d\n', '2:1: an alias cannot be a key: write the name'],
  ['an empty key', 'a: b\n: c\n', '2:1: this key is empty: write a name before the colon'],
  [
    'a whole number as a key',
    '"7": a\n007: b\n',
    '2:1: YAML reads the key 007 as the number 7: put it in quotation marks',
  ],
  ['a decimal as a key', 'a: { 1.0: b }\n', '1:6: YAML reads the key 1.0 as the number 1: put it in quotation marks'],
  [
    'an infinite key',
    'a:\n  .inf: b\n',
    '2:3: YAML reads the key .inf as the number Infinity: put it in quotation marks',
  ],
  ['a truth value as a key', 'a:\n  - TRUE: b\n', '2:5: YAML reads the key TRUE as true: put it in quotation marks'],
  ['a null as a key', 'a: b\nNull: c\n', '2:1: YAML reads the key Null as null: put it in quotation marks'],
  ['a tilde as a key', '{ a: b, ~: c }\n', '1:9: YAML reads the key ~ as null: put it in quotation marks'],
  [
    'a date as a key in YAML 1.1',
    '%YAML 1.1\n---\n2031-03-04: a\n',
    '3:1: YAML reads the key 2031-03-04 as a date: put it in quotation marks',
  ],
  [
    'a comma in a number within braces',
    'a: { b: 1,000, c: d }\n',
    '1:11: "000" is not a field: write a number without commas, and put a text that contains a comma in quotation marks',
  ],
  [
    'a decimal with too many digits',
    'a: 90071992547409.123456\n',
    '1:4: YAML reads this number as 90071992547409.12: put it in quotation marks to keep all its digits',
  ],
  [
    'a decimal with too many digits in JSON',
    '{ "a": [0.12345678901234567890] }\n',
    '1:9: YAML reads this number as 0.12345678901234568: put it in quotation marks to keep all its digits',
  ],
  [
    'a number that is rounded to a whole one',
    'a: 1.00000000000000000001\n',
    '1:4: YAML reads this number as 1: put it in quotation marks to keep all its digits',
  ],
  [
    'a whole number with too many digits',
    'a: 12345678901234567890\n',
    '1:4: YAML reads this number as 12345678901234567000: put it in quotation marks to keep all its digits',
  ],
  [
    'an exponent that is too large',
    'a: 1e400\n',
    '1:4: YAML reads this number as Infinity: put it in quotation marks to keep all its digits',
  ],
  [
    'an exponent that is too small',
    'a: 1e-400\n',
    '1:4: YAML reads this number as 0: put it in quotation marks to keep all its digits',
  ],
  [
    'a hexadecimal number',
    'a: 0x1F\n',
    '1:4: YAML reads this as the number 31: write 31, or put a text in quotation marks',
  ],
  [
    'a number with leading zeros',
    'a: 010\n',
    '1:4: YAML reads this as the number 10: write 10, or put a text in quotation marks',
  ],
  [
    'a time in YAML 1.1',
    '%YAML 1.1\n---\na: 12:30\n',
    '3:4: YAML reads this as the number 750: write 750, or put a text in quotation marks',
  ],
];

test.each(cases)('%s is reported once, with its place and what is accepted', (_, text, problem) => {
  expect(problemsOf(text)).toEqual([`a.yaml:${problem}`]);
});

test.each(['0', '-0', '1', '+1', '1.50', '.5', '5.', '1e3', '1.5E-7', '0.1', '0.30000000000000004'])(
  'the number %s is exact',
  (number) => {
    expect(new YamlFile('a.yaml', `a: ${number}`)).toMatchObject({ problems: [], data: { a: Number(number) } });
  },
);

test('texts that look like numbers in other versions of YAML are texts, also as keys', () => {
  const text = '1_000: 12:30\nyes: no\n2031-03-04: 1,000\n!!str 7: !!str 8\n';
  expect(new YamlFile('a.yaml', text)).toMatchObject({
    problems: [],
    data: { '1_000': '12:30', yes: 'no', '2031-03-04': '1,000', '7': '8' },
  });
});

test('excessive nesting is rejected', () => {
  const [problem, ...others] = problemsOf(`a: ${'['.repeat(5000)}\n`);
  expect(problem).toContain('this is nested too deeply');
  expect(others).toEqual([]);
});

test('harmless errors are all reported, up to the first syntax error', () => {
  expect(problemsOf('a: b\na: c\nd: e: f\na: g\nh: i: j\n')).toEqual([
    'a.yaml:2:1: this key is already in the same map: write each key once',
    `a.yaml:3:4: ${COLON}`,
  ]);
});

test('aliases that expand to too many values are rejected', () => {
  const lists = [...'abcdefgh'].map((name, i) => {
    const entry = i === 0 ? 'x' : `*${'abcdefgh'[i - 1]}`;
    return `${name}: &${name} [${Array(10).fill(entry).join(', ')}]\n`;
  });
  expect(problemsOf(lists.join(''))).toEqual([
    'a.yaml:1:1: its aliases expand to too many values: repeat the entries instead',
  ]);
});
