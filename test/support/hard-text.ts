import fc from 'fast-check';

/** Texts that a writer or reader of YAML could misread: as other types, as syntax, or for their white space. */
const HARD = [
  ...['yes', 'No', 'on', 'y', 'null', '~', 'true', 'FALSE', '.nan', '-.inf', '0', '007', '0x1f', '0o17', '1e3', '.5'],
  ...['1_000', '1,000', '017', '0b1', '190:20:30', '6.8523015e+5', '685_230.15', '2025-12-15 6:05:00', '-1', '.', '-.'],
  ...['12:30', '6:05 AM', '2025-12-15', '2025-12-15T06:05:00Z', '=', '<<', '123456789012345678901234567890', '+1'],
  ...[
    '- a',
    '-',
    '? a',
    '?',
    ': a',
    'a: b',
    'a:',
    'a # b',
    '#a',
    '*a',
    '&a',
    '!a',
    '!!int 1',
    '%a',
    '@a',
    '`a`',
    '|',
    '>',
  ],
  ...[
    '>- a',
    '{a: b}',
    '[a]',
    'a, b',
    ']',
    '}',
    '---',
    '--- a',
    '...',
    '... a',
    "it's",
    '"so"',
    '\'so\' "so"',
    '"',
    "'",
  ],
  ...[' a', 'a ', '  a  ', 'a  b', '\ta', 'a\tb', 'a\t', 'a \t b', '\u00a0a', 'a\u00a0', 'four\u00a0year', '\u3000a'],
  ...[
    'a\nb',
    '\na',
    'a\n',
    'a\n\n',
    'a\n\n\nb',
    'a\n  b',
    'a \nb',
    'a\n\tb',
    'a\n# b',
    'a\n- b: c\n',
    '  a\nb',
    'a\r\nb',
  ],
  ...[
    'a\rb',
    'a\u2028b',
    'a\u2029b',
    'a\u0085b',
    'a\u200bb',
    'a\u007fb',
    'a\u0001b',
    'a\u001bb',
    'a\u0080b',
    'a\ufffeb',
  ],
  ...['-a', '?a', ':a', 'a:b', 'a?b', 'a,b', 'a#b', 'true?', 'http://a.example/b?c=d&e', "'a", "a'", '= a', '<< a'],
  ...[
    '\\',
    'a\\nb',
    '\\u0041',
    'a\u{1f687}b',
    '👩‍👩‍👧 and 🇺🇦',
    'A\u030angstro\u0308m',
    'שלום',
    '\u202eabc',
    '\uffff',
    '\u{10ffff}',
  ],
];

const word = fc.constantFrom('Ångström', 'plan', 'four‑year', '“so”', '🚇', '€4', 'harbour', 'tunnel');
const prose = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const long = fc.array(word, { minLength: 30, maxLength: 60 }).map((words) => words.join(' '));
const endless = fc.array(word, { minLength: 30, maxLength: 60 }).map((words) => words.join(''));
const hard = fc.constantFrom(...HARD);

/** A text for any field. */
export const hardText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: hard },
  { weight: 3, arbitrary: prose },
  { weight: 2, arbitrary: fc.tuple(hard, fc.constantFrom('', ' ', '\n', ': '), long).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(long, fc.constantFrom('', ' ', '\n', '\n\n'), hard).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: endless },
);

/** A text short enough for a name. */
export const hardName: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: hard },
  { weight: 3, arbitrary: prose },
  { weight: 1, arbitrary: fc.tuple(prose, hard, prose).map((parts) => parts.join(' ')) },
);
