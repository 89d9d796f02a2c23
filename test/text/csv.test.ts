import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../src/text/csv.ts';

const read = (text: string): string[][] => parse(text, { record_delimiter: '\r\n', relax_column_count: true });
const harmless = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));

test('cells with quotes, commas, line breaks and any Unicode character are read back unchanged', () => {
  const lines = fc.array(fc.array(harmless, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(lines, (cells) => {
      expect(read(cells.map(csvLine).join(''))).toEqual(cells);
    }),
  );
});

test('a line follows RFC 4180', () => {
  expect(csvLine(['a', 'b c', '1,5', 'say "no"', 'two\nlines', ''])).toBe('a,b c,"1,5","say ""no""","two\nlines",\r\n');
});

test('a single empty cell is still a line', () => {
  expect(csvLine([''])).toBe('""\r\n');
});

test.each(['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://a.example","b")'])(
  'a cell that a spreadsheet would compute becomes text: %j',
  (text) => expect(read(csvLine([text, 'x']))).toEqual([[`'${text}`, 'x']]),
);

test.each(['-12.5', '+3', '0', '-5', '1000000000', 'a=1', 'e-mail@home', ' =1'])('%j is unchanged', (text) => {
  expect(csvLine([text, 'x'])).toBe(`${text},x\r\n`);
});

test.each(['-1-1', '+1 2', '-1e5', '--1', '-', '+.5'])('%j is not a plain number', (text) => {
  expect(csvLine([text, 'x'])).toBe(`'${text},x\r\n`);
});
