import { BYTE_ORDER_MARK, csvLine } from '../../text/csv.ts';
import type { ColumnPath, Layout } from './layout.ts';

/** The format of a file: CSV, CSV with a byte order mark, or one JSON object per line. */
export type RowFormat = 'csv' | 'csv-bom' | 'ndjson';

/** The file's text in chunks, one for each batch of rows. The first chunk begins with the header. */
export async function* formatRows(
  batches: AsyncIterable<readonly string[]>,
  { columns, lines }: Layout,
  format: RowFormat,
): AsyncGenerator<string, void> {
  let head = format === 'ndjson' ? '' : csvLine(columns.map((column) => column.join('.')));
  if (format === 'csv-bom') head = BYTE_ORDER_MARK + head;
  for await (const rows of batches) {
    const texts = rows.map((row) => {
      if (format === 'ndjson') return `${row}\n`;
      return linesOf(JSON.parse(row), lines)
        .map((line) => csvLine(cellsOf(line, columns)))
        .join('');
    });
    yield head + texts.join('');
    head = '';
  }
  if (head) yield head;
}

/** The row; or, with a `key`, the row once for each item of the list with that key. */
function linesOf(row: unknown, key: string | undefined): readonly unknown[] {
  if (key === undefined || !isObject(row)) return [row];
  const list = row[key];
  return Array.isArray(list) ? list.map((one: unknown) => ({ ...row, [key]: one })) : [row];
}

function cellsOf(row: unknown, columns: readonly ColumnPath[]): readonly string[] {
  return columns.map((column) => {
    let value = row;
    for (const key of column) value = isObject(value) ? value[key] : undefined;
    if (value === null || value === undefined) return '';
    return Array.isArray(value) ? value.join('; ') : String(value);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
