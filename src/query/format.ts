import { BYTE_ORDER_MARK, csvLine } from '../text/csv.ts';
import type { Column } from './column.ts';

/** How rows are written down: CSV for spreadsheets, with or without a byte order mark, or one JSON object a line. */
export type RowFormat = 'csv' | 'csv-bom' | 'ndjson';

/** The file's text, piece by piece: one for each batch of rows, with whatever stands before the first of them. */
export async function* formatRows(
  batches: AsyncIterable<readonly string[]>,
  columns: readonly Column[],
  format: RowFormat,
): AsyncGenerator<string, void> {
  let head = format === 'ndjson' ? '' : csvLine(columns.map((column) => column.join('.')));
  if (format === 'csv-bom') head = BYTE_ORDER_MARK + head;
  for await (const rows of batches) {
    const lines = rows.map((row) => (format === 'ndjson' ? `${row}\n` : csvLine(cellsOf(JSON.parse(row), columns))));
    yield head + lines.join('');
    head = '';
  }
  if (head) yield head;
}

function cellsOf(row: unknown, columns: readonly Column[]): readonly string[] {
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
