/** What a spreadsheet takes for a formula when a cell begins with it, after OWASP ("CSV Injection"), the full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** What a reader could take for the end of a cell; the last two only where it was told another separator. */
const QUOTED = /[",\r\n;\t]/;

/** At the beginning of a file, it tells Excel that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One line of CSV after RFC 4180, with its CRLF. A cell that a spreadsheet would compute gets an apostrophe before
 * it; a plain number stays one. A lone empty cell is quoted, for an empty line is none to many readers.
 */
export function csvLine(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
