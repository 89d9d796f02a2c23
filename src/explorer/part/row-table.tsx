import type { QueryLinks } from '../definition.ts';
import type { Table } from '../table.ts';
import { QueryActions } from './query-actions.tsx';
import { countOf } from './word.ts';

/** The API's default number of rows. */
const PAGE = 100;

export interface RowTableProps {
  readonly title: string;
  readonly table: Table;
  readonly links: QueryLinks;
}

/** The rows of a download, as a page. */
export function RowTable({ title, table: { columns, lines, rowCount }, links }: RowTableProps) {
  return (
    <>
      <h1>{title}</h1>
      <QueryActions links={links} file />
      {lines.length === 0 ? (
        <p class="empty">This list is empty.</p>
      ) : (
        <>
          <p>
            {rowCount < PAGE
              ? `All ${countOf(lines.length, 'row')}.`
              : `The first ${countOf(lines.length, 'row')}. Download the file for all of them.`}{' '}
            Ids and empty columns are left out.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard. */}
          <section class="scroll" aria-label={title} tabIndex={0}>
            <table class="rows">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((cells) => (
                  <tr key={cells}>
                    {cells.map(({ text, href }, i) => (
                      <td key={columns[i]} class={lookOf(text)}>
                        {href ? <a href={href}>{text}</a> : text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}

/** Long texts get more width; dates do not wrap. */
function lookOf(text: string): string | undefined {
  if (text.length > 60) return 'long';
  return /^\d{4}-\d\d-\d\d$/.test(text) ? 'day' : undefined;
}
