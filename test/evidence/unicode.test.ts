import { describe, expect, test } from 'vitest';
import { anchorFile } from '../../src/evidence/anchor.ts';
import { cutOf } from '../../src/evidence/cut.ts';
import { prints } from '../../src/evidence/printed.ts';
import { CodePointText } from '../../src/text/code-point.ts';
import { formatProblem } from '../../src/text/problem.ts';

const mention = (words: string) => `headline: City\nmentions:\n  - { actor: a, text: ${JSON.stringify(words)} }\n`;

function messagesFor(yaml: string, text: string): readonly string[] {
  const { problems, faults, notes } = anchorFile(yaml, text, { file: 'a.yaml' });
  return [...problems, ...faults, ...notes].map(formatProblem);
}

describe('words that differ from the text only in what cannot be seen', () => {
  test.each([
    [
      'decomposed in the text',
      'José',
      'Jose\u0301 came.',
      'the same letters in another Unicode form',
      String.raw`"Jose\u0301"`,
    ],
    [
      'composed in the text',
      'Jose\u0301',
      'José came.',
      'the same letters in another Unicode form',
      String.raw`"Jos\u00e9"`,
    ],
    ['Hangul', '김철수', '김철수'.normalize('NFD'), 'another Unicode form', String.raw`"\u1100\u1175`],
    [
      'a no-break space',
      'Ada Quist',
      'Ada\u00a0Quist came.',
      'other spaces or invisible',
      String.raw`"Ada\u00a0Quist"`,
    ],
    [
      'a byte order mark inside',
      'Ada Quist',
      'Ada \ufeffQuist.',
      'other spaces or invisible',
      String.raw`"Ada \ufeffQuist"`,
    ],
    ['a line break', 'Ada Quist', 'Ada\nQuist came.', 'other spaces or invisible', String.raw`"Ada\nQuist"`],
  ])('are shown with escapes: %s', (_, words, text, what, write) => {
    const [message = ''] = messagesFor(mention(words), `City\n\n${text}\n`);
    expect(message).toContain(`"${words}" is not in the text`);
    expect(message).toContain(what);
    expect(message).toContain(`write ${write}`);
  });

  test('are found when they are written as shown', () => {
    expect(messagesFor(mention('Jose\u0301'), 'City\n\nJose\u0301 came.\n')).toEqual([]);
  });
});

test('a suggestion has whole characters and whole words', () => {
  expect(messagesFor(mention('jose'), 'City\n\nJose\u0301phine came, then Jose\u0301.\n')).toEqual([
    'a.yaml:3:5: "jose" is not in the text: did you mean "Jose\u0301" (paragraph 2)?',
  ]);
  expect(messagesFor(mention('jose'), 'City\n\nJosephine came.\n')).toEqual(['a.yaml:3:5: "jose" is not in the text']);
});

describe('words that are only a part of a character in the text', () => {
  test.each([
    ['a letter without its accent', 'Jose', 'Jose\u0301 came.', '"Jose\u0301"', 'U+0065 U+0301'],
    ['a family without a child', '👨‍👩', 'The 👨‍👩‍👧 came.', '', 'U+1F468 U+200D U+1F469 U+200D U+1F467'],
    ['half a flag', '🇩', 'The 🇩🇰 won.', '', 'U+1F1E9 U+1F1F0'],
    ['a hand without its skin tone', '👋', 'He waved 👋🏽.', '', 'U+1F44B U+1F3FD'],
    ['a Devanagari consonant without its vowel', 'हिन्द', 'हिन्दी news.', '', 'U+0926 U+0940'],
  ])('cannot be anchored: %s', (_, words, text, _whole, points) => {
    const [message = ''] = messagesFor(mention(words), `City\n\n${text}\n`);
    expect(message).toMatch(
      /^a\.yaml:3:5: ".*" is in the text only as a part of other characters: it (?:starts|ends) in/u,
    );
    expect(message).toContain(points);
  });

  test('do not count as an occurrence of the words', () => {
    const { text, problems } = anchorFile(mention('Jose'), 'City\n\nJose\u0301 and Jose came.\n');
    expect(problems).toEqual([]);
    expect(text).toContain('start: 16, end: 20');
  });

  test('are rejected where a file gives offsets', () => {
    const yaml = 'headline: City\nclaims:\n  - { span: { start: 6, end: 10 } }\n';
    expect(messagesFor(yaml, 'City\n\nJose\u0301 came.\n')).toEqual([
      'a.yaml:4:13: the span ends in the middle of the character "e\u0301" (U+0065 U+0301): accepted are whole characters',
    ]);
  });
});

describe('a span that cuts a word in two', () => {
  const cut = (text: string, words: string) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return cutOf(new CodePointText(text), { start, end: start + Array.from(words).length })?.whole;
  };

  test.each([
    ['Josephine came.', 'Jose', 'Josephine'],
    ['It costs 40,000 crowns.', '40', '40,000'],
    ['It costs 40,000 crowns.', '000 crowns', '40,000'],
    ['Die Fährgesellschaft kam.', 'gesellschaft', 'Fährgesellschaft'],
    ['Зеленський сказав', 'Зелен', 'Зеленський'],
    ['Ο Μητσοτάκης είπε', 'Μητσο', 'Μητσοτάκης'],
    ['the Hafen\u00adgenossenschaft', 'Hafen', 'Hafen\u00adgenossenschaft'],
    ['נועם לוי כתב', 'נוע', 'נועם'],
  ])('has a note: %s | %s', (text, words, whole) => {
    expect(cut(text, words)).toBe(whole);
  });

  test.each([
    ['Ukraine’s plan', 'Ukraine'],
    ["Ukraine's plan", 'Ukraine'],
    ['l’Ukraine a dit', 'Ukraine'],
    ['pro-Russia votes', 'Russia'],
    ['the “plan” is', 'plan'],
    ['It costs €40m.', '40m'],
    ['At 12:30, he left', '12:30'],
    ['王小明说：「隧道很安全」', '小明'],
    ['彼は『隧道は必要だ』と言った', '隧道'],
    ['นายกรัฐมนตรีกล่าวว่า', 'รัฐมนตรี'],
    ['김철수는 말했다', '김철수'],
    ['ונועם לוי כתב', 'נועם'],
    ['والرئيس قال', 'رئيس'],
  ])('has none where a name or word ends: %s | %s', (text, words) => {
    expect(cut(text, words)).toBeUndefined();
  });

  test('is a note of anchor, which a silence of the lint "word" turns off', () => {
    const yaml = (silences: string) => `headline: City\nmentions:\n  - { actor: a, text: Jose }\n${silences}`;
    const text = 'City\n\nJosephine came.\n';
    expect(messagesFor(yaml(''), text)).toEqual([
      'a.yaml:4:23: the span ends in the middle of the word "Josephine": include the whole word, or silence this note if the rest is not a part of the passage',
    ]);
    expect(messagesFor(yaml('silences:\n  - { lint: word, span: { text: Jose }, reason: r }\n'), text)).toEqual([]);
    expect(messagesFor(yaml('silences:\n  - { lint: value, span: { text: Jose }, reason: r }\n'), text)).toHaveLength(
      1,
    );
  });
});

test.each([
  ['王小明说：「隧道很安全」', '王小明', true],
  ['彼は『隧道は必要だ』と言った', '彼', true],
  ['นายกรัฐมนตรีกล่าวว่า', 'รัฐมนตรี', true],
  ['김철수는 말했다', '김철수', true],
  ['The tunnels', 'tunnel', false],
  ['ABC公司说', 'ABC', true],
])('printed words end at any place where a script has no spaces: %s | %s', (text, words, isPrinted) => {
  expect(prints(new CodePointText(text), words)).toBe(isPrinted);
});

describe('a text whose line endings have changed', () => {
  const LF = 'Headline\n\nAda Quist came.\nBo spoke.\nAda Quist left.\nBo slept.\n';
  const CRLF = LF.replaceAll('\n', '\r\n');
  const yaml = `headline: Headline
mentions:
  - { actor: ada, text: Ada Quist, span: { nth: 2 }, zone: BODY, form: NAME }
claims:
  - { span: { text: "Bo spoke.\\nAda Quist left." } }
`;
  const inLf = anchorFile(yaml, LF).text;
  const inCrlf = anchorFile(yaml.replace('\\n', '\\r\\n'), CRLF).text;

  test.each([
    ['CRLF to LF', inCrlf, CRLF, LF, inLf],
    ['LF to CRLF', inLf, LF, CRLF, inCrlf],
    ['to CRLF with a byte order mark', inLf, LF, `\ufeff${CRLF}`, null],
    ['without the last line break', inCrlf, CRLF, LF.trimEnd(), null],
  ])('carries every span over, with and without --was: %s', (_, before, was, text, expected) => {
    for (const given of [was, undefined]) {
      const carried = anchorFile(before, text, { was: given });
      expect(carried.problems).toEqual([]);
      expect(carried.carried).toBe(2);
      if (expected !== null) expect(carried.text).toBe(expected);
      expect(anchorFile(carried.text, text)).toMatchObject({ text: carried.text, problems: [], faults: [] });
    }
  });

  test('is recognised as the previous text with other line endings than the file was annotated from', () => {
    const changed = LF.replace('Bo slept', 'Bo dreamt');
    expect(anchorFile(inCrlf, changed, { was: LF }).problems).toEqual([]);
  });

  test('the surroundings of repeated words are compared without their line breaks', () => {
    const changed = CRLF.replace('Bo slept', 'Bo dreamt').replace('left.\r\n', 'left.\r\n\r\n');
    const { text, problems } = anchorFile(inLf.replace(/claims:[\s\S]*/u, ''), changed, { was: LF });
    expect(problems).toEqual([]);
    expect(text).toContain(`start: ${changed.lastIndexOf('Ada')}, end: ${changed.lastIndexOf('Ada') + 9}`);
  });

  test('no message asks for the previous text when it was given', () => {
    const twice = 'Ada. Ada. Ada.';
    const file = anchorFile('headline: H\nmentions:\n  - { text: Ada, span: { nth: 2 } }\n', twice).text;
    const next = 'Ada! Ada! Ada!';
    const [without = ''] = anchorFile(file, next).problems.map(formatProblem);
    const [given = ''] = anchorFile(file, next, { was: twice }).problems.map(formatProblem);
    expect(without).toContain('pass the previous text with --was');
    expect(given).toContain('occur 3 times in this text');
    expect(given).not.toContain('--was');
  });
});
