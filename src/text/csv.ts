/** A cell that begins with one of these is a formula to a spreadsheet: those that OWASP lists ("CSV Injection"), and their full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Characters that could end a cell; the last two only in a reader that is set to another separator. */
const QUOTED = /[",\r\n;\t]/;

/** Excel needs it at the start of a file to read the text as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One line of CSV (RFC 4180), including the CRLF. A cell that a spreadsheet would compute is prefixed with an
 * apostrophe; plain numbers are left alone. A single empty cell is quoted, because many readers skip empty lines.
 */
export function csvLine(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
