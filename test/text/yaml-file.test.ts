import { expect, test } from 'vitest';
import { formatProblem } from '../../src/text/problem.ts';
import { YamlFile } from '../../src/text/yaml-file.ts';

const problemsOf = (text: string) => new YamlFile('a.yaml', text).problems.map(formatProblem);

const COLON = 'put this text between quotation marks, since it has ": " in it';
const COMMA = '; or is a comma missing before the next key?';
const GOES_ON = "the quotation mark before this ends the text: put all of it between '…', with '' for each ' in it";
const NO_KEY =
  'this line has no key: begin it with "key: ", or deeper than the line above if it belongs to the text there';
const begins = (sign: string) => `a text that begins with ${sign} stands between quotation marks`;
const column = (wrong: number, right: string) =>
  `this line begins in column ${wrong}: what belongs to a map or list above it begins in column ${right}`;

const cases: readonly [name: string, text: string, problem: string][] = [
  ['a colon in a text', 'a:\n  gloss: She said: no\n  b: c\n', `2:10: ${COLON}`],
  ['a colon after a quotation', 'gloss: "No": she said so\n', `1:8: ${COLON}`],
  ['a colon in a text within braces', 'a: { gloss: She said: no, b: c }\n', `1:13: ${COLON}${COMMA}`],
  ['a missing comma within braces', 'a: { b: "c" d: e }\n', `1:9: ${COLON}${COMMA}`],
  ['a missing comma within brackets', 'a: ["b" "c"]\n', '1:9: a comma is missing before this'],
  ['a comma too many', 'a: [b,, c]\n', '1:7: there is nothing before this comma: remove it'],
  ['no blank behind a colon', 'b: c\nname:Ada\nd: e\n', '2:1: a blank is missing behind the colon: write "name: Ada"'],
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
    '3:3: an entry of the list above is missing its "- "',
  ],
  ['a tab', 'a:\n\tb: c\n', '2:1: a tab stands here: indent with blanks'],
  ['a list on the line of its key', 'a: - b\n', `1:4: a list begins on the line below its key; ${begins('"- "')}`],
  [
    'a quotation mark that is not closed',
    'a: b\nc: "d\ne: f\n',
    '2:4: the quotation mark here is never closed: write it behind the last word, too',
  ],
  ['a text that begins with a quotation', 'gloss: "No" is what she said\n', `1:13: ${GOES_ON}`],
  ['an apostrophe between single marks', "gloss: 'It's ours'\n", `1:12: ${GOES_ON}`],
  [
    'a text that begins with a bracket',
    'gloss: [the tunnel] is\n',
    '1:21: "]" ends the list, and something follows: put a text between quotation marks',
  ],
  [
    'a brace that is not closed',
    'a: { b: c\nd: { e: f }\n',
    '1:4: "{" is opened here and never closed: write "}" behind the last entry',
  ],
  [
    'a bracket within braces that is not closed',
    'a: { b: [c\n',
    '1:9: "[" is opened here and never closed: write "]" behind the last entry',
  ],
  ['a bracket closed by a brace', 'a: [b, c}\n', '1:9: "[" is open here, and closed with "]", not with "}"'],
  ['a brace too many', 'a: { b: c }}\nd: e\n', '1:12: nothing is open that "}" could close: remove it'],
  ['a text that begins with a sign', 'a: @b\n', `1:4: ${begins('@')}`],
  ['a text that begins with an exclamation mark', 'a: !b c\n', `1:4: ${begins('!')}`],
  ['a text that begins with a star', 'a: *b\n', `1:4: no anchor &b stands above this: ${begins('*')}`],
  ['an anchor given twice', 'a: &x b\nc: &x d\n', '2:7: the anchor &x stands in line 1 already: choose another name'],
  [
    'a backslash between double marks',
    'a: "C:\\dir"\n',
    '1:7: between "…" a backslash is written twice; between \'…\' it stands as it is',
  ],
  [
    'a text on the line of >',
    'a: > b c\n',
    '1:6: the text after | or > begins on the next line; one that begins with them stands between quotation marks',
  ],
  ['a comment without a blank', 'a: "b"#c\n', '1:7: a blank is missing before #, which begins a comment'],
  ['a key of Object.prototype', '__proto__: { a: b }\n', '1:1: "__proto__" cannot be a key: choose another name'],
  ['a map for a key', '? { a: b }\n: c\n', '1:3: a map or a list cannot be a key: write a name'],
];

test.each(cases)('%s is one problem, with its place and the way out', (_, text, problem) => {
  expect(problemsOf(text)).toEqual([`a.yaml:${problem}`]);
});

test('what is nested without end is refused', () => {
  const [problem, ...others] = problemsOf(`a: ${'['.repeat(5000)}\n`);
  expect(problem).toContain('this is nested deeper than anything that belongs here');
  expect(others).toEqual([]);
});

test('what does not disturb the rest is said together, up to the first mistake of syntax', () => {
  expect(problemsOf('a: b\na: c\nd: e: f\na: g\nh: i: j\n')).toEqual([
    'a.yaml:2:1: this key stands already in the same map: a key is written once',
    `a.yaml:3:4: ${COLON}`,
  ]);
});

test('aliases that unfold to too much are refused', () => {
  const lists = [...'abcdefgh'].map((name, i) => {
    const entry = i === 0 ? 'x' : `*${'abcdefgh'[i - 1]}`;
    return `${name}: &${name} [${Array(10).fill(entry).join(', ')}]\n`;
  });
  expect(problemsOf(lists.join(''))).toEqual(['a.yaml:1:1: its aliases unfold to too much: write the entries out']);
});
