import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotationFault } from '../../src/evidence/quotation-mark.ts';
import { CodePointText } from '../../src/text/code-point.ts';

/** The fault of a passage given by its words, which occur once in the text. */
function faultOf(words: string, text: string): string | undefined {
  const whole = new CodePointText(text);
  const [start, ...more] = whole.offsetsOf(words);
  if (start === undefined || more.length > 0) throw new Error(`"${words}" must occur once in "${text}"`);
  return quotationFault(whole, { start, end: start + Array.from(words).length });
}

describe('the words between two marks are accepted', () => {
  test.each([
    ['straight', 'no way', 'She said "no way" today.'],
    ['curly', 'no way', 'She said “no way” today.'],
    ['a straight and a curly one', 'no way', 'She said "no way” today.'],
    ['a curly and a straight one', 'no way', 'She said “no way" today.'],
    ['single', 'no way', "She said 'no way' today."],
    ['curly single', 'no way', 'She said ‘no way’ today.'],
    ['low and high', 'no way', 'She said „no way“ today.'],
    ['guillemets', 'no way', 'She said «no way» today.'],
    ['guillemets with no-break spaces', 'no way', 'She said «\u00a0no way\u00a0» today.'],
    ['guillemets with spaces before a full stop', 'Non', 'Il dit : « Non ».'],
    ['guillemets with narrow spaces before a comma', 'Non', 'Il dit : «\u202fNon\u202f», puis partit.'],
    ['curly, with spaces', 'Non', 'Il dit : “ Non ” et partit.'],
    ['curly, with no-break spaces, before a full stop', 'Non', 'Il dit : “\u00a0Non\u00a0”.'],
    ['curly ones that point the same way, before a full stop', 'Nej', 'Han sa: ”Nej”.'],
    ['guillemets that point inwards, with an ellipsis', '...nein', 'Er sagte: »...nein«.'],
    ['corner brackets', '隧道很安全', '王小明说：「隧道很安全」。'],
    ['marks around Hebrew', 'המנהרה מסוכנת', 'He wrote: ”המנהרה מסוכנת“.'],
    ['guillemets that point inwards', 'no way', 'She said »no way« today.'],
    ['at the beginning and end of the text', 'no way', '“no way”'],
    ['after a dash and in brackets', 'no way', 'She—“no way”—left.'],
    ['with the reporter’s comma', 'No way', '“No way,” she said.'],
    ['with a full stop outside the words', 'No way', 'She said “No way.” Then she left.'],
    ['with a full stop inside the words', 'No way.', 'She said “No way.” Then she left.'],
    ['with a question mark', 'No way?', '“No way?” she said.'],
    ['with apostrophes', "It's the players' way, isn't it", "\"It's the players' way, isn't it,\" she said."],
    ['single, with apostrophes', "It's the players' way", "She said 'It's the players' way' today."],
    ['single, with a year', "the '90s are over", "She said 'the '90s are over' today."],
    ['with a quotation in single marks', 'He said ‘no way’ to me', '“He said ‘no way’ to me,” she said.'],
    ['with a quotation in the same marks', 'He said "no way" to me', '"He said "no way" to me," she said.'],
    ['of a quotation in a quotation', 'no way', '“He said ‘no way’ to me,” she said.'],
    ['that begin with a quotation', '‘No way’ is what he said', '“‘No way’ is what he said,” she said.'],
    ['of a quotation that the next paragraph continues', 'No way.', '“No way.\n\n“Never.”'],
    ['of the paragraph that continues a quotation', 'Never.', '“No way.\n\n“Never.”'],
  ])('%s', (_, words, text) => {
    expect(faultOf(words, text)).toBeUndefined();
  });
});

describe('other passages are rejected, with the reason', () => {
  test.each([
    ['without marks', 'no way', 'She said no way today.', /^no quotation marks enclose/],
    ['with both guillemets and their spaces', '« Non »', 'Il dit : « Non ».', /^these words include the opening/],
    ['between two quotations', 'and', 'She said “no” and “yes” today.', /^no quotation marks enclose/],
    ['between two German quotations', 'und', 'Er sagte „nein“ und „ja“.', /^no quotation marks enclose/],
    ['between two Swedish quotations', 'och', 'Han sa ”nej” och ”ja”.', /^no quotation marks enclose/],
    ['a part of words without spaces', '安全', '王小明说：「隧道很安全」。', /^no quotation mark opens/],
    ['with the closing mark after Arabic', 'آمن"', 'قال: "آمن".', /^these words include the closing/],
    ['with both marks', '“no way”', 'She said “no way” today.', /^these words include the opening/],
    ['with straight marks', '"no way,"', '"no way," she said today.', /^these words include the opening/],
    ['with single marks', "'no way'", "She said 'no way' today.", /^these words include the opening/],
    ['with the closing mark', 'no way”', 'She said “no way” today.', /^these words include the closing/],
    ['with the closing mark and a full stop', 'no way”.', 'She said “no way”.', /^these words include the closing/],
    ['with the opening mark', '“no way', 'She said “no way” today.', /^these words include the opening/],
    ['the first words only', 'no', 'She said “no way” today.', /^no quotation mark closes/],
    ['the last words only', 'way', 'She said “no way” today.', /^no quotation mark opens/],
    ['words after a quotation', ' today', 'She said “no way” today.', /^no quotation marks enclose/],
    ['words between two quotations', 'he said', '"No," he said, "way."', /^no quotation marks enclose/],
    ['two quotations', 'No," he said, "way.', '"No," he said, "way."', /^these words include a quotation mark/],
    ['two paragraphs', 'No way.\n\n“Never.', '“No way.\n\n“Never.”', /^these words include a quotation mark/],
    ['with the comma', 'No way,', '“No way,” she said.', /^the comma before the closing/],
    ['part of a word with an apostrophe', 's the way', "It's the way' they go.", /^no quotation mark opens/],
    ['an open paragraph that nothing continues', 'No way.', '“No way.\n\nShe left.', /^no quotation mark closes/],
    ['marks of two kinds', 'no way', 'She said “no way’ today.', /^no quotation mark closes/],
  ])('%s', (_, words, text, reason) => {
    expect(faultOf(words, text)).toMatch(reason);
    expect(faultOf(words, text)).toContain('accepted are all the words between two quotation marks');
  });
});

/** Opening and closing marks, and those of a quotation inside. */
const STYLES = [
  ['"', '"', "'", "'"],
  ['“', '”', '‘', '’'],
  ['"', '”', '‘', "'"],
  ['“', '"', "'", '’'],
  ["'", "'", '"', '"'],
  ['‘', '’', '“', '”'],
  ['„', '“', '‚', '‘'],
  ['«', '»', '‹', '›'],
] as const;

const word = fc.constantFrom('tunnel', "won't", 'it’s', 'Ølby', 'U.S.', '40', '🚇', 'iron-clad', 'the', 'quay');
const clause = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' '));
const article = fc.record({
  style: fc.constantFrom(...STYLES),
  before: clause,
  words: clause,
  nested: fc.option(clause),
  after: clause,
  comma: fc.constantFrom('', ',', '.'),
  open: fc.boolean(),
});

test('in random texts exactly the words of a quotation are accepted, and each planted error is found', () => {
  fc.assert(
    fc.property(
      article,
      ({ style: [left, right, innerLeft, innerRight], before, nested, after, comma, open, ...rest }) => {
        const words = nested === null ? rest.words : `${rest.words} ${innerLeft}${nested}${innerRight} ${rest.words}`;
        const head = `${before} ${left}`;
        const closing = open ? `\n\n${left}` : `${comma}${right}`;
        const text = new CodePointText(`${head}${words}${closing}${open ? '' : ' '}${after}${open ? right : ''}.`);
        const start = Array.from(head).length;
        const end = start + Array.from(words).length;
        const at = (from: number, to: number) => quotationFault(text, { start: from, end: to });
        const first = Array.from(rest.words.split(' ')[0] ?? '').length;
        expect(at(start, end)).toBeUndefined();
        expect(at(start - 1, end), 'with the opening mark').toBeDefined();
        expect(at(start + first + 1, end), 'without the first word').toBeDefined();
        expect(at(start, start + first), 'the first word').toBeDefined();
        expect(at(0, start - 2), 'words before').toBeDefined();
        if (!open) expect(at(start, end + comma.length + 1), 'with the closing mark').toBeDefined();
        if (!open && comma === ',') expect(at(start, end + 1), 'with the comma').toBeDefined();
        if (open) expect(at(start, text.length - 2), 'both paragraphs').toBeDefined();
      },
    ),
    { numRuns: 500 },
  );
});
