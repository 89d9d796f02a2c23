import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileText } from '../../src/export/layout.ts';
import { YamlFile } from '../../src/text/yaml-file.ts';
import { hardText } from '../support/hard-text.ts';
import { HOUR, runs } from '../support/runs.ts';

const scalar = fc.oneof(
  { weight: 4, arbitrary: hardText },
  fc.constantFrom('a\ufeff', 'a\ufeffb'),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const key = fc.constantFrom(
  ...['name', 'text', 'span', 'null', 'true', '0', '007', '1e3', 'yes', '2031-03-04', 'a-b', '0b1', '12-30', '<<', '='],
);
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, { weight: 3, arbitrary: scalar }, tie('list'), tie('map')),
  list: fc.array(tie('any'), { minLength: 1, maxLength: 4 }),
  map: fc.dictionary(key, tie('any'), { minKeys: 1, maxKeys: 4 }),
}));
const fields = fc.dictionary(key, value.any, { minKeys: 1, maxKeys: 5 });

test(
  'any entry, parsed as YAML, has the same values',
  () => {
    fc.assert(
      fc.property(fields, fc.constantFrom('register' as const, 'article' as const), (written, kind) => {
        const file = new YamlFile('a.yaml', fileText(Object.entries(written) as never, kind));
        expect(file.problems).toEqual([]);
        expect(file.data).toEqual(written);
      }),
      { numRuns: runs(300, 100_000) },
    );
  },
  HOUR,
);

/** Characters that YAML 1.1 does not allow in a file, or reads as line breaks. */
const NOT_IN_YAML_1_1 = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const anyText = fc.oneof(
  hardText,
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.stringMatching(/^[-+.]?[0-9][0-9a-fox_:.,+-]{0,6}$/),
);
const anyTexts = fc.array(anyText, { minLength: 1, maxLength: 4 });

test(
  'readers of YAML 1.1 and 1.2 read the same texts',
  () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(key, anyText),
          fc.oneof(anyText, anyTexts, fc.dictionary(key, anyText, { minKeys: 1 })),
          { minKeys: 1, maxKeys: 5 },
        ),
        (written) => {
          const text = fileText(Object.entries(written), 'article');
          expect(parse(text)).toEqual(written);
          expect(parse(text, { version: '1.1' })).toEqual(written);
          expect(text).not.toMatch(NOT_IN_YAML_1_1);
        },
      ),
      { numRuns: runs(300, 100_000) },
    );
  },
  HOUR,
);

test.each([
  ...[
    '12:30',
    '1_000',
    '1,000',
    '0x1f',
    '017',
    '0o17',
    '0b1',
    '1e3',
    '+1',
    '.5',
    '.inf',
    '2031-03-04',
    '2031-03-04 12:30:00Z',
  ],
  ...['y', 'No', 'ON', 'off', 'True', 'Null', '~', '=', '<<', ' a', 'a ', '-a', '?a', ':a'],
])('%j is quoted', (value) => {
  expect(
    fileText(
      [
        ['a', value],
        ['b', [value]],
        [value, 'c'],
      ],
      'article',
    ),
  ).toBe(`a: "${value}"\nb: ["${value}"]\n"${value}": c\n`);
});

test.each([
  ['DEL', 'a\x7fb', 'a\\u007fb'],
  ['NEL', 'a\x85b', 'a\\u0085b'],
  ['a line separator', 'a\u2028b', 'a\\u2028b'],
  ['a byte order mark', 'a\ufeffb', 'a\\ufeffb'],
])('%s is escaped', (_, value, written) => {
  expect(fileText([['a', value]], 'article')).toBe(`a: "${written}"\n`);
});

test('a question mark is quoted within braces and brackets, where some readers of YAML 1.1 end the text at it', () => {
  const text = fileText(
    [
      ['a', 'Why?'],
      ['b', ['Why?', 'a:"b"', 'http://a.example/b']],
      ['c', { d: 'Why not?' }],
    ],
    'article',
  );
  expect(text).toBe('a: Why?\nb: ["Why?", "a:\\"b\\"", http://a.example/b]\nc: { d: "Why not?" }\n');
});

test('short values take one line, long ones several, and empty ones are left out', () => {
  const long =
    'A bridge over the bay of Port Lund, which a ferry crosses now, and which the council has put off for years.';
  const text = fileText(
    [
      ['bay-bridge', { name: 'Bay bridge', kind: 'PLAN', place: null, aliases: [] }],
      ['ferry', { name: 'Ferry: "Lund"', kind: 'PLAN', summary: `${long} ${long}`, proposals: ['bay-bridge', 'yes'] }],
      ['nothing', {}],
      ['tunnel', { name: 'Tunnel', kind: 'PLAN', summary: 'One\ntwo' }],
    ],
    'register',
  );
  expect(text).toBe(`bay-bridge: { name: Bay bridge, kind: PLAN }

ferry:
  name: 'Ferry: "Lund"'
  kind: PLAN
  summary: >-
    A bridge over the bay of Port Lund, which a ferry crosses now, and which the council has put off for years. A bridge
    over the bay of Port Lund, which a ferry crosses now, and which the council has put off for years.
  proposals: [bay-bridge, "yes"]

nothing: {}
tunnel: { name: Tunnel, kind: PLAN, summary: "One\\ntwo" }
`);
});

test('a section of an article has blank lines around it, and a checksum never breaks a line', () => {
  const sha256 = '0'.repeat(64);
  const span = { start: 1_000_000, end: 1_000_001, paragraph: 1_000, sha256 };
  const text = fileText(
    [
      ['headline', 'Bridge put off'],
      ['text', { sha256, length: 1_000_002 }],
      ['titles', [{ text: 'Mayor', span }]],
      ['mentions', [{ text: 'Mayor', span: { start: 1, end: 6 } }]],
    ],
    'article',
  );
  expect(text).toBe(`headline: Bridge put off
text: { sha256: "${sha256}", length: 1000002 }

titles:
  - text: Mayor
    span: { start: 1000000, end: 1000001, paragraph: 1000, sha256: "${sha256}" }

mentions:
  - { text: Mayor, span: { start: 1, end: 6 } }
`);
  expect(parse(text)).toMatchObject({ text: { sha256 } });
});
