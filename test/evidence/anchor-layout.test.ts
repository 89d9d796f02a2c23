import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Parser } from 'yaml';
import { anchorFile } from '../../src/evidence/anchor.ts';
import { CodePointText } from '../../src/text/code-point.ts';
import { formatProblem } from '../../src/text/problem.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { YamlFile } from '../../src/text/yaml-file.ts';
import { Choice } from '../support/choice.ts';
import { randomYaml } from '../support/random-yaml.ts';
import { HOUR, runs } from '../support/runs.ts';

const TEXT = 'City 🚇 pledge\n\nAnn Lee met Bo. “It’s a plan: go,” Ann Lee said. It is # 1.\n';
const text = new CodePointText(TEXT);
const COPY = `{ sha256: "${sha256(TEXT)}", length: ${text.length} }`;
const ANN = '{ start: 15, end: 22, paragraph: 2 }';
const BO = `{ start: 27, end: 29, paragraph: 2, sha256: "${sha256('Bo')}" }`;

const json = (flow: string) => flow.replaceAll(/(\w+):/g, '"$1":');

describe('an article file is anchored in its own layout:', () => {
  const mention = '  - { actor: ann, text: Ann Lee, span: { nth: 1 } }\n';
  const anchored = `  - { actor: ann, text: Ann Lee, span: ${ANN} }\n`;
  test.each([
    [
      'a document marker',
      `---\nmentions:\n${mention}headline: h\n`,
      `---\ntext: ${COPY}\nmentions:\n${anchored}headline: h\n`,
    ],
    ['a directive', `%YAML 1.2\n---\nmentions:\n${mention}`, `%YAML 1.2\n---\ntext: ${COPY}\nmentions:\n${anchored}`],
    ['a byte order mark', `\ufeffmentions:\n${mention}`, `\ufefftext: ${COPY}\nmentions:\n${anchored}`],
    [
      'CRLF',
      `headline: h\r\nmentions:\r\n  - text: Ann Lee\r\n    span:\r\n      nth: 1\r\n`,
      `headline: h\r\ntext: ${COPY}\r\nmentions:\r\n  - text: Ann Lee\r\n    span: ${ANN}\r\n`,
    ],
    [
      'CRLF and a new span',
      `headline: h\r\nmentions:\r\n  - text: Bo\r\n`,
      `headline: h\r\ntext: ${COPY}\r\nmentions:\r\n  - span: { start: 27, end: 29, paragraph: 2 }\r\n    text: Bo\r\n`,
    ],
    [
      'comments above the first list',
      `# $schema=x\n\n# who\nmentions:\n${mention}`,
      `# $schema=x\n\n# who\ntext: ${COPY}\nmentions:\n${anchored}`,
    ],
    ['an indented file', `  headline: h\n  mentions: []\n`, `  headline: h\n  text: ${COPY}\n  mentions: []\n`],
    ['no line break at the end', 'links: []\nheadline: h', `text: ${COPY}\nlinks: []\nheadline: h`],
    ['no list, and an end marker', 'headline: h # c\n...\n', `headline: h # c\ntext: ${COPY}\n...\n`],
    [
      'a block scalar above the first list',
      'summary: |+\n  s\n\nlinks: []\n',
      `summary: |+\n  s\n\ntext: ${COPY}\nlinks: []\n`,
    ],
    [
      'words in a block scalar',
      'links:\n  - span:\n      text: >-\n        Bo\n    gloss: g\n',
      `text: ${COPY}\nlinks:\n  - span: ${BO}\n    gloss: g\n`,
    ],
    [
      'comments in a span',
      'links:\n  - span: # a\n      # b\n      text: Bo # c\n      # d\n      nth: 1 # e\n',
      `text: ${COPY}\nlinks:\n  - span: # a\n      # b\n      # c\n      # d\n      ${BO} # e\n`,
    ],
    [
      'comments in a span in braces',
      'links:\n  - span: { # a\n      text: Bo, # b\n      nth: 1 }\n',
      `text: ${COPY}\nlinks:\n  - span: { # a\n      # b\n      ${BO.slice(2)}\n`,
    ],
    [
      'an empty span',
      'mentions:\n  - text: Bo\n    span: # c\n',
      `text: ${COPY}\nmentions:\n  - text: Bo\n    span: { start: 27, end: 29, paragraph: 2 } # c\n`,
    ],
    [
      'words that are an alias',
      'links:\n  - { gloss: &bo Bo, span: { text: *bo } }\n',
      `text: ${COPY}\nlinks:\n  - { gloss: &bo Bo, span: ${BO} }\n`,
    ],
    [
      'a span that is an alias',
      'links:\n  - span: &bo { text: Bo }\n  - span: *bo\n',
      `text: ${COPY}\nlinks:\n  - span: &bo ${BO}\n  - span: *bo\n`,
    ],
    [
      'an entry without braces in a list',
      'mentions: [text: Bo]\n',
      `text: ${COPY}\nmentions: [{ span: { start: 27, end: 29, paragraph: 2 }, text: Bo }]\n`,
    ],
    [
      'a key with an anchor',
      'mentions:\n  - ? &t text\n    : Bo\n',
      `text: ${COPY}\nmentions:\n  - span: { start: 27, end: 29, paragraph: 2 }\n    ? &t text\n    : Bo\n`,
    ],
    [
      'braces',
      '{ headline: h, mentions: [{ text: Bo }] }',
      `{ headline: h, text: ${COPY}, mentions: [{ span: { start: 27, end: 29, paragraph: 2 }, text: Bo }] }`,
    ],
    [
      'braces on several lines',
      '{\n  headline: h, # c\n  text: # d\n}\n',
      `{\n  headline: h, # c\n  text: ${COPY} # d\n}\n`,
    ],
    ['braces without lists', '{\n  headline: h # c\n}\n', `{\n  headline: h, # c\n  text: ${COPY}\n}\n`],
    [
      'JSON',
      '{\n  "headline": "h",\n  "mentions": [\n    { "text": "Bo" }\n  ]\n}\n',
      `{\n  "headline": "h",\n  "text": ${json(COPY)},\n  "mentions": [\n    { "span": { "start": 27, "end": 29, "paragraph": 2 }, "text": "Bo" }\n  ]\n}\n`,
    ],
    [
      'JSON on one line',
      '{"mentions":[{"text":"Bo","span":{"nth":1}}],"text":null}',
      `{"mentions":[{"text":"Bo","span":{ "start": 27, "end": 29, "paragraph": 2 }}],"text":${json(COPY)}}`,
    ],
    ['JSON without lists', '{\n\t"headline": "h"\n}', `{\n\t"headline": "h",\n\t"text": ${json(COPY)}\n}`],
  ])('%s', (_, yaml, expected) => {
    const result = anchorFile(yaml, TEXT);
    expect(result.problems).toEqual([]);
    expect(result.text).toBe(expected);
    expect(anchorFile(expected, TEXT)).toMatchObject({ text: expected, anchored: 0, problems: [] });
  });
});

test('what cannot be written without breaking the file is reported, and the rest is anchored', () => {
  const yaml = `text: ${COPY}\nlinks:\n  - span: { text: &bo Bo }\n  - { gloss: *bo, span: { text: Bo } }\n`;
  const { problems, ...result } = anchorFile(yaml, TEXT, { file: 'a.yaml' });
  expect(problems.map(formatProblem)).toEqual([
    `a.yaml:3:11: "span" cannot be written here without changing the rest of the file: write span: ${BO}`,
  ]);
  expect(result).toMatchObject({ anchored: 1, text: yaml.replace('{ text: Bo }', BO) });
});

const SPANS = [
  { span: { text: 'Bo' } },
  { span: { text: 'Ann Lee', nth: 2 } },
  { span: { text: 'It’s a plan: go' } },
  { span: { text: 'It is # 1' } },
  { span: { start: 27, end: 29 } },
  { span: { start: 27, end: 29, paragraph: 2, sha256: sha256('Bo') } },
];
const OWN_WORDS = [
  { text: 'Bo' },
  { text: 'It is # 1' },
  { text: '🚇', span: {} },
  { text: 'Ann Lee', span: { nth: 1 } },
];
const REST = [
  {},
  { gloss: 'So: it # goes' },
  { gloss: 'A long\ntext', actor: 'ann' },
  { list: ['a', 1, null, {}], map: { 'b c': true } },
];

/** An article file in a random layout; sometimes some characters were changed, and it may not be YAML any more. */
class Files extends fc.Arbitrary<string> {
  generate(random: fc.Random): fc.Value<string> {
    const choice = new Choice(random);
    const list = (kinds: readonly object[]) =>
      choice.many([1, 3], () => ({ ...choice.pick(REST), ...choice.pick(kinds) }));
    const fields = {
      headline: choice.pick(['h', 'City # 1']),
      summary: choice.pick(['One two three', 'One\n\ntwo\n', null]),
      sources: { who: { collective: false } },
      text: choice.pick([null, {}, { sha256: sha256(TEXT), length: text.length }]),
      mentions: list(OWN_WORDS),
      links: list(SPANS),
      aliases: list(REST),
    };
    const some = choice.some(Object.entries({ ...fields, positions: list(SPANS) }), choice.int(1, 8));
    let yaml = randomYaml(Object.fromEntries(some), choice);
    if (choice.chance(30)) for (const _ of choice.many([1, 3], () => null)) yaml = edited(yaml, choice);
    return new fc.Value(yaml, undefined);
  }

  canShrinkWithoutContext(_: unknown): _ is string {
    return false;
  }

  shrink(): fc.Stream<fc.Value<string>> {
    return fc.Stream.nil();
  }
}

function edited(yaml: string, choice: Choice): string {
  const at = choice.int(0, yaml.length);
  if (choice.chance(20)) {
    const lines = yaml.split('\n');
    const [from, to] = [choice.int(0, lines.length - 1), choice.int(0, lines.length)];
    return lines.toSpliced(to, 0, ...lines.splice(from, choice.int(0, 1))).join('\n');
  }
  const inserted = choice.pick([
    '',
    '',
    '#',
    ' # c',
    '\n',
    '  ',
    ': ',
    ', ',
    '"',
    "'",
    '[',
    '}',
    '- ',
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '|',
    '---\n',
    '\r',
    '\t',
    '\ufeff',
  ]);
  return yaml.slice(0, at) + inserted + yaml.slice(at + choice.int(0, 1));
}

test(
  'however a file is laid out and edited, its result is valid and has everything that was in the file',
  () => {
    const counts = { anchored: 0, unwritable: 0 };
    fc.assert(
      fc.property(new Files(), (yaml) => {
        const before = new YamlFile('a.yaml', yaml);
        const result = anchorFile(yaml, TEXT, { file: 'a.yaml' });
        const after = new YamlFile('a.yaml', result.text);
        if (result.text !== yaml) expectKept(before, after);
        counts.anchored += result.anchored;
        counts.unwritable += result.problems.filter(({ message }) => message.includes('cannot be written here')).length;
        const again = anchorFile(result.text, TEXT, { file: 'a.yaml' });
        expect(again).toMatchObject({ text: result.text, anchored: 0 });
        expect(again.problems.map(({ message }) => message)).toEqual(result.problems.map(({ message }) => message));
      }),
      { numRuns: runs(200, 10_000) },
    );
    expect(counts.anchored).toBeGreaterThan(runs(200, 10_000));
    expect(counts.unwritable).toBeLessThan(counts.anchored / 100);
  },
  HOUR,
);

type Fields = Readonly<Record<string, unknown>>;

function expectKept(before: YamlFile, after: YamlFile): void {
  expect(after.problems).toEqual([]);
  expect(commentsOf(after.text)).toEqual(commentsOf(before.text));
  expect(otherData(after)).toEqual(otherData(before));
  const [old, now] = [spansOf(before), spansOf(after)];
  for (const [i, item] of old.entries()) {
    const span = now[i]?.span as Fields | undefined;
    const { text: words, start, end } = (item.span ?? {}) as Fields;
    if (!isDeepStrictEqual(item.span, span))
      expect(slice(span)).toBe(words ?? (start === undefined ? item.text : slice({ start, end })));
  }
  expect(after.text.startsWith('\ufeff')).toBe(before.text.startsWith('\ufeff'));
  expect(after.text.endsWith('\n')).toBe(before.text.endsWith('\n'));
  if (before.text.includes('\r\n') && !/(?<!\r)\n/.test(before.text)) expect(after.text).not.toMatch(/(?<!\r)\n/);
  if (!before.text.includes('\r')) expect(after.text).not.toContain('\r');
  if (isJson(before.text)) expect(isJson(after.text)).toBe(true);
}

function slice(span: Fields | undefined): string {
  return text.slice(Number(span?.start), Number(span?.end));
}

/** The file's data without spans and `text`. */
function otherData({ data }: YamlFile): Fields {
  const { text: _, ...rest } = data as Fields;
  const withoutSpan = (entry: unknown) => (isFields(entry) ? { ...entry, span: null } : entry);
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, Array.isArray(value) ? value.map(withoutSpan) : value]),
  );
}

/** The entries of all lists, in the order of their keys. */
function spansOf({ data }: YamlFile): readonly Fields[] {
  const lists = Object.entries(data as Fields).filter(([, value]) => Array.isArray(value));
  return lists.sort().flatMap(([, value]) => (value as unknown[]).filter(isFields));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function commentsOf(yaml: string): string[] {
  const comments: string[] = [];
  const visit = (token: unknown): void => {
    if (typeof token !== 'object' || token === null) return;
    if ('type' in token && token.type === 'comment' && 'source' in token) comments.push(String(token.source));
    for (const inner of Object.values(token)) visit(inner);
  };
  for (const token of new Parser().parse(yaml)) visit(token);
  return comments;
}

function isJson(yaml: string): boolean {
  try {
    JSON.parse(yaml.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
